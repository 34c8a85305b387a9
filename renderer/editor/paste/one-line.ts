import { blockText, hasRuns, type Block, type Mark, type Run } from "#shared/document/index.ts";

/** Marks that a field over the body has by being what it is. */
const OWN_MARKS: ReadonlySet<Mark> = new Set<Mark>(["bold", "underline"]);
const MOST_LINES = 4;
const MOST_LETTERS = 300;

function flat(text: string): string {
  return text.replace(/\s+/g, (spaces) => (/[\n\t]/.test(spaces) ? " " : spaces));
}

/** The text of blocks as one line of runs, for a field that has no more room. */
export function oneLine(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block, at) => {
    const runs = hasRuns(block) ? block.runs : [{ text: blockText(block) }];
    const line = runs.map((run) => ({ ...run, text: flat(run.text) }));
    return at === 0 ? line : [{ text: " " }, ...line];
  });
}

/** Runs as a headline, a byline and their like hold them: no links, and no marks of a paragraph's emphasis. */
export function headingRuns(runs: readonly Run[]): readonly Run[] {
  return runs.map(({ marks = [], link: _link, ...run }) => {
    const kept = marks.filter((mark) => !OWN_MARKS.has(mark));
    return kept.length > 0 ? { ...run, marks: kept } : run;
  });
}

/** True where blocks are one heading, perhaps broken into lines by its source; more is a heading and a story. */
export function isOneHeading(blocks: readonly Block[]): boolean {
  const [first, ...rest] = blocks;
  if (!first || rest.some(({ kind }) => kind !== first.kind)) return false;
  if (rest.length === 0) return true;
  const letters = blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  return blocks.length <= MOST_LINES && letters <= MOST_LETTERS && blocks.every(hasRuns);
}
