import { flushSync } from "react-dom";
import type { Sides } from "./sides.ts";

/** How wide the left side may be, in percent, and by how much one key moves it. */
export const SPLIT = { least: 25, most: 75, step: 5, usual: 50 } as const;

/** Moves the divider; in both stories the line with the caret stays where it is on screen. */
export function moveSplit({ shown, pageOf, split }: Sides, toPercent: number): void {
  const next = Math.round(Math.min(SPLIT.most, Math.max(SPLIT.least, toPercent)));
  if (next === split.get()) return;
  const change = shown.get().reduce<() => void>(
    (inner, side) => () => {
      const session = pageOf(side).session.get();
      if (session === null) inner();
      else session.holdLine(inner);
    },
    () => flushSync(() => split.set(next)),
  );
  change();
}
