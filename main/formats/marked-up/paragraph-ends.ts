import type { Stamp } from "#shared/document/index.ts";
import type { View } from "./block-copies.ts";
import { saysSomething, type MarkedLine } from "./marked-lines.ts";
import { lastStamp } from "./open-stamps.ts";
import type { PrintedLines } from "./printed-in.ts";

/** The end of a paragraph: in which of the two texts it is there, and who put it in, struck it out or moved the paragraph. */
export interface MarkedEnd {
  readonly final: boolean;
  readonly original: boolean;
  readonly stamp: Stamp | null;
}

/**
 * The lines at whose end a text has the end of a paragraph: the last that says something in each.
 * The file's last paragraph always ends, so there the last one of the text does.
 */
export function endsIn(
  view: View,
  lines: readonly MarkedLine[],
  printed: readonly PrintedLines[],
): ReadonlySet<MarkedLine> {
  const ends = new Set<MarkedLine>();
  for (const { lines: own } of printed.slice(0, -1)) {
    const last = lines.findLast((line) => own.includes(line) && saysSomething(line, view));
    if (last) ends.add(last);
  }
  const bottom = lines.at(-1);
  if (bottom) ends.add(bottom);
  return ends;
}

function stampOf(view: View, line: MarkedLine, next: MarkedLine | undefined): Stamp | null {
  const [field, other] =
    view === "final" ? (["inserted", "original"] as const) : (["deleted", "final"] as const);
  const { block, in: place } = line.copy;
  const own = saysSomething(line, other) ? undefined : block.tracked?.[field];
  const moved = place === view ? line.runs.find((run) => run.moved)?.moved : undefined;
  return (
    own ??
    moved?.stamp ??
    next?.copy.block.tracked?.[field] ??
    block.tracked?.[field] ??
    line.runs.findLast((run) => run[field])?.[field] ??
    lastStamp([block, ...(next ? [next.copy.block] : [])])
  );
}

/** The end of a line as it is tracked; `next` is the line below it. */
export function markedEnd(
  line: MarkedLine,
  next: MarkedLine | undefined,
  ends: Readonly<Record<View, ReadonlySet<MarkedLine>>>,
): MarkedEnd {
  const [final, original] = [ends.final.has(line), ends.original.has(line)];
  const stamp = final === original ? null : stampOf(final ? "final" : "original", line, next);
  return { final, original, stamp };
}
