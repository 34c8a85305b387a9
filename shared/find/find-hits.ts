import {
  bylineText,
  finalText,
  hasRuns,
  isStruckOut,
  type Block,
  type BlockId,
  type Mark,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { TextPlace } from "#shared/style/typography/clean-story.ts";
import type { CompiledQuery, MatchGroups, TextMatch } from "./compile.ts";
import type { FindPlace } from "./query.ts";

/** One place in a story where a query is found. Offsets are UTF-16 units of the final text of its field. */
export interface Hit {
  readonly block: BlockId;
  readonly place: TextPlace;
  readonly kind: FindPlace;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What stands on either side of it, for a list; at most {@link AROUND} units. */
  readonly before: string;
  readonly after: string;
  readonly groups: MatchGroups | null;
}

/** How much of the text on either side goes with a hit, in UTF-16 units. */
export const AROUND = 40;

/** One text of a block that can be searched. */
export interface SearchedField {
  readonly place: TextPlace;
  readonly kind: FindPlace;
  readonly runs: readonly Run[];
}

/** The texts of a block. A byline that is composed from its facts reads as it prints. */
export function searchedFields(block: Block): readonly SearchedField[] {
  if (isStruckOut(block)) return [];
  if (block.kind === "photo") {
    const { caption, credit, alt } = block;
    return [
      { place: "caption", kind: "caption", runs: caption },
      { place: "credit", kind: "credit", runs: credit },
      { place: "alt", kind: "alt", runs: alt === "" ? [] : [{ text: alt }] },
    ];
  }
  if (!hasRuns(block)) return [];
  const { kind } = block;
  if (block.kind === "byline" && block.runs.length === 0) {
    return [{ place: "runs", kind: block.kind, runs: [{ text: bylineText(block) }] }];
  }
  const own: SearchedField = { place: "runs", kind, runs: block.runs };
  if (block.kind !== "headline" || !block.alternates) return [own];
  return [
    own,
    ...block.alternates.map((runs, nth): SearchedField => ({ place: `alternate ${nth}`, kind, runs })),
  ];
}

/** True where all of a stretch of the final text has the marks. */
function hasMarks(runs: readonly Run[], marks: readonly Mark[], from: number, to: number): boolean {
  let start = 0;
  for (const run of runs) {
    if (run.deleted) continue;
    const end = start + run.text.length;
    if (start < to && end > from && !marks.every((mark) => run.marks?.includes(mark) === true)) return false;
    start = end;
  }
  return true;
}

/** Every stretch of the final text that has the marks, each as long as it can be. */
function markedStretches(runs: readonly Run[], marks: readonly Mark[]): readonly TextMatch[] {
  const stretches: TextMatch[] = [];
  let start = 0;
  for (const run of runs) {
    if (run.deleted) continue;
    const to = start + run.text.length;
    if (to > start && marks.every((mark) => run.marks?.includes(mark) === true)) {
      const last = stretches.at(-1);
      if (last?.to === start) stretches[stretches.length - 1] = { ...last, to };
      else stretches.push({ from: start, to, groups: null });
    }
    start = to;
  }
  return stretches;
}

/** The hits in one block, in the order of its text. What is struck out by a tracked change is not there. */
export function findInBlock(block: Block, { query, matches }: CompiledQuery): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { place, kind, runs } of searchedFields(block)) {
    if (query.places.length > 0 && !query.places.includes(kind)) continue;
    const text = finalText(runs);
    if (text === "") continue;
    const found =
      query.words === ""
        ? markedStretches(runs, query.marks)
        : matches(text).filter(
            ({ from, to }) => query.marks.length === 0 || hasMarks(runs, query.marks, from, to),
          );
    for (const { from, to, groups } of found) {
      hits.push({
        block: block.id,
        place,
        kind,
        from,
        to,
        text: text.slice(from, to),
        before: text.slice(Math.max(0, from - AROUND), from).toWellFormed(),
        after: text.slice(to, to + AROUND).toWellFormed(),
        groups,
      });
    }
  }
  return hits;
}

/** The hits in a story, in the order of its text. */
export function findInStory(document: StoryDocument, compiled: CompiledQuery): readonly Hit[] {
  return document.blocks.flatMap((block) => findInBlock(block, compiled));
}
