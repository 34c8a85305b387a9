import { describe, expect, it } from "vitest";
import { CASE_STYLES, changeCase } from "#shared/style/case/index.ts";
import { measuresIn } from "#shared/style/conversion/index.ts";
import { moneyIn } from "#shared/style/currency/index.ts";
import { tksIn } from "#shared/style/placeholders/index.ts";
import { FIRST_SNIPPETS, snippetBefore } from "#shared/style/snippets/index.ts";
import { cleanParagraph, typographyStyle } from "#shared/style/typography/index.ts";
import { splitCredit, splitDateline } from "#shared/newsroom/index.ts";

const LENGTH = 64_000;
/** What goes wrong does so by the square of the length, and takes a minute. */
const MOST_MS = 2_000;
const STYLE = typographyStyle("us", []);

/** Pieces that rules begin to match and go on with for as long as they can. */
const PIECES = [
  ..."a .\"'1-T$;é(“«".split(""),
  ..."1 |--|1,000 |'s |TK|A |www.|http://a.|a@|a.a|1/2 |$1 |()|a-|Mc|1'2\" |5 km |and |A. |1.|1,|a/|a'".split(
    "|",
  ),
  "\u00A0",
  "\u0301",
  "👩‍👩‍👧‍👦",
  "Jane ",
  "(AFP) ",
  "NORRBY – ",
];

const WORK: readonly (readonly [string, (text: string) => unknown])[] = [
  ["measures", measuresIn],
  ["money", moneyIn],
  ["a snippet's code", (text) => snippetBefore(text, FIRST_SNIPPETS)],
  ["TKs", tksIn],
  ["typography", (text) => cleanParagraph(text, STYLE)],
  ["a credit", splitCredit],
  ["a dateline", splitDateline],
  ...CASE_STYLES.map((style) => [`${style} case`, (text: string) => changeCase(text, style)] as const),
];

describe("A paragraph of 64,000 letters that no writer would write", () => {
  it.each(WORK)("is looked through for %s without standing still", (_what, look) => {
    const slow = PIECES.map((piece) => {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length));
      const beganMs = performance.now();
      look(text);
      return [piece, performance.now() - beganMs] as const;
    }).filter(([, tookMs]) => tookMs > MOST_MS);
    expect(slow).toEqual([]);
  });
});
