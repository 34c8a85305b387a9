import type { Amount, Measure } from "./measures.ts";
import { isTemperature, unitOf, type Unit } from "./units.ts";

export type Spelling = "us" | "uk";

const LEAST_DIGITS = 2;

/** A figure as news copy writes it: commas from four digits on, no zeros behind the point. */
export function figureText(value: number): string {
  const text = value.toLocaleString("en-US", { maximumFractionDigits: 6, useGrouping: true });
  return text.replace(/^-0$/u, "0").replace("-", "−");
}

/** Rounds to so many digits that are meant. */
export function toDigits(value: number, digits: number): number {
  if (value === 0) return 0;
  return Number(value.toPrecision(Math.min(15, digits)));
}

function converted({ value, digits }: Amount, unit: Unit): number {
  const exact = unit.convert(value);
  return isTemperature(unit.id) ? Math.round(exact) : toDigits(exact, Math.max(LEAST_DIGITS, digits));
}

function decimalsOf(value: number): number {
  return figureText(value).split(".")[1]?.length ?? 0;
}

/** A span loses no sense by this much of its smaller end. */
const ROUNDED_BY = 0.05;

/** The two ends of a span with as many decimals: 5 to 10, not 5.1 to 10. */
function alike(values: readonly number[]): readonly number[] {
  const steps = 10 ** Math.min(...values.map(decimalsOf));
  const rounded = values.map((value) => Math.round(value * steps) / steps);
  const isNear = rounded.every((value, nth) => {
    const exact = values[nth] ?? 0;
    return Math.abs(value - exact) <= Math.abs(exact) * ROUNDED_BY;
  });
  return isNear ? rounded : values;
}

function unitText(unit: Unit, isOne: boolean, form: Measure["form"], spelling: Spelling): string {
  const { one, many, britishOne, britishMany, symbol } = unit.words;
  if (form === "symbol") return symbol;
  const [single, plural] = spelling === "uk" ? [britishOne ?? one, britishMany ?? many] : [one, many];
  return form === "compound" ? single.replaceAll(" ", "-") : isOne ? single : plural;
}

/**
 * What a measure is in the other system, rounded as a newsroom rounds: to the digits that the original
 * means, two at least, zeros at its end not counted (NIST SP 811, appendix B.7: a converted figure
 * must not say more than the original did), a span's ends alike; temperatures to whole degrees; feet
 * with inches to hundredths of a meter, pounds with ounces to tenths of a kilogram.
 */
export function convertMeasure(measure: Measure, spelling: Spelling): string {
  const { unit, amounts, smaller, joint, form, scale } = measure;
  const into = unitOf(unit.into);
  if (smaller !== null && unit.smaller) {
    const whole = (amounts.at(-1)?.value ?? 0) + smaller / unit.smaller.perOne;
    const steps = unit.id === "foot" ? 100 : 10;
    const figure = figureText(Math.round(unit.convert(whole) * steps) / steps);
    if (form === "compound") return `${figure}-${unitText(into, true, form, spelling)}`;
    return `${figure} ${unitText(into, false, form, spelling)}`;
  }
  const values = alike(amounts.map((amount) => converted(amount, unit)));
  const isOne = values.length === 1 && values[0] === 1 && scale === "";
  const name = unitText(into, isOne, form, spelling);
  const figures = values.map((value) =>
    form === "words" ? figureText(value).replace("−", "minus ") : figureText(value),
  );
  if (form === "compound") return `${figures.join("- to ")}-${name}`;
  const large = scale === "" ? "" : ` ${scale}`;
  const gap = form === "symbol" && into.words.isTight ? "" : " ";
  return `${figures.join(` ${joint} `)}${large}${gap}${name}`;
}
