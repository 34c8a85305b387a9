import { endsInAddress, isFigure, isSpace } from "./characters.ts";
import { EM_DASH, EN_DASH, type LocaleMarks } from "./locales.ts";

/** Hyphens within a mail address. */
const BEFORE_MAIL = /^[^\s"'«»\u2018-\u201E]*@[\p{L}\p{Nd}]/u;

/** The upper end of a range: 10--12, $3--$5. */
const RANGE_END = /^\p{Sc}?\p{N}/u;

/** Hyphens and the dash that they stand for. */
export interface Dash {
  readonly was: string;
  readonly now: string;
}

/**
 * The dash that hyphens at the start of `rest` stand for: two are the locale's dash, or an en dash
 * between figures; three are an em dash; a single one between spaces is a dash too. A hyphen between
 * figures stays: whether 10-12 is a range or a score only the writer knows.
 */
export function dashAt(before: string, rest: string, { dash }: LocaleMarks): Dash | null {
  const last = before.slice(-1);
  const hyphens = /^-+/u.exec(rest)?.[0] ?? "";
  const next = rest.charAt(hyphens.length);
  if (hyphens === "" || /[-<!\u2013\u2014]/u.test(last) || /[>\u2013\u2014]/u.test(next)) return null;
  if (endsInAddress(before) || BEFORE_MAIL.test(rest)) return null;
  if (hyphens.length === 3) return { was: hyphens, now: EM_DASH };
  if (hyphens.length === 2) {
    const isRange = isFigure(last) && RANGE_END.test(rest.slice(2));
    return { was: hyphens, now: isRange ? EN_DASH : dash };
  }
  const isSpaced = last === " " && next === " ";
  const first = before.slice(-2, -1);
  if (hyphens.length !== 1 || !isSpaced || first === "" || isSpace(first)) return null;
  return isFigure(first) && isFigure(rest.charAt(2)) ? null : { was: hyphens, now: dash };
}
