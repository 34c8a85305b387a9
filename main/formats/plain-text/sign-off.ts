import { withoutWireMarks } from "./agency-header.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";

/** What stands where a message ends. */
export interface SignOff {
  readonly reason: ReadReason;
  /** `end`: the story ends here; `back`: what follows is not for print; `aside`: a line between takes; `initials`: who handled it; `ornament`: prints. */
  readonly what: "end" | "back" | "aside" | "initials" | "ornament";
}

const END_MARK =
  /^(?:[-–—]\s?30\s?[-–—]|#{3,}|# # #|\(?(?:ENDS?|Ends?|ends|ENDE|Ende|FIN|SLUT|FINE)\)?[./]?|\(?E(?:nd|ND) (?:of|OF) (?:story|STORY|message|MESSAGE|text|TEXT)\)?|[-–—]{1,3}\s?(?:ENDS?|Ends?|ends)\s?[-–—]{0,3})$/u;
const MORE = /^[-–—(]*\s?(?:more|more follows|more to come|mf|mtf|mehr|folgt|suite)\s?[-–—)]*\.?$/iu;
const RULE = /^[-_=*~•·.+^<|\\—–\s]{2,}$|^[\^<=|]$/u;
const ORNAMENT = /^[■●◼◾▪♦◆]$/u;
const BACK_MATTER =
  /^(?:#{1,3}\s*)?(?:\p{L}{2,4}[- ]?)?(?:notebook|notizblock):?$|^the following information is not (?:intended )?for publication|^(?:die )?folgenden? (?:informationen|angaben) sind nicht zur veröffentlichung|^(?:#{1,3}\s*)?notes? (?:to|for) editors?\s*:?\s*$/iu;
const INITIALS = /^[a-z]{1,4}(?:[/-][a-z]{1,4}){1,4}$|^[a-z]{2,4}(?: [a-z]{2,4}){1,6}$/u;
const SENT =
  /^\d{6}\s?(?:GMT|UTC|[A-Z]{3,4})\s\p{L}{3,4}\s\d{2,4}$|^AP-[A-Z]{2}-[\d-]{6,8} \d{4}[A-Z]{3}$|^\d{4}[A-Z]{3} \d{6}$/u;
const LONGEST = 160;

/** What a line does at the end of a message, by itself: `-30-`, `ENDS`, `###`, `(more)`, `jd/ab`. Null for any other line. */
export function signOff(line: string): SignOff | null {
  if (line.length > LONGEST) return null;
  const text = withoutWireMarks(line);
  if (END_MARK.test(text)) return { reason: "the message's end mark", what: "end" };
  if (ORNAMENT.test(text)) return { reason: "the mark that ends a story in print", what: "ornament" };
  if (BACK_MATTER.test(text)) return { reason: "begins what is not for publication", what: "back" };
  if (MORE.test(text)) return { reason: "says that more follows", what: "aside" };
  if (RULE.test(text)) return { reason: "a rule between parts", what: "aside" };
  if (SENT.test(text)) return { reason: "when the message was sent", what: "initials" };
  return INITIALS.test(text) ? { reason: "the initials of who handled it", what: "initials" } : null;
}
