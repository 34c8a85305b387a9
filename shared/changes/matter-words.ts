import type { Block, BlockId, StoryDocument } from "#shared/document/index.ts";
import { BLOCK_WORDS } from "#shared/newsroom/block-words.ts";
import type { ChangeKind, OpenChange } from "./changes-of.ts";
import type { OpenMatters, OpenQuery } from "./open-matters.ts";

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  insert: "words put in",
  delete: "words struck out",
  format: "other formatting",
  link: "another link",
  split: "a split",
  join: "a join",
  insertBlock: "a new block",
  deleteBlock: "a block struck out",
  kind: "another kind",
  byline: "other byline facts",
  wordings: "other wordings",
  photo: "another picture, size or alt text",
  move: "a move",
};

/** How many matters a sentence names before it only counts the rest. */
const NAMED = 3;
const LONGEST = 32;

function plural(count: number, one: string, other: string): string {
  return `${String(count)} ${count === 1 ? one : other}`;
}

/** `2 changes and 1 query`; empty where nothing is open. */
export function matterCount({ changes, queries }: OpenMatters): string {
  return [
    ...(changes.length > 0 ? [plural(changes.length, "change", "changes")] : []),
    ...(queries.length > 0 ? [plural(queries.length, "query", "queries")] : []),
  ].join(" and ");
}

/** Where a block is, in words: `paragraph 4`, `the headline`. */
function blockWords(blocks: readonly Block[], id: BlockId | null): string {
  const block = blocks.find((one) => one.id === id);
  if (!block) return "no place any more";
  const alike = blocks.filter(({ kind }) => kind === block.kind);
  const name = BLOCK_WORDS[block.kind];
  return alike.length > 1 || block.kind === "paragraph"
    ? `${name} ${String(alike.indexOf(block) + 1)}`
    : `the ${name}`;
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line === "") return "";
  const cut =
    line.length > LONGEST
      ? `${line
          .slice(0, LONGEST)
          .replace(/\s\S*$/u, "")
          .toWellFormed()}…`
      : line;
  return `, “${cut}”`;
}

function changeWords(blocks: readonly Block[], change: OpenChange): string {
  const [kind] = change.kinds;
  const block = change.places[0]?.block ?? null;
  const text = [change.inserted, change.deleted, change.formatted].find((one) => one.trim() !== "") ?? "";
  return `${kind ? KIND_WORDS[kind] : "a change"} in ${blockWords(blocks, block)}${quoted(text)}`;
}

function queryWords(blocks: readonly Block[], { note, block }: OpenQuery): string {
  return `a query in ${blockWords(blocks, block)}${quoted(note.text)}`;
}

/** What is open and where, as the end of a sentence: the first few by name, the others counted. */
export function matterWords({ blocks }: StoryDocument, { changes, queries }: OpenMatters): string {
  const all = [
    ...queries.map((query) => queryWords(blocks, query)),
    ...changes.map((change) => changeWords(blocks, change)),
  ];
  const named = all.slice(0, NAMED);
  const more = all.length - named.length;
  return [...named, ...(more > 0 ? [`and ${String(more)} more`] : [])].join("; ");
}
