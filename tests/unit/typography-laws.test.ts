import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanParagraph,
  mayChange,
  NEAR,
  substitutionAsTyped,
  TYPOGRAPHY_LOCALES,
  TYPOGRAPHY_RULES,
  typographyStyle,
  type Substitution,
  type TypographyRule,
} from "#shared/style/typography/index.ts";
import { typedOut } from "#tests/support/typed-out.ts";

/** What each rule says that it takes, and what it gives for it. */
const NAMED: Readonly<Record<TypographyRule, readonly [was: RegExp, now: RegExp]>> = {
  quotes: [/^ *["'] ?$/, /^(?:[“”„‘’‚]|[«]\u00A0?|\u00A0?[»])$/],
  apostrophes: [/^['‚‘’′]$/, /^’$/],
  primes: [/^['"]$/, /^[′″]$/],
  dashes: [/^(?:-{1,3}|[–—]-?)$/, /^[–—]$/],
  ellipsis: [/^\.( ?)\.\1\.$/, /^…$/],
  fractions: [/^(?:\d{1,3} )?\d\/\d$/, /^\d{0,3}[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]$/],
  punctuationSpaces: [/^ *$/, /^[\u00A0\u202F]?$/],
  unitSpaces: [/^ +$/, /^\u00A0$/],
  doubleSpaces: [/^ {2,}$/, /^ $/],
  spaceBeforePunctuation: [/^ +$/, /^$/],
};

const TRICKY = [
  ..."\"\"\"'''''---...  ,;:!?()[]/»«“”‘’„‚…–—′″\u00A0\u202F\n\t@%€°".split(""),
  ..."0123456789".split(""),
  ..."absnteäЖ".split(""),
  ..."--|...|1/2|'n'|'90s|'tis|km|http://|www.|’s|😀".split("|"),
];
const anyText = fc.array(fc.constantFrom(...TRICKY), { maxLength: 24 }).map((pieces) => pieces.join(""));
const anyProse = fc
  .array(fc.oneof(anyText, fc.constantFrom("word", "she said", "“Yes”", "the ")), { maxLength: 8 })
  .map((pieces) => pieces.join(" "));
const anyStyle = fc
  .record({ locale: fc.constantFrom(...TYPOGRAPHY_LOCALES), off: fc.subarray([...TYPOGRAPHY_RULES]) })
  .map(({ locale, off }) => typographyStyle(locale, off));

/** With apostrophes off a quote is read anew in text without them: all other rules stand by themselves. */
const anySteadyStyle = fc
  .record({
    locale: fc.constantFrom(...TYPOGRAPHY_LOCALES),
    off: fc.subarray(TYPOGRAPHY_RULES.filter((rule) => rule !== "apostrophes")),
  })
  .map(({ locale, off }) => typographyStyle(locale, off));

const RUNS = { numRuns: 2_000 };

function takenBack(text: string, { at, was, now }: Substitution): string {
  return text.slice(0, at) + was + text.slice(at + now.length);
}

describe("Cleaning a paragraph", () => {
  it("finds nothing more to do in what it has cleaned", () => {
    fc.assert(
      fc.property(anyProse, anySteadyStyle, (text, style) => {
        const once = cleanParagraph(text, style).text;
        expect(cleanParagraph(once, style)).toEqual({ text: once, changes: [] });
      }),
      RUNS,
    );
  });

  it("says of every change what stood there, so that the last one first they all can be taken back", () => {
    fc.assert(
      fc.property(anyProse, anyStyle, (text, style) => {
        const cleaned = cleanParagraph(text, style);
        expect(cleaned.changes.toReversed().reduce(takenBack, cleaned.text)).toBe(text);
      }),
      RUNS,
    );
  });

  it("changes only what a rule that is on names", () => {
    fc.assert(
      fc.property(anyProse, anyStyle, (text, style) => {
        for (const { rule, was, now } of cleanParagraph(text, style).changes) {
          expect(style.rules.has(rule)).toBe(true);
          expect(was).not.toBe(now);
          expect(was).toMatch(NAMED[rule][0]);
          expect(now).toMatch(NAMED[rule][1]);
        }
      }),
      RUNS,
    );
  });

  it("costs time in proportion to the text, however long the paragraph", () => {
    const long = `"It's the '90s," he said -- "6'2"..." `.repeat(10_000);
    const startMs = performance.now();
    const { changes } = cleanParagraph(long, typographyStyle("us"));
    expect(changes.length).toBeGreaterThan(60_000);
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });
});

describe("A key", () => {
  const anyKey = fc.tuple(
    anyProse,
    fc.constantFrom(...TRICKY.filter((one) => one.length === 1)),
    anyText,
    anyStyle,
  );

  it("changes a stretch near the caret, which can be put back as it was", () => {
    fc.assert(
      fc.property(anyKey, ([text, key, after, style]) => {
        const before = text + key;
        const found = substitutionAsTyped({ before, after }, style);
        if (!found) return;
        expect(before.startsWith(found.was, found.at)).toBe(true);
        expect(found.was).not.toBe(found.now);
        expect(before.length - found.at).toBeLessThan(20);
        expect(style.rules.has(found.rule)).toBe(true);
      }),
      RUNS,
    );
  });

  it("that can change nothing is passed over without a look at the paragraph", () => {
    fc.assert(
      fc.property(anyKey, ([text, key, after, style]) => {
        fc.pre(!mayChange(key, text.slice(-NEAR)));
        expect(substitutionAsTyped({ before: text + key, after }, style)).toBeNull();
      }),
      RUNS,
    );
  });

  it("of a letter in the middle of a word needs no look", () => {
    expect(mayChange("a", "wor")).toBe(false);
    expect(mayChange("4", "202")).toBe(false);
    expect(mayChange(" ", "the tide came in")).toBe(false);
    expect(mayChange(" ", "ab ‘tis")).toBe(true);
    expect(mayChange("s", " ‘90")).toBe(true);
  });
});

function letters(written: string): string {
  return written.replace(/[^\p{L}]/gu, "");
}

describe("Typing", () => {
  it("never changes letters, and nothing at all with every rule off", () => {
    fc.assert(
      fc.property(anyProse, fc.constantFrom(...TYPOGRAPHY_LOCALES), (text, locale) => {
        expect(typedOut(text, typographyStyle(locale, TYPOGRAPHY_RULES))).toBe(text);
        expect(letters(typedOut(text, typographyStyle(locale, [])))).toBe(letters(text));
      }),
      RUNS,
    );
  });
});
