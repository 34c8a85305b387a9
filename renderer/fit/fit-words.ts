import type { FitUnit } from "#shared/contract/view-choices.ts";
import type { Depth, PlannedFit } from "#shared/fit/depth/index.ts";
import { POINTS_PER_INCH } from "#shared/fit/depth/depth-units.ts";
import { words } from "#shared/language/index.ts";
import type { FitReport } from "./fit-report.ts";

/** A depth in a unit: `31 lines`, `4.52 in`. */
export function depthText(depth: Depth, unit: FitUnit): string {
  return words().fit.depth({ deep: depth[unit], unit });
}

/** How far a story is from its plan, with the sign and in words: `+3 lines, over`. */
export function againstText({ over, unit, state }: PlannedFit): string {
  return words().fit.against({ over, planUnit: unit, fitState: state });
}

/** How the text stands in the legs that it is to fill; null where it has none. */
export function legsText({ legs, overset, leftPt }: FitReport): string | null {
  if (legs === null) return null;
  const { fit } = words();
  return overset
    ? fit.overset({ lines: overset.lines })
    : fit.column.left({ inches: leftPt / POINTS_PER_INCH });
}

/** The same as a sentence that is read out when it changes. */
export function turnedText({ over, unit, state }: PlannedFit): string {
  return words().fit.turned({ over, planUnit: unit, fitState: state });
}

/** What the desk's colours call a state: too short is amber, over is red. */
export const FIT_COLORS = { short: "nearly", fits: "fits", over: "over" } as const;
