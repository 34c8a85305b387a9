import type { LengthUnit, PlannedLength } from "#shared/newsroom/index.ts";

const NEARLY = 1.1;

/** Whether the words fit the plan: at most as many, up to a tenth over, or more than that. */
export type LengthFit = "fits" | "nearly" | "over";

export interface LengthAgainstPlan {
  readonly fit: LengthFit;
  /** `30 left`, `12 over`, `to length`. */
  readonly text: string;
}

const ONE: Readonly<Record<LengthUnit, string>> = { words: "word", lines: "line", inches: "inch" };

const FIGURES = new Intl.NumberFormat("en-US");

/** A number with its thousands apart: `1,204`. */
export function figure(count: number): string {
  return FIGURES.format(count);
}

/** `1 word`, `2 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** The planned length as it is shown: `450 words`, `12 inches`. */
export function plannedText(planned: PlannedLength): string {
  return counted(planned.amount, ONE[planned.unit], planned.unit);
}

/** Words against a plan in words; null where the plan is in lines or inches, which only typesetting can tell. */
export function wordsAgainstPlan(words: number, planned: PlannedLength | null): LengthAgainstPlan | null {
  if (planned === null || planned.unit !== "words") return null;
  const left = planned.amount - words;
  if (left === 0) return { fit: "fits", text: "to length" };
  if (left > 0) return { fit: "fits", text: `${figure(left)} left` };
  return { fit: words <= planned.amount * NEARLY ? "nearly" : "over", text: `${figure(-left)} over` };
}
