import { VIEWS, type View } from "./block-copies.ts";
import { saysSomething, type MarkedLine } from "./marked-lines.ts";
import { isIn, type MarkedMove, type MarkedRun } from "./marked-run.ts";
import type { PrintedLines } from "./printed-in.ts";

/** What one of the two texts asks of a dateline: the line that it leads there, if any. */
interface Demand {
  readonly view: View;
  readonly led: ReadonlyMap<MarkedLine, MarkedLine>;
  /** True where something prints between a line and a later one. */
  readonly isParted: (line: MarkedLine, target: MarkedLine) => boolean;
}

function demandOf(view: View, lines: readonly MarkedLine[], printed: readonly PrintedLines[]): Demand {
  const led = new Map<MarkedLine, MarkedLine>();
  for (const { dateline, lines: own } of printed) {
    const [target] = own;
    if (target) for (const line of dateline) led.set(line, target);
  }
  const composed = new Set(printed.flatMap((one) => (one.composed === "" ? [] : one.lines)));
  const isParted = (line: MarkedLine, target: MarkedLine): boolean =>
    lines
      .slice(lines.indexOf(line) + 1, lines.indexOf(target))
      .some((other) => (saysSomething(other, view) && led.get(other) !== target) || composed.has(other));
  return { view, led, isParted };
}

/** True where a text comes out right with a line put before `target`, or left where it is. */
function suits({ view, led, isParted }: Demand, line: MarkedLine, target: MarkedLine | null): boolean {
  const wanted = led.get(line) ?? null;
  if (!saysSomething(line, view) || wanted === target) return true;
  return (target === null || !isParted(line, target)) && (wanted === null || !isParted(line, wanted));
}

/** The half of a line that is in one text alone. */
function halfIn(view: View, line: MarkedLine, moved: MarkedMove | null): MarkedLine {
  const runs = line.runs
    .filter((run) => isIn(run, view))
    .map((run): MarkedRun => {
      const only = view === "final" ? { original: null } : { final: null, notes: [] };
      return { ...run, ...only, ...(moved && !run.inserted && !run.deleted ? { moved } : {}) };
    });
  const starts = { final: false, original: false, [view]: line.starts[view] };
  return { ...line, copy: { ...line.copy, in: view }, runs, starts };
}

/** Lines in an order that is right for both texts. */
export interface OrderedLines {
  readonly lines: readonly MarkedLine[];
  /** What a line has become in a text: itself, or the half of it that stands there. */
  readonly standsAs: (view: View, line: MarkedLine) => MarkedLine;
}

/**
 * The lines with every dateline right before the line that it leads: pictures may stand between in
 * the story. Where the two texts want it in different places it stands in both, like a block that
 * was moved; `moveOf` says by whom.
 */
export function withDatelinesLed(
  lines: readonly MarkedLine[],
  printed: Readonly<Record<View, readonly PrintedLines[]>>,
  moveOf: (line: MarkedLine) => MarkedMove | null,
): OrderedLines {
  const demands = VIEWS.map((view) => demandOf(view, lines, printed[view]));
  const before = new Map<MarkedLine, MarkedLine[]>();
  const halves = new Map<MarkedLine, Partial<Record<View, MarkedLine>>>();
  const kept: MarkedLine[] = [];
  const put = (line: MarkedLine, target: MarkedLine | null): void => {
    if (target) before.set(target, [...(before.get(target) ?? []), line]);
    else kept.push(line);
  };
  for (const line of lines) {
    const targets = demands.map(({ led }) => led.get(line) ?? null);
    const target = [null, ...targets].find((one) => demands.every((demand) => suits(demand, line, one)));
    if (target !== undefined) {
      put(line, target);
      continue;
    }
    const moved = moveOf(line);
    for (const { view, led } of demands.toReversed()) {
      const half = halfIn(view, line, moved);
      halves.set(line, { ...halves.get(line), [view]: half });
      put(half, led.get(line) ?? null);
    }
  }
  return {
    lines: kept.flatMap((line) => [...(before.get(line) ?? []), line]),
    standsAs: (view, line) => halves.get(line)?.[view] ?? line,
  };
}
