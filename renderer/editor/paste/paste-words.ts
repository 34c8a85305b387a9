import { LEFT_OUT, type LeftOut, type LeftOutKind } from "./left-out.ts";
import type { Pasted } from "./pasted.ts";
import { PROGRAMS } from "./source-program.ts";

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOutKind, (count: number) => string>> = {
  looks: () => "fonts and colours",
  pictures: (count) => counted(count, "picture"),
  trackers: (count) => counted(count, "tracking pixel"),
  embeds: (count) => counted(count, "player or frame", "players or frames"),
  scripts: (count) => counted(count, "script"),
  controls: (count) => counted(count, "button or form field", "buttons or form fields"),
  hidden: (count) => counted(count, "piece of hidden text", "pieces of hidden text"),
  deletions: (count) => counted(count, "tracked deletion"),
  comments: (count) => counted(count, "comment"),
  numbers: (count) =>
    `the ${count === 1 ? "number of 1 list item" : `numbers of ${counted(count, "list item")}`}`,
  redirects: (count) => counted(count, "redirect before a link", "redirects before links"),
  deadLinks: (count) => counted(count, "link that leads nowhere", "links that lead nowhere"),
  characters: (count) => counted(count, "control character"),
  halves: (count) => `${counted(count, "half character")} (\uFFFD stands for ${count === 1 ? "it" : "each"})`,
};

function leftOutSentence(leftOut: LeftOut): string {
  const parts = LEFT_OUT.flatMap((kind) => {
    const count = leftOut[kind];
    return count === undefined ? [] : [LEFT_OUT_WORDS[kind](count)];
  });
  return parts.length === 0 ? "" : ` Left out: ${parts.join(", ")}.`;
}

function joinedSentence(joined: number, hyphens: number): string {
  if (joined === 0) return "";
  const taken =
    hyphens === 0
      ? ""
      : ` and ${counted(hyphens, "hyphen")} taken out: check ${hyphens === 1 ? "it" : "them"}`;
  return ` ${counted(joined, "line end")} joined${taken}.`;
}

/** The line that is shown after a paste: what came from where, what was mended and what is not there. */
export function pasteSentence({ blocks, program, leftOut, joined, hyphens }: Pasted): string {
  const areParagraphs = blocks.every(({ kind }) => kind === "paragraph");
  const what = counted(blocks.length, areParagraphs ? "paragraph" : "block");
  const from = program === null ? "" : ` from ${PROGRAMS[program]}`;
  return `Pasted ${what}${from}.${joinedSentence(joined, hyphens)}${leftOutSentence(leftOut)}`;
}

/** True where a paste has anything to tell: a word or two that only lost its font has not. */
export function isWorthTelling({ blocks, program, leftOut, joined }: Pasted): boolean {
  if (program === "stet" || blocks.length === 0) return false;
  const lost = LEFT_OUT.filter((kind) => leftOut[kind] !== undefined);
  return joined > 0 || lost.some((kind) => kind !== "looks") || (lost.length > 0 && blocks.length > 1);
}
