/** A depth in every unit that a desk counts in. */
export interface Depth {
  readonly points: number;
  /** Lines of the body's leading; a part of one counts whole. */
  readonly lines: number;
  readonly inches: number;
  /** Picas of 12 points. */
  readonly picas: number;
  readonly cm: number;
}

export const POINTS_PER_INCH = 72;
export const POINTS_PER_PICA = 12;
export const CM_PER_INCH = 2.54;

/** Points in other units. `leadingPt` is that of the body text. */
export function depthInUnits(points: number, leadingPt: number): Depth {
  return {
    points,
    lines: Math.max(0, Math.ceil(points / leadingPt - 0.001)),
    inches: points / POINTS_PER_INCH,
    picas: points / POINTS_PER_PICA,
    cm: (points / POINTS_PER_INCH) * CM_PER_INCH,
  };
}

/** Inches in points. */
export function inchesToPoints(inches: number): number {
  return inches * POINTS_PER_INCH;
}
