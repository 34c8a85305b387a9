import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_STYLES, changeCase, charactersOf, type CaseStyle } from "#shared/style/case/index.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

function inCase(text: string, style: CaseStyle): string {
  return changeCase(text, style).join("");
}

describe("Title case", () => {
  it.each([
    ["the quick brown fox jumps over the lazy dog", "The Quick Brown Fox Jumps Over the Lazy Dog"],
    ["a storm with no end in sight", "A Storm With No End in Sight"],
    ["what the vote is for", "What the Vote Is For"],
    ["mayor, council agree on budget that nobody likes", "Mayor, Council Agree on Budget That Nobody Likes"],
    ["up from the ashes", "Up From the Ashes"],
    [
      "state-of-the-art ferry runs into long-term trouble",
      "State-of-the-Art Ferry Runs Into Long-Term Trouble",
    ],
    ["mother-in-law’s well-being", "Mother-in-Law’s Well-Being"],
    ["they don’t, won't and can’t", "They Don’t, Won't and Can’t"],
    ["o’brien and d'angelo meet", "O’Brien and D'Angelo Meet"],
    ["rock ’n’ roll is here to stay", "Rock ’n’ Roll Is Here to Stay"],
    ["’twas the night", "’Twas the Night"],
    ["McDonald sells iPhone stake to NATO ally", "McDonald Sells iPhone Stake to NATO Ally"],
    ["mcdonald wins", "McDonald Wins"],
    ["the u.s. and the U.K. talk", "The U.S. and the U.K. Talk"],
    ["at 10 a.m. in the harbor", "At 10 a.m. in the Harbor"],
    ["harbor plan: a history of delay", "Harbor Plan: A History of Delay"],
    ["what it’s for: the seawall", "What It’s For: The Seawall"],
    ["is it over? the board says no", "Is It Over? The Board Says No"],
    [
      "write to desk@example.org or see www.example.org/a-b today",
      "Write to desk@example.org or See www.example.org/a-b Today",
    ],
    ["“the” is a word", "“The” Is a Word"],
    ["5 things to do in the 1990s", "5 Things to Do in the 1990s"],
    ["bush vs. the state", "Bush vs. the State"],
    ["économie: l’école d’été", "Économie: L’École D’Été"],
    ["ǆungla and ßilly", "ǅungla and Ssilly"],
    ["of", "Of"],
    ["", ""],
  ])("sets “%s” as “%s”", (text, titled) => {
    expect(inCase(text, "title")).toBe(titled);
  });

  it.each([
    ["MAYOR SIGNS SEAWALL BILL OVER THE NIGHT", "Mayor Signs Seawall Bill Over the Night"],
    ["NATO AND FBI MEET O’BRIEN AND MCDONALD", "NATO and FBI Meet O’Brien and McDonald"],
    ["WORLD WAR II IN THE U.S.", "World War II in the U.S."],
  ])("knows that capitals throughout are no names: “%s” is “%s”", (text, titled) => {
    expect(inCase(text, "title")).toBe(titled);
  });
});

describe("Sentence case", () => {
  it.each([
    ["The Quick Brown Fox. The Lazy Dog!", "The quick brown fox. The lazy dog!"],
    ["GATES SHUT AT 10 A.M. IN THE U.S.", "Gates shut at 10 a.m. in the U.S."],
    ["MAYOR SIGNS BILL. COUNCIL CHEERS.", "Mayor signs bill. Council cheers."],
    ["McDonald and NATO Sign With The U.S. On Monday", "McDonald and NATO sign with the U.S. on monday"],
    ["He Said I’m Late And I Know It", "He said I’m late and I know it"],
    ["Dr. Smith Went To St. Louis", "Dr. smith went to st. louis"],
    ["Wait... What Now? Yes", "Wait... what now? Yes"],
    ["“The End,” She Said", "“The end,” she said"],
    ["See WWW.Example.org/Path Now", "See WWW.Example.org/Path now"],
  ])("sets “%s” as “%s”", (text, sentence) => {
    expect(inCase(text, "sentence")).toBe(sentence);
  });
});

describe("Letters whose number changes", () => {
  it.each([
    ["straße", "upper", "STRASSE"],
    ["İstanbul", "lower", "i̇stanbul"],
    ["ΟΔΥΣΣΕΥΣ ΣΑΣ", "lower", "οδυσσευς σας"],
    ["ﬁnd", "upper", "FIND"],
    ["ŉ", "upper", "ʼN"],
  ] as const)("turn “%s” into the right %s case", (text, style, changed) => {
    expect(inCase(text, style)).toBe(changed);
  });
});

/** What is left of a text when its case is taken away. */
function withoutCase(text: string): string {
  return text.toUpperCase().toLowerCase().toUpperCase().normalize("NFKD");
}

const anyCasedText = fc
  .array(
    fc.oneof(
      anyStoryText,
      fc.constantFrom(
        "ß",
        "ẞ",
        "İ",
        "ı",
        "Σ",
        "σ",
        "ς",
        "ΑΣ",
        "ﬁ",
        "ŉ",
        "ǆ",
        "ǰ",
        "ΐ",
        "K",
        " the ",
        "McDonald",
        "NATO",
        "-",
        "’",
        ": ",
        ". ",
      ),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(""));

describe("Whatever the text", () => {
  it("only the case of its letters changes, one piece for each character", () => {
    fc.assert(
      fc.property(anyCasedText, fc.constantFrom(...CASE_STYLES), (text, style) => {
        const letters = charactersOf(text);
        const pieces = changeCase(text, style);
        expect(pieces).toHaveLength(letters.length);
        for (const [at, letter] of letters.entries()) {
          expect(withoutCase(pieces[at] ?? "")).toBe(withoutCase(letter));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("passes over what is cased and to be ignored at once, when a sigma looks for the end of its word", () => {
    expect(inCase("ΑΣ\u{1E030}", "lower")).toBe("ας\u{1E030}");
    expect(inCase("ΑΣ\u{1E030}Α", "lower")).toBe("ασ\u{1E030}α");
  });

  it("upper and lower are those of Unicode", () => {
    fc.assert(
      fc.property(anyCasedText, (text) => {
        expect(inCase(text, "upper")).toBe(text.toUpperCase());
        expect(inCase(text, "lower")).toBe(text.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
