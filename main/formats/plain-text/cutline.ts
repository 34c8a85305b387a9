import { splitCredit } from "#shared/newsroom/index.ts";
import { isAgencyShortName, isShortForm } from "#shared/newsroom/agency-names.ts";
import { startsQuoted } from "./shape.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";

/** A photo's caption with its credit, or one of the two. */
export interface Cutline {
  readonly reason: ReadReason;
  readonly credit: string | null;
  /** True where the line credits a picture whose caption stands above. */
  readonly creditAlone: boolean;
  /** False where the same words may close a paragraph of the story: `… . (AFP)`. */
  readonly sure: boolean;
}

const FORM_REASONS = {
  "name in brackets": "ends with a credit in brackets",
  "credit in brackets": "ends with a credit in brackets",
  "credit with a label": "ends with a credit with a label",
  "names with a slash": "ends with names with a slash",
} as const;

const LONGEST = 700;
const LONGEST_IN_STORY = 350;
const LABEL =
  /^(?:photo caption|caption|cutline|bildunterschrift|légende|bildtext)\s*:\s*(?=\S)|^(?:FILE|File) (?:photo\s?)?[-–—]\s+/iu;
const PICTURE_AGENCY =
  /^(?:(?:\p{Lu}[\p{L}.’'-]*\s?){0,3}(?:\/|via )\s?)?(?:getty images?|shutterstock|adobe stock|istock(?:photo)?|reuters|wikimedia commons|unsplash)$/iu;

/** A caption without its label: `Caption: A bus …` → `A bus …`. */
export function withoutCutlineLabel(text: string): string {
  return /^FILE\b/iu.test(text) ? text : text.replace(LABEL, "");
}

/** Takes a line for a photo's caption or credit by how it ends or begins; null where nothing says so. */
export function readCutline(text: string): Cutline | null {
  if (text.length > LONGEST || startsQuoted(text)) return null;
  if (PICTURE_AGENCY.test(text))
    return { reason: "names a picture agency", credit: text, creditAlone: true, sure: true };
  const split = splitCredit(text);
  if (split === null) {
    return LABEL.test(text)
      ? { reason: "begins as a caption does", credit: null, creditAlone: false, sure: true }
      : null;
  }
  const { caption, credit, form } = split;
  if (caption === "") return { reason: "a photo's credit", credit, creditAlone: true, sure: true };
  const agencyAlone = isAgencyShortName(credit) || isShortForm(credit);
  const sure = form !== "name in brackets" || (!agencyAlone && caption.length <= LONGEST_IN_STORY);
  return {
    reason: FORM_REASONS[form],
    credit,
    creditAlone: false,
    sure,
  };
}
