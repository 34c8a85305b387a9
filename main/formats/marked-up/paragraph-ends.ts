import type { Stamp } from "#shared/document/index.ts";
import type { View } from "./block-copies.ts";
import { saysSomething, type MarkedLine } from "./marked-lines.ts";
import { lastStamp } from "./open-stamps.ts";
import type { PrintedLines } from "./printed-in.ts";

/** The end of a paragraph: in which of the two texts it is there, and who put it in, struck it out or moved it. */
export interface MarkedEnd {
  readonly final: boolean;
  readonly original: boolean;
  readonly stamp: Stamp | null;
  /** True where it came or went with a paragraph that was moved. */
  readonly isMoved: boolean;
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

function stampedBy(
  view: View,
  line: MarkedLine,
  next: MarkedLine | undefined,
): Pick<MarkedEnd, "stamp" | "isMoved"> {
  const [field, other] =
    view === "final" ? (["inserted", "original"] as const) : (["deleted", "final"] as const);
  const { block, in: place } = line.copy;
  const own = saysSomething(line, other) ? undefined : block.tracked?.[field];
  if (own) return { stamp: own, isMoved: false };
  const move = place === view ? line.runs.find(({ moved }) => moved)?.moved : undefined;
  if (move) return { stamp: move.stamp, isMoved: true };
  const stamp =
    next?.copy.block.tracked?.[field] ??
    block.tracked?.[field] ??
    line.runs.findLast((run) => run[field])?.[field] ??
    lastStamp([block, ...(next ? [next.copy.block] : [])]);
  return { stamp, isMoved: false };
}

/** The end of a line as it is tracked; `next` is the line below it. */
export function markedEnd(
  line: MarkedLine,
  next: MarkedLine | undefined,
  ends: Readonly<Record<View, ReadonlySet<MarkedLine>>>,
): MarkedEnd {
  const [final, original] = [ends.final.has(line), ends.original.has(line)];
  if (final === original) return { final, original, stamp: null, isMoved: false };
  return { final, original, ...stampedBy(final ? "final" : "original", line, next) };
}
