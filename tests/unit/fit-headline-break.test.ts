import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenRuns } from "#renderer/fit/break-headline.ts";
import type { Run } from "#shared/document/index.ts";

const STRUCK: Run["deleted"] = { id: "c_1", by: "Ruiz", at: "2026-11-22T09:14:03Z" };

function final(runs: readonly Run[]): string {
  return runs.flatMap(({ text, deleted }) => (deleted ? [] : [text])).join("");
}

describe("Breaking a headline as proposed", () => {
  it("puts a break where a line ends, and takes other breaks out", () => {
    const runs = [{ text: "Board sends\nseawall " }, { text: "plan to voters", marks: ["italic"] as const }];
    expect(
      brokenRuns(runs, [
        { start: 0, end: 19 },
        { start: 20, end: 34 },
      ]),
    ).toEqual([{ text: "Board sends seawall\n" }, { text: "plan to voters", marks: ["italic"] }]);
  });

  it("leaves what is struck out alone, and does not count it", () => {
    const runs: readonly Run[] = [
      { text: "Board " },
      { text: "quickly ", deleted: STRUCK },
      { text: "sends plan" },
    ];
    const broken = brokenRuns(runs, [
      { start: 0, end: 5 },
      { start: 6, end: 16 },
    ]);
    expect(broken).toEqual([
      { text: "Board\n" },
      { text: "quickly ", deleted: STRUCK },
      { text: "sends plan" },
    ]);
  });

  it("keeps every word in its order and gives as many lines as were asked for", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 11 }),
        (typed, at) => {
          const text = typed.join(" ");
          const cut = Math.min(at, typed.length - 1);
          const end = typed.slice(0, cut).join(" ").length;
          const [broken] = brokenRuns(
            [{ text }],
            [
              { start: 0, end },
              { start: end + 1, end: text.length },
            ],
          );
          const lines = final(broken ? [broken] : []).split("\n");
          expect(lines).toHaveLength(2);
          expect(lines.join(" ")).toBe(text);
        },
      ),
    );
  });
});
