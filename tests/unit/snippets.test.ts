import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#shared/contract/index.ts";
import { settingsChangeSchema } from "#shared/contract/settings.ts";
import { apDate, fillSnippet, FIRST_SNIPPETS, snippetBefore } from "#shared/style/snippets/index.ts";

const FACTS = { slug: "harbor", headline: "", date: "Nov. 22, 2026", author: "Ana Ruiz" };

describe("Boilerplate", () => {
  it("has its fields filled, and asks for what is not known by its name", () => {
    const filled = fillSnippet({ text: "{author} on {slug}: {headline}, {Place} {cursor}({date})" }, FACTS);
    expect(filled.text).toBe("Ana Ruiz on harbor: headline, Place (Nov. 22, 2026)");
    expect(filled.stops.map(({ at, length }) => filled.text.slice(at, at + length))).toEqual([
      "headline",
      "Place",
      "",
    ]);
    expect(filled.stops.at(-1)?.at).toBe("Ana Ruiz on harbor: headline, Place ".length);
  });

  it("leaves the caret behind the text where nothing else is said", () => {
    expect(fillSnippet({ text: "-30-" }, FACTS)).toEqual({ text: "-30-", stops: [{ at: 4, length: 0 }] });
  });

  it("is one paragraph, and its stops lie in it in order, whatever was written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "{", "}", " ", "\n", "{slug}", "{cursor}", "{What}") }),
        (text) => {
          const filled = fillSnippet({ text }, FACTS);
          expect(filled.text).not.toContain("\n");
          for (const { at, length } of filled.stops) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at + length).toBeLessThanOrEqual(filled.text.length);
          }
        },
      ),
    );
  });

  it.each([
    ["and nocom", "nocom", 4],
    ["“nocom", "nocom", 1],
    ["30", "30", 0],
  ])("is found by the code before the caret: %s", (before, code, at) => {
    const found = snippetBefore(before, FIRST_SNIPPETS);
    expect([found?.snippet.code, found?.at]).toEqual([code, at]);
  });

  it.each(["nocom ", "xnocom", "https://example.org/30", "@30", "desk@nocom", ""])(
    "is not found in: “%s”",
    (before) => {
      expect(snippetBefore(before, FIRST_SNIPPETS)).toBeNull();
    },
  );

  it("writes a day as AP does", () => {
    expect([new Date(2026, 10, 22), new Date(2026, 4, 1), new Date(2027, 8, 9)].map(apDate)).toEqual([
      "Nov. 22, 2026",
      "May 1, 2026",
      "Sept. 9, 2027",
    ]);
  });

  it("comes with Stet in a form that its own settings take", () => {
    const { snippets } = DEFAULT_SETTINGS;
    expect(settingsChangeSchema.safeParse({ snippets }).success).toBe(true);
    expect(new Set(snippets.map(({ code }) => code)).size).toBe(snippets.length);
    expect(
      settingsChangeSchema.safeParse({ snippets: [{ code: "a b", name: "x", text: "y" }] }).success,
    ).toBe(false);
  });
});
