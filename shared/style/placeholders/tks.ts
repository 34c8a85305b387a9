import {
  finalText,
  hasRuns,
  isStruckOut,
  type Block,
  type BlockId,
  type StoryDocument,
} from "#shared/document/index.ts";
import { BLOCK_WORDS } from "#shared/newsroom/block-words.ts";
import { isAddress } from "../addresses.ts";

/** Where a TK stands in a text, its brackets included, in UTF-16 units. */
export interface TkPlace {
  readonly at: number;
  readonly length: number;
}

/** A TK of a story, in the final text of one of its fields. */
export interface StoryTk extends TkPlace {
  readonly block: BlockId;
  readonly field: "text" | "caption" | "credit" | "alt";
}

const TK = /(?<![\p{L}\p{N}\p{M}_])(?:(?:TK)+|(?:tk)+)(?![\p{L}\p{N}\p{M}_])/gu;
const MAY_HOLD = /tk/iu;

/** True where the piece without spaces around `at` is an address. */
function isInAddress(text: string, at: number): boolean {
  const before = /\S*$/u.exec(text.slice(0, at))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(at))?.[0] ?? "";
  const bare = (before + after).replaceAll(/^[("'“‘[]+|[)"'”’\],.;:!?]+$/gu, "");
  return isAddress(bare);
}

function withBrackets(text: string, at: number, length: number): TkPlace {
  const isBracketed =
    (text[at - 1] === "(" && text[at + length] === ")") ||
    (text[at - 1] === "[" && text[at + length] === "]");
  return isBracketed ? { at: at - 1, length: length + 2 } : { at, length };
}

/**
 * The placeholders of a text: `TK`, `TKTK`, `tk` and `(TK)`, “to come”, as words of their own or as a
 * part of a compound (`TK-year-old`, `TK’s`). Not inside other words and not in addresses.
 */
export function tksIn(text: string): readonly TkPlace[] {
  if (!MAY_HOLD.test(text)) return [];
  return [...text.matchAll(TK)]
    .filter((match) => !isInAddress(text, match.index))
    .map((match) => withBrackets(text, match.index, match[0].length));
}

/** The texts of a block as they print, with the names of their fields; another wording of a headline is none of them. */
function textsOf(block: Block): readonly (readonly [StoryTk["field"], string])[] {
  if (isStruckOut(block)) return [];
  if (hasRuns(block)) return [["text", finalText(block.runs)]];
  if (block.kind !== "photo") return [];
  return [
    ["caption", finalText(block.caption)],
    ["credit", finalText(block.credit)],
    ["alt", block.alt],
  ];
}

/** The placeholders of a block in reading order; what is struck out and notes count for nothing. */
export function blockTks(block: Block): readonly StoryTk[] {
  return textsOf(block).flatMap(([field, text]) =>
    tksIn(text).map((place) => ({ ...place, block: block.id, field })),
  );
}

/** The placeholders of a story in reading order; what is struck out and notes count for nothing. */
export function storyTks({ blocks }: StoryDocument): readonly StoryTk[] {
  return blocks.flatMap(blockTks);
}

const FIELD_WORDS = { text: "text", caption: "caption", credit: "credit", alt: "alt text" } as const;

const AROUND = 24;

/** The words around a TK, cut at spaces. */
function wordsAround(text: string, { at, length }: TkPlace): string {
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  const lead = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/u, "")}` : before;
  const rest = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/u, "")}…` : after;
  return `${lead}${text.slice(at, at + length)}${rest}`.replaceAll(/\s+/gu, " ").trim().toWellFormed();
}

/** The words around a TK of a story: `…the mayor, TK, said…`. */
export function wordsAroundTk({ blocks }: StoryDocument, tk: StoryTk): string {
  const block = blocks.find(({ id }) => id === tk.block);
  const text = block && textsOf(block).find(([field]) => field === tk.field)?.[1];
  return wordsAround(text ?? "", tk);
}

/** Where a TK of a story is, in words: `paragraph 4, “…the mayor, TK, said…”`. */
export function tkWords({ blocks }: StoryDocument, tk: StoryTk): string {
  const block = blocks.find(({ id }) => id === tk.block);
  if (!block || block.kind === "unknown") return "";
  const alike = blocks.filter(({ kind }) => kind === block.kind);
  const nth = alike.length > 1 || block.kind === "paragraph" ? ` ${String(alike.indexOf(block) + 1)}` : "";
  const where =
    block.kind === "photo"
      ? `the ${FIELD_WORDS[tk.field]} of photo${nth}`
      : `${BLOCK_WORDS[block.kind]}${nth}`;
  const text = textsOf(block).find(([field]) => field === tk.field)?.[1] ?? "";
  return `${nth === "" ? "the " : ""}${where}, “${wordsAround(text, tk)}”`.replace("the the", "the");
}

/** `1 TK`, `3 TKs`. */
export function tkCount(count: number): string {
  return count === 1 ? "1 TK" : `${String(count)} TKs`;
}
