import { describe, expect, it } from "vitest";
import { invisiblesIn } from "#renderer/editor/invisibles/kinds.ts";

describe("What has no ink", () => {
  it.each([
    ["a b", ["space"]],
    ["a  b", ["doubleSpace", "doubleSpace"]],
    ["a   b c", ["doubleSpace", "doubleSpace", "doubleSpace", "space"]],
    ["a\u00A0b\u202Fc", ["noBreak", "narrowNoBreak"]],
    ["a\u00A0 b", ["noBreak", "space"]],
    ["a\tb", ["tab"]],
    ["a\u2002b\u2003c\u2009d", [{ wide: "n" }, { wide: "m" }, { wide: "t" }]],
    ["a\u00ADb\u200Bc\u2060d\u200Fe", [{ zero: "¬" }, { zero: "zw" }, { zero: "wj" }, { zero: "rl" }]],
    ["नर\u200Dक", [{ zero: "j" }]],
    ["👩‍🚀 and 👨‍👩‍👧", ["space", "space"]],
    ["nothing", []],
  ])("is told apart in %j", (text, marks) => {
    expect(invisiblesIn(text).map(({ mark }) => mark)).toEqual(marks);
  });

  it("is found where it stands", () => {
    expect(invisiblesIn("ab c\u00A0d").map(({ at }) => at)).toEqual([2, 4]);
  });
});
