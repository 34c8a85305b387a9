import { CM_PER_INCH, POINTS_PER_INCH, POINTS_PER_PICA } from "#shared/fit/depth/depth-units.ts";
import type { Limits } from "#shared/fit/kit/kit-limits.ts";

/** Why a text is no figure that may stand in a field. */
export type FigureTrouble =
  | { readonly kind: "no-figure"; readonly text: string }
  | { readonly kind: "not-whole" }
  | { readonly kind: "too-little"; readonly least: number }
  | { readonly kind: "too-much"; readonly most: number };

export type WrittenFigure =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly error: FigureTrouble };

const NUMBER = String.raw`[-−+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)`;
const PLAIN = new RegExp(`^(${NUMBER})\\s*(pt|in|mm|cm|p|%|‰|″|")?$`, "u");
const PICAS = /^([-−+]?)(\d+)p(\d+(?:[.,]\d+)?)$/u;

/** Points in each unit in which a length may be written. */
const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  p: POINTS_PER_PICA,
  in: POINTS_PER_INCH,
  "″": POINTS_PER_INCH,
  '"': POINTS_PER_INCH,
  mm: POINTS_PER_INCH / (CM_PER_INCH * 10),
  cm: POINTS_PER_INCH / CM_PER_INCH,
};

/** Ten-thousandths of a point are more than any page shows. */
function rounded(value: number): number {
  const round = Math.round(value * 10_000) / 10_000;
  return round === 0 ? 0 : round;
}

function numberOf(text: string): number {
  return Number(text.replace("−", "-").replace(",", "."));
}

function parsed(text: string, isLength: boolean): number | null {
  const typed = text.trim();
  const [, number, unit] = PLAIN.exec(typed) ?? [];
  if (number !== undefined) {
    const isUnit = unit === undefined || (isLength ? unit in POINTS : unit === "%" || unit === "‰");
    return isUnit ? numberOf(number) * (unit === undefined ? 1 : (POINTS[unit] ?? 1)) : null;
  }
  const [whole, sign, picas, points] = PICAS.exec(typed) ?? [];
  if (!isLength || whole === undefined) return null;
  return (
    (Number(picas) * POINTS_PER_PICA + numberOf(points ?? "0")) * (sign === "-" || sign === "−" ? -1 : 1)
  );
}

/**
 * Reads what somebody wrote for a figure, with a point or a comma. A length is in points unless a
 * unit follows: `3p6`, `2 in`, `5 mm`, `1.2 cm`.
 */
export function writtenFigure(text: string, limits: Limits, isLength: boolean): WrittenFigure {
  const read = parsed(text, isLength);
  if (read === null || !Number.isFinite(read))
    return { ok: false, error: { kind: "no-figure", text: text.trim() } };
  const value = rounded(read);
  if (limits.isWhole && !Number.isInteger(value)) return { ok: false, error: { kind: "not-whole" } };
  if (value < limits.least) return { ok: false, error: { kind: "too-little", least: limits.least } };
  if (value > limits.most) return { ok: false, error: { kind: "too-much", most: limits.most } };
  return { ok: true, value };
}

/** A figure as a field shows it: to a thousandth, with the minus sign, and with the point or the comma of the language. */
export function figureText(value: number, point: string): string {
  const round = Math.round(value * 1_000) / 1_000;
  return String(round).replace("-", "−").replace(".", point);
}
