import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  choose,
  draftOf,
  followsGrid,
  isChanged,
  isFieldChanged,
  putBack,
  readDraft,
  shownText,
  takeGrid,
  valueText,
  withCopyOfSpec,
  withoutFont,
  withoutSpec,
  write,
  type KitDraft,
} from "#renderer/kit/kit-draft.ts";
import { draftKeeper } from "#renderer/kit/kept-draft.ts";
import { failure } from "#shared/contract/failures.ts";
import type { JsonValue } from "#shared/document/index.ts";
import { failed, ok } from "#shared/rpc/result.ts";
import { fieldsOf, KIT_PARTS, groupsOf, partOf, type KitField } from "#renderer/kit/kit-fields.ts";
import { figureText, writtenFigure } from "#renderer/kit/written-figure.ts";
import { anchorOf } from "#renderer/kit/trouble-anchor.ts";
import { canonicalJson } from "#shared/fit/kit/index.ts";
import { KIT_LIMITS } from "#shared/fit/kit/kit-limits.ts";
import { readKit } from "#shared/fit/kit/read-kit.ts";
import { ledgerKit } from "#tests/support/kits.ts";

const SPECS = [0, 1, 2];
const KIT = `sha256:${"a".repeat(64)}` as const;

const withPoint = (value: number): string => figureText(value, ".");

function everyField({ tree }: KitDraft): readonly KitField[] {
  return SPECS.flatMap((spec) => KIT_PARTS.flatMap((part) => fieldsOf(tree, { spec }, part)));
}

function field(draft: KitDraft, id: string): KitField {
  const found = everyField(draft).find((one) => one.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
}

function written(draft: KitDraft, id: string, text: string): KitDraft {
  return write(draft, field(draft, id), text);
}

/** What is wrong with a draft, by the ids of its places. */
function wrongAt(draft: KitDraft): readonly string[] {
  return readDraft(draft).troubles.flatMap(({ id, isWarning }) => (isWarning ? [] : [id]));
}

function texts(draft: KitDraft): readonly string[] {
  return everyField(draft).map((one) => `${one.id}: ${shownText(draft, one, withPoint)}`);
}

const BODY = "specs.0.styles.paragraph";

interface Deed {
  readonly nth: number;
  readonly text: string;
  readonly turn: number;
  readonly isOn: boolean;
}

/** Something done to a draft by somebody who may write anything anywhere. */
const deed: fc.Arbitrary<Deed> = fc.record({
  nth: fc.nat(),
  text: fc.oneof(
    fc.double({ noNaN: true, min: -40, max: 900 }).map(String),
    fc.integer({ min: -3, max: 30 }).map(String),
    fc.constantFrom("", " ", "1,5", "3p6", "2 in", "much", "3-36-2 1-18-3", "9e9", "−2", "•", "1-9-0"),
    fc.string({ maxLength: 6 }),
  ),
  turn: fc.nat(),
  isOn: fc.boolean(),
});

function done(draft: KitDraft, { nth, text, turn, isOn }: Deed): KitDraft {
  if (turn % 23 === 0) return withCopyOfSpec(draft, 0, text);
  if (turn % 29 === 0) return withoutSpec(draft, 1);
  if (turn % 31 === 0) return withoutFont(draft, 0);
  if (turn % 37 === 0) return takeGrid(draft);
  const fields = everyField(draft);
  const one = fields[nth % fields.length];
  if (!one) return draft;
  if (turn % 11 === 0) return putBack(draft, one);
  if (one.kind === "switch") return choose(draft, one, isOn);
  if (one.kind === "choice") return choose(draft, one, String(one.choices[turn % one.choices.length]));
  return write(draft, one, text);
}

const deeds = fc.array(deed, { maxLength: 25 });

describe("A kit that is opened for editing", () => {
  it("is the kit that it was opened from until something is changed", () => {
    const kit = ledgerKit();
    const draft = draftOf(kit);
    expect(readDraft(draft)).toEqual({ kit, troubles: [] });
    expect(isChanged(draft)).toBe(false);
    expect(everyField(draft).filter((one) => isFieldChanged(draft, one))).toEqual([]);
  });

  it("is one that the reader takes, and opens again as it was left, whatever was done to it", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 5 }), (all) => {
        const draft = all.reduce(done, draftOf(ledgerKit()));
        const { kit, troubles } = readDraft(draft);
        expect(kit === null).toBe(troubles.some(({ isWarning }) => !isWarning));
        if (kit === null) return;
        const asFile: unknown = JSON.parse(canonicalJson(kit));
        const read = readKit(asFile);
        expect(read.ok && read.value.kit).toEqual(kit);
        const again = draftOf(kit);
        expect(texts(again)).toEqual(texts({ ...draft, tree: kit }));
        expect(isChanged(again)).toBe(false);
      }),
    );
  });

  it("is there again as it was left, with what was refused in it, once it was kept", async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const draft = all.reduce(done, draftOf(ledgerKit()));
        const kept = new Map<string, JsonValue>();
        const kits = {
          draft: ({ kit }: { readonly kit: string }) => Promise.resolve(ok({ draft: kept.get(kit) ?? null })),
          keepDraft: ({ kit, draft: own }: { readonly kit: string; readonly draft: JsonValue }) => {
            kept.set(kit, own);
            return Promise.resolve(ok(null));
          },
        };
        const keeper = draftKeeper(kits);
        keeper.keep(KIT, draft);
        keeper.close();
        const again = await draftKeeper(kits).read(KIT, draft.from);
        expect(again && [texts(again), wrongAt(again)]).toEqual(
          isChanged(draft) ? [texts(draft), wrongAt(draft)] : null,
        );
      }),
    );
  });

  it("is kept once a newsroom that did not answer does, and never over a later one", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const names: unknown[] = [];
    let isAway = true;
    const keeper = draftKeeper({
      draft: () => Promise.resolve(ok({ draft: null })),
      keepDraft: ({ draft }) => {
        if (isAway) return Promise.resolve(failed(failure("unavailable", "away")));
        names.push(draft);
        return Promise.resolve(ok(null));
      },
    });
    const first = written(draftOf(ledgerKit()), "name", "Ledger, wider");
    keeper.keep(KIT, first);
    await vi.advanceTimersByTimeAsync(5_000);
    keeper.keep(KIT, written(first, "name", "Ledger, widest"));
    isAway = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(names).toMatchObject([{ tree: { name: "Ledger, widest" } }]);
  });

  it("is refused by the reader only for what does not fit together: each figure by itself is right or refused at its field", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const draft = all.reduce(done, draftOf(ledgerKit()));
        const codes = readDraft(draft).troubles.flatMap(({ why }) =>
          why.kind === "finding" && why.finding.code === "form" ? [why.finding] : [],
        );
        // A copy's name is written by the editor itself; a test may hand it an empty one.
        expect(codes.filter(({ path }) => path.at(-1) !== "name")).toEqual([]);
      }),
    );
  });

  it("tells every trouble at a field, a row or a group of the part that it is in", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const draft = all.reduce(done, draftOf(ledgerKit()));
        for (const trouble of readDraft(draft).troubles) {
          const { part, spec } = partOf(trouble.path);
          const anchor = anchorOf(groupsOf(draft.tree, { spec: spec ?? 0 }, part), trouble);
          expect(anchor, JSON.stringify(trouble)).not.toBeNull();
        }
      }),
    );
  });

  it("holds in a field what was written, also where it was refused, and the kit as it was", () => {
    const draft = written(draftOf(ledgerKit()), `${BODY}.leadingPt`, "much");
    const leading = field(draft, `${BODY}.leadingPt`);
    expect(shownText(draft, leading, withPoint)).toBe("much");
    expect(valueText(draft.tree, leading, withPoint)).toBe("10");
    expect(wrongAt(draft)).toEqual([`${BODY}.leadingPt`]);
    expect(readDraft(draft).kit).toBeNull();
    expect(readDraft(putBack(draft, leading)).kit).toEqual(ledgerKit());
  });

  it("has each field put back to what the kit held", () => {
    const opened = draftOf(ledgerKit());
    for (const one of everyField(opened)) {
      const changed = one.kind === "switch" ? choose(opened, one, false) : write(opened, one, "7");
      expect(canonicalJson(putBack(changed, one).tree), one.id).toBe(canonicalJson(ledgerKit()));
    }
  });
});

describe("The column specs of an edited kit", () => {
  it("are each compared with what they were, also when one before them was taken out", () => {
    const fewer = withoutSpec(draftOf(ledgerKit()), 0);
    const size = field(fewer, `${BODY}.sizePt`);
    expect(isFieldChanged(fewer, size)).toBe(false);
    const changed = write(fewer, size, "11");
    expect(isFieldChanged(changed, size)).toBe(true);
    expect(shownText(putBack(changed, size), size, withPoint)).toBe("10");
  });

  it("have nothing to be put back to where they are new, or in a drop cap that was not there", () => {
    const more = withCopyOfSpec(withoutSpec(draftOf(ledgerKit()), 2), 0, "Sidebar");
    const size = field(more, "specs.2.styles.paragraph.sizePt");
    expect(readDraft(putBack(write(more, size, "12"), size)).kit?.specs[2]?.styles.paragraph.sizePt).toBe(12);
    const cap = choose(more, field(more, "specs.0.firstParagraph.dropCap"), true);
    const deep = field(cap, "specs.0.firstParagraph.dropCap.lines");
    expect(isFieldChanged(cap, deep)).toBe(false);
    expect(readDraft(putBack(cap, deep)).kit?.specs[0]?.firstParagraph.dropCap?.lines).toBe(3);
  });
});

describe("What does not fit together in an edited kit", () => {
  it.each([
    [`${BODY}.justification.wordSpace.min`, "120", `${BODY}.justification.wordSpace`],
    [`${BODY}.indentLeftPt`, "116", BODY],
    [`${BODY}.indentFirstPt`, "-5", `${BODY}.indentFirstPt`],
    ["page.marginInsidePt", "800", "page.columns"],
    ["page.marginTopPt", "1580", "page.heightPt"],
    ["specs.0.headlineCodes", "3-36-2, 9-36-2", "specs.0.headlineCodes.1"],
    ["specs.1.name", "News", "specs.1"],
  ])("is found: %s as %s", (id, text, at) => {
    expect(wrongAt(written(draftOf(ledgerKit()), id, text))).toContain(at);
  });

  it("is only a warning where it looks like a slip", () => {
    const draft = written(draftOf(ledgerKit()), `${BODY}.leadingPt`, "8");
    const { kit, troubles } = readDraft(draft);
    expect(kit?.specs[0]?.styles.paragraph.leadingPt).toBe(8);
    expect(troubles.map(({ id, isWarning }) => [id, isWarning])).toEqual([[`${BODY}.leadingPt`, true]]);
  });

  it("is found where two fonts are of one face, until one is called otherwise", () => {
    const twice = written(draftOf(ledgerKit()), "fonts.4.family", "Source Serif 4");
    expect(wrongAt(twice)).toContain("fonts.4");
    const otherwise = written(twice, "fonts.4.family", "Source Serif Semibold");
    expect(wrongAt(otherwise)).not.toContain("fonts.4");
    expect(wrongAt(otherwise)).toContain("specs.0.styles.source.face");
  });

  it("is found where a style asks for a font that was taken out", () => {
    const draft = withoutFont(draftOf(ledgerKit()), 0);
    expect(wrongAt(draft)).toContain(`${BODY}.face`);
  });
});

describe("The measures of an edited page", () => {
  it("follow its columns, until one of them is written by hand", () => {
    const wider = written(draftOf(ledgerKit()), "page.gutterPt", "18");
    expect(followsGrid(wider)).toBe(true);
    expect(readDraft(wider).kit?.page.measures[0]?.widthPt).toBe((828 - 72 - 5 * 18) / 6);
    const fewer = written(wider, "page.columns", "5");
    expect(readDraft({ ...fewer, refused: {} }).kit?.page.measures ?? []).toHaveLength(5);
    const own = written(wider, "page.measures.0.widthPt", "100");
    expect(followsGrid(own)).toBe(false);
    const again = written(own, "page.gutterPt", "12");
    expect(readDraft(again).kit?.page.measures[0]?.widthPt).toBe(100);
    expect(followsGrid(takeGrid(again))).toBe(true);
  });
});

describe("What is written for a figure", () => {
  it.each([
    ["10", 10],
    ["9,5", 9.5],
    [" 9.5 pt ", 9.5],
    ["−4", -4],
    ["3p6", 42],
    ["2 in", 144],
    ["1 cm", 28.3465],
    ["5mm", 14.1732],
  ])("%s is %d points", (text, points) => {
    expect(writtenFigure(text, KIT_LIMITS.shift, true)).toEqual({ ok: true, value: points });
  });

  it.each([
    ["", "no-figure"],
    ["ten", "no-figure"],
    ["1.2.3", "no-figure"],
    ["NaN", "no-figure"],
    ["1", "too-little"],
    ["721", "too-much"],
  ])("%s is refused: %s", (text, kind) => {
    const read = writtenFigure(text, KIT_LIMITS.typeSize, true);
    expect(read.ok || read.error.kind).toBe(kind);
  });

  it("takes no unit of length where it is none, and no part of a whole", () => {
    expect(writtenFigure("2 in", KIT_LIMITS.ladder, false).ok).toBe(false);
    expect(writtenFigure("75 %", KIT_LIMITS.wordSpace, false)).toEqual({ ok: true, value: 75 });
    const half = writtenFigure("2.5", KIT_LIMITS.ladder, false);
    expect(half.ok || half.error.kind).toBe("not-whole");
  });

  it("is shown as it was written, to a thousandth", () => {
    fc.assert(
      fc.property(fc.integer({ min: -14_400_000, max: 14_400_000 }), (thousandths) => {
        const value = thousandths / 1_000;
        for (const point of [".", ","]) {
          const read = writtenFigure(figureText(value, point), KIT_LIMITS.shift, true);
          expect(read).toEqual({ ok: true, value: value === 0 ? 0 : value });
        }
      }),
    );
  });
});
