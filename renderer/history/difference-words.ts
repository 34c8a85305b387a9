import { words } from "#shared/language/index.ts";
import { counted, figure } from "#renderer/app/length.ts";
import {
  MARKS,
  runsText,
  type Block,
  type Crop,
  type Mark,
  type PrintSize,
  type Run,
} from "#shared/document/index.ts";
import type { BlockChange, ComparisonSummary, TextField } from "#shared/merge/index.ts";
import type { MarkedBlock } from "./marked-blocks.ts";

/** One thing that two states tell differently, in words. */
export interface FactDifference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What the texts of a block are called; running text has no name of its own. */
export const FIELD_WORDS: Readonly<Record<Exclude<TextField, "runs">, string>> = {
  caption: "Caption",
  credit: "Credit",
  alt: "Alt text",
};

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  bold: "bold",
  italic: "italic",
  underline: "underlined",
  strikethrough: "struck through",
  superscript: "superscript",
  subscript: "subscript",
  smallCaps: "small caps",
};

function kindName(kind: Block["kind"]): string {
  return kind === "unknown" ? "Block of a newer Stet" : words().story.kinds[kind];
}

/** What a block is called. */
export function blockName({ kind }: Block): string {
  return kindName(kind);
}

function percent(fraction: number): string {
  return `${String(Math.round(fraction * 100))} %`;
}

function cropWords(crop: Crop | null): string {
  if (crop === null) return "the whole picture";
  const { width, height, left, top } = crop;
  return `${percent(width)} × ${percent(height)}, ${percent(left)} from the left, ${percent(top)} from the top`;
}

function sizeWords(size: PrintSize | null): string {
  return size === null ? "no size" : `${figure(size.widthPt)} × ${figure(size.heightPt)} pt`;
}

function listed(items: readonly string[], separator: string): string {
  return items.length === 0 ? "none" : items.join(separator);
}

/** A change of a block's facts in words; null for a change of text or picture, which are shown themselves. */
export function factDifference(change: BlockChange): FactDifference | null {
  switch (change.what) {
    case "kind":
      return { name: "Kind", before: kindName(change.before), after: kindName(change.after) };
    case "alternates":
      return {
        name: "Other headlines",
        before: listed(change.before.map(runsText), " / "),
        after: listed(change.after.map(runsText), " / "),
      };
    case "authors":
      return {
        name: "Authors",
        before: listed(change.before, ", "),
        after: listed(change.after, ", "),
      };
    case "agency":
      return { name: "Agency", before: change.before ?? "none", after: change.after ?? "none" };
    case "crop":
      return { name: "Crop", before: cropWords(change.before), after: cropWords(change.after) };
    case "size":
      return { name: "Print size", before: sizeWords(change.before), after: sizeWords(change.after) };
    case "raw":
      return { name: "Content", before: "as a newer Stet wrote it then", after: "as it wrote it later" };
    default:
      return null;
  }
}

function trackedWords({ change }: Run): readonly string[] {
  if (!change) return [];
  return [change.kind === "insert" ? "marked as inserted" : "marked as deleted"];
}

function lookWords(run: Run): string {
  const { marks = [], link } = run;
  const words = [
    ...MARKS.filter((mark) => marks.includes(mark)).map((mark) => MARK_WORDS[mark]),
    ...(link ? [`linked to ${link.href}`] : []),
    ...trackedWords(run),
  ];
  return words.length === 0 ? "plain" : words.join(", ");
}

/** How text that reads the same looks now: "now bold, was plain". */
export function reformattedWords(was: Run, run: Run): string {
  const before = lookWords(was);
  const after = lookWords(run);
  return before === after ? "notes changed" : `now ${after}, was ${before}`;
}

function keptWords(name: string, { block, moved }: MarkedBlock): string {
  const happened = [
    ...(moved === null ? [] : [`moved from ${moved === "up" ? "below" : "above"}`]),
    ...(block.state === "changed" ? ["changed"] : []),
  ];
  return happened.length === 0 ? name : `${name} ${happened.join(" and ")}`;
}

/** What happened to a block, for its label: "Paragraph added", "Photo moved from below and changed". */
export function blockWords(marked: MarkedBlock): string {
  const { block, moved } = marked;
  const name = blockName(block.state === "removed" ? block.before : block.after);
  switch (block.state) {
    case "added":
      return `${name} added`;
    case "removed":
      return `${name} deleted`;
    case "movedAway":
      return `${name} moved ${moved ?? "away"} from here`;
    default:
      return keptWords(name, marked);
  }
}

/** Changed blocks whose words are the same: other marks, another kind, other authors. */
function otherwiseChanged(blocks: readonly MarkedBlock[]): number {
  return blocks.filter(
    ({ block }) =>
      block.state === "changed" &&
      block.after.kind !== "photo" &&
      block.changes.every(({ what }) => what !== "words"),
  ).length;
}

function movedWords(blocks: readonly MarkedBlock[]): string {
  const away = blocks.flatMap(({ block }) => (block.state === "movedAway" ? [block] : []));
  if (away.length === 0) return "";
  const paragraphs = away.every(({ after }) => after.kind === "paragraph");
  return `${counted(away.length, paragraphs ? "paragraph" : "block")} moved`;
}

/** The sum of a comparison: "12 words added, 3 deleted, 1 paragraph moved". */
export function sumWords(
  { wordsAdded, wordsRemoved, picturesChanged }: ComparisonSummary,
  blocks: readonly MarkedBlock[],
): string {
  const others = otherwiseChanged(blocks);
  const parts = [
    wordsAdded > 0 ? `${counted(wordsAdded, "word")} added` : "",
    wordsRemoved > 0
      ? `${wordsAdded > 0 ? figure(wordsRemoved) : counted(wordsRemoved, "word")} deleted`
      : "",
    movedWords(blocks),
    picturesChanged > 0 ? `${counted(picturesChanged, "picture")} changed` : "",
    others > 0 ? `${counted(others, "block")} with the same words changed` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "No difference in the text" : parts.join(", ");
}
