import { words } from "#shared/language/index.ts";
import { LEFT_OUT, type LeftOut } from "./left-out.ts";
import type { Pasted } from "./pasted.ts";

function leftOutWords(leftOut: LeftOut): readonly string[] {
  const said = words().paste.leftOut;
  return LEFT_OUT.flatMap((kind) => {
    const count = leftOut[kind];
    return count === undefined ? [] : [said[kind]({ count })];
  });
}

/** The line that is shown after a paste: what came from where, what was mended and what is not there. */
export function pasteSentence({ blocks, program, leftOut, joined, hyphens }: Pasted): string {
  const said = words().paste;
  const areParagraphs = blocks.every(({ kind }) => kind === "paragraph");
  const fromIfAny = program === null ? null : said.programs[program];
  const left = leftOutWords(leftOut);
  return [
    (areParagraphs ? said.pastedParagraphs : said.pastedBlocks)({ count: blocks.length, fromIfAny }),
    ...(joined === 0 ? [] : [said.joined({ count: joined, hyphens })]),
    ...(left.length === 0 ? [] : [said.leftOutSentence({ each: left })]),
  ].join(" ");
}

/** True where a paste has anything to tell: a word or two that only lost its font has not. */
export function isWorthTelling({ blocks, program, leftOut, joined }: Pasted): boolean {
  if (program === "stet" || blocks.length === 0) return false;
  const lost = LEFT_OUT.filter((kind) => leftOut[kind] !== undefined);
  return joined > 0 || lost.some((kind) => kind !== "looks") || (lost.length > 0 && blocks.length > 1);
}
