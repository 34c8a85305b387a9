import type { LengthUnit, PlannedLength } from "#shared/newsroom/index.ts";
import type { Depth } from "./depth-units.ts";

/** `short`, `fits` and `over` are what the desk list colours. */
export type FitState = "short" | "fits" | "over";

/** The length that a story has against the one that was planned, in the unit of the plan. */
export interface PlannedFit {
  readonly unit: LengthUnit;
  readonly planned: number;
  readonly actual: number;
  /** Actual less planned: positive is over, negative is under. */
  readonly over: number;
  readonly state: FitState;
}

/** Less than this part of the plan leaves a hole on the page. */
const SHORT_BELOW = 0.95;
/** Words are counted, not set: a few too many may still fit. */
const WORDS_MAY_RUN_OVER = 1.02;

/** Whether a length counts as short, fitting or over. Lines and inches may not run over by more than rounding. */
export function fitState(actual: number, planned: number, unit: LengthUnit): FitState {
  if (actual > planned * (unit === "words" ? WORDS_MAY_RUN_OVER : 1) + 0.005) return "over";
  return actual < planned * SHORT_BELOW ? "short" : "fits";
}

/** Holds a story's depth and words against its plan; null where nobody planned a length. */
export function plannedFit(planned: PlannedLength | null, depth: Depth, words: number): PlannedFit | null {
  if (!planned) return null;
  const { amount, unit } = planned;
  const actual = { words, lines: depth.lines, inches: depth.inches }[unit];
  return { unit, planned: amount, actual, over: actual - amount, state: fitState(actual, amount, unit) };
}
