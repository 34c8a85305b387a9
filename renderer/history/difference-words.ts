import {
  MARKS,
  runsText,
  type Block,
  type BlockTracking,
  type Crop,
  type PrintSize,
  type Run,
} from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { BlockChange, ComparisonSummary } from "#shared/merge/index.ts";
import type { MarkedBlock } from "./marked-blocks.ts";

/** One thing that two states tell differently, in words. */
export interface FactDifference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function kindName(kind: Block["kind"]): string {
  return words().history.blocks.name({ blockKind: kind });
}

/** What a block is called. */
export function blockName({ kind }: Block): string {
  return kindName(kind);
}

function percent(fraction: number): string {
  return `${String(Math.round(fraction * 100))} %`;
}

function cropWords(crop: Crop | null): string {
  const { wholePicture, cropped } = words().history.differences;
  if (crop === null) return wholePicture;
  const { width, height, left, top } = crop;
  return cropped({
    width: percent(width),
    height: percent(height),
    left: percent(left),
    top: percent(top),
  });
}

function sizeWords(size: PrintSize | null): string {
  const { noSize, sized } = words().history.differences;
  return size === null ? noSize : sized(size);
}

function listed(items: readonly string[], separator: string): string {
  return items.length === 0 ? words().history.differences.none : items.join(separator);
}

/** What is marked on a block beside its text. */
function trackingWords(tracked: BlockTracking | null): string {
  const { looks } = words().history;
  const told = [
    ...(tracked?.inserted ? [looks.inserted] : []),
    ...(tracked?.deleted ? [looks.deleted] : []),
    ...(tracked?.facts ? [looks.factsChanged] : []),
    ...(tracked?.moves ? [looks.moved] : []),
  ];
  return listed(told, ", ");
}

/** A change of a block's facts in words; null for a change of text or picture, which are shown themselves. */
export function factDifference(change: BlockChange): FactDifference | null {
  const said = words().history.differences;
  switch (change.what) {
    case "kind":
      return { name: said.kind, before: kindName(change.before), after: kindName(change.after) };
    case "alternates":
      return {
        name: said.alternates,
        before: listed(change.before.map(runsText), " / "),
        after: listed(change.after.map(runsText), " / "),
      };
    case "authors":
      return { name: said.authors, before: listed(change.before, ", "), after: listed(change.after, ", ") };
    case "agency":
      return { name: said.agency, before: change.before ?? said.none, after: change.after ?? said.none };
    case "crop":
      return { name: said.crop, before: cropWords(change.before), after: cropWords(change.after) };
    case "size":
      return { name: said.size, before: sizeWords(change.before), after: sizeWords(change.after) };
    case "tracked":
      return {
        name: said.openChanges,
        before: trackingWords(change.before),
        after: trackingWords(change.after),
      };
    case "raw":
      return { name: said.content, ...said.newerStet };
    default:
      return null;
  }
}

function trackedWords({ inserted, deleted, formats }: Run): readonly string[] {
  const { looks } = words().history;
  return [
    ...(inserted ? [looks.inserted] : []),
    ...(deleted ? [looks.deleted] : []),
    ...(formats ? [looks.reformatted] : []),
  ];
}

function lookWords(run: Run): string {
  const { marks = [], link } = run;
  const { marks: names, linked, plain } = words().history.looks;
  const said = [
    ...MARKS.filter((mark) => marks.includes(mark)).map((mark) => names[mark]),
    ...(link ? [linked({ href: link.href })] : []),
    ...trackedWords(run),
  ];
  return said.length === 0 ? plain : said.join(", ");
}

/** How text that reads the same looks now: "now bold, was plain". */
export function reformattedWords(was: Run, run: Run): string {
  const before = lookWords(was);
  const after = lookWords(run);
  const { notesChanged, changed } = words().history.looks;
  return before === after ? notesChanged : changed({ before, after });
}

/** What happened to a block, for its label: "Paragraph added", "Photo moved from below and changed". */
export function blockWords({ block, moved }: MarkedBlock): string {
  const said = words().history.blocks;
  const { kind: blockKind } = block.state === "removed" ? block.before : block.after;
  switch (block.state) {
    case "added":
      return said.added({ blockKind });
    case "removed":
      return said.deleted({ blockKind });
    case "movedAway":
      return said.movedAway({ blockKind, way: moved ?? "away" });
    case "changed":
      return moved === null
        ? said.changed({ blockKind })
        : said.movedHereAndChanged({ blockKind, way: moved });
    default:
      return moved === null ? said.name({ blockKind }) : said.movedHere({ blockKind, way: moved });
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
  const count = away.length;
  if (count === 0) return "";
  const { paragraphsMoved, blocksMoved } = words().history.sum;
  return away.every(({ after }) => after.kind === "paragraph")
    ? paragraphsMoved({ count })
    : blocksMoved({ count });
}

/** The sum of a comparison: "12 words added, 3 deleted, 1 paragraph moved". */
export function sumWords(
  { wordsAdded, wordsRemoved, picturesChanged }: ComparisonSummary,
  blocks: readonly MarkedBlock[],
): string {
  const { sum } = words().history;
  const others = otherwiseChanged(blocks);
  const deleted = wordsAdded > 0 ? sum.andDeleted : sum.wordsDeleted;
  const parts = [
    wordsAdded > 0 ? sum.wordsAdded({ count: wordsAdded }) : "",
    wordsRemoved > 0 ? deleted({ count: wordsRemoved }) : "",
    movedWords(blocks),
    picturesChanged > 0 ? sum.picturesChanged({ count: picturesChanged }) : "",
    others > 0 ? sum.otherwiseChanged({ count: others }) : "",
  ].filter(Boolean);
  return parts.length === 0 ? sum.none : parts.join(", ");
}
