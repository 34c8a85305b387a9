import type { PlannedLength } from "#shared/newsroom/index.ts";
import { words } from "#shared/language/index.ts";

const NEARLY = 1.1;

/** Whether the words fit the plan: at most as many, up to a tenth over, or more than that. */
export type LengthFit = "fits" | "nearly" | "over";

export interface LengthAgainstPlan {
  readonly fit: LengthFit;
  /** `30 left`, `12 over`, `to length`. */
  readonly text: string;
}

/** The planned length as it is shown: `450 words`, `12 inches`. */
export function plannedText(planned: PlannedLength): string {
  const { forms, story } = words();
  return forms.counted(planned.amount, story.units[planned.unit]);
}

/** Words against a plan in words; null where the plan is in lines or inches, which only typesetting can tell. */
export function wordsAgainstPlan(count: number, planned: PlannedLength | null): LengthAgainstPlan | null {
  if (planned === null || planned.unit !== "words") return null;
  const left = planned.amount - count;
  const { length } = words().app;
  if (left === 0) return { fit: "fits", text: length.toLength };
  if (left > 0) return { fit: "fits", text: length.left({ words: left }) };
  return { fit: count <= planned.amount * NEARLY ? "nearly" : "over", text: length.over({ words: -left }) };
}
