import type { FitUnit } from "#shared/contract/view-choices.ts";
import type { Depth, PlannedFit } from "#shared/fit/depth/index.ts";
import { words } from "#shared/language/index.ts";

/** A depth in a unit: `31 lines`, `4.52 in`. */
export function depthText(depth: Depth, unit: FitUnit): string {
  return words().fit.depth({ deep: depth[unit], unit });
}

/** How far a story is from its plan, with the sign and in words: `+3 lines, over`. */
export function againstText({ over, unit, state }: PlannedFit): string {
  return words().fit.against({ over, planUnit: unit, fitState: state });
}

/** The same as a sentence that is read out when it changes. */
export function turnedText({ over, unit, state }: PlannedFit): string {
  return words().fit.turned({ over, planUnit: unit, fitState: state });
}

/** What the desk's colours call a state: too short is amber, over is red. */
export const FIT_COLORS = { short: "nearly", fits: "fits", over: "over" } as const;
