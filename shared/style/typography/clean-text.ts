import type { Substitution } from "./as-typed.ts";
import type { TypographyStyle } from "./choices.ts";
import { endsInAddress } from "./characters.ts";
import { dashAt } from "./dashes.ts";
import { fractionAt, mixedNumberAt } from "./fractions.ts";
import { isElided } from "./apostrophes.ts";
import { APOSTROPHE, ELLIPSIS, LOCALE_MARKS, NO_BREAK_SPACE, type LocaleMarks } from "./locales.ts";
import { isCurlyMark, openQuotes, type OpenQuotes } from "./open-quotes.ts";
import { frenchSpaceBefore, hugsWord, unitLength, isGap, spacesAt, wantsFrenchSpace } from "./spaces.ts";
import { curlyMark } from "./straight-quotes.ts";

/** A text as its locale sets it, and every place that was changed, in units of the new text. */
export interface CleanedText {
  readonly text: string;
  readonly changes: readonly Substitution[];
}

/** A place in a text that is being cleaned: what stands before it is clean already. */
interface Place {
  /** The last characters before the place. */
  readonly before: string;
  /** The text from the place on, or the next characters of it. */
  readonly rest: string;
  readonly open: OpenQuotes;
  /** True where the character before is the quotation mark that `open` read last. */
  readonly isBehindMark: boolean;
  readonly style: TypographyStyle;
  readonly marks: LocaleMarks;
}

type Found = Omit<Substitution, "at">;

/** How much of the text a rule sees to either side of a place. */
const SIGHT = 64;

function straightQuote({ before, rest, open, isBehindMark, style, marks }: Place): Found | null {
  const lead = marks.hasPunctuationSpaces ? spacesAt(rest) : 0;
  const quote = rest.charAt(lead);
  if (quote !== '"' && (quote !== "'" || lead > 0)) return null;
  const found = curlyMark(
    {
      quote,
      before: before + rest.slice(0, lead),
      // The end of a paragraph is as good as a space: nothing more will be written there.
      after: rest.slice(lead + 1) || "\n",
      open,
      isBehindMark: isBehindMark && lead === 0,
    },
    style,
  );
  if (!found) return null;
  const was = rest.slice(0, lead + 1);
  // A space typed within the quotation marks gives way to the one that belongs there.
  if (lead > 0)
    return found.mark.startsWith(NO_BREAK_SPACE) ? { rule: found.rule, was, now: found.mark } : null;
  const isSpacedInside = found.mark.endsWith(NO_BREAK_SPACE) && rest.charAt(1) === " ";
  return { rule: found.rule, was: isSpacedInside ? `${was} ` : was, now: found.mark };
}

function lateApostrophe({ before, rest, marks }: Place): Found | null {
  const { open } = marks.single;
  if (open === APOSTROPHE || !rest.startsWith(open) || !isElided(before, rest.slice(1), marks)) return null;
  return { rule: "apostrophes", was: open, now: APOSTROPHE };
}

function dash({ before, rest, marks }: Place): Found | null {
  const found = rest.startsWith("-") ? dashAt(before, rest, marks) : null;
  return found && { rule: "dashes", ...found };
}

function ellipsis({ before, rest }: Place): Found | null {
  const was = /^(?:\.\.\.(?![./\\])|\. \. \.(?! ?[./\\]))/u.exec(rest)?.[0];
  if (was === undefined || endsInAddress(before)) return null;
  // A sentence that ends before the dots keeps its own: “our base. ...”
  if (was === "..." ? /[./\\]$/u.test(before) : !/(?:^|[^./\\] )$/u.test(before)) return null;
  return { rule: "ellipsis", was, now: ELLIPSIS };
}

function fraction({ before, rest }: Place): Found | null {
  if (!/^[0-9]/u.test(rest)) return null;
  const found = mixedNumberAt(before, rest) ?? fractionAt(before, rest);
  return found && !endsInAddress(before) ? { rule: "fractions", ...found } : null;
}

function spaceInGuillemets({ before, rest, marks }: Place): Found | null {
  if (!marks.hasPunctuationSpaces || !before.endsWith("«")) return null;
  const spaces = spacesAt(rest);
  return isGap(rest.charAt(spaces))
    ? null
    : { rule: "punctuationSpaces", was: rest.slice(0, spaces), now: NO_BREAK_SPACE };
}

/** What may follow a mark that ends a clause; in 12:30 and ?page=2 it ends none. */
const AFTER_FRENCH_MARK = /^(?:[\s;:!?)\]»"'\u2018-\u201D\u2026\p{Pd}]|\.\.\.|$)/u;

function frenchSpace({ before, rest, marks }: Place): Found | null {
  if (!marks.hasPunctuationSpaces) return null;
  const spaces = spacesAt(rest);
  const mark = rest.charAt(spaces);
  const space = frenchSpaceBefore(mark);
  if (space === null) return null;
  const isMark = mark === "»" || AFTER_FRENCH_MARK.test(rest.slice(spaces + 1));
  if (spaces > 0)
    return isMark && !isGap(before.slice(-1))
      ? { rule: "punctuationSpaces", was: rest.slice(0, spaces), now: space }
      : null;
  return isMark && wantsFrenchSpace(before, mark) ? { rule: "punctuationSpaces", was: "", now: space } : null;
}

function unitSpace({ before, rest, style }: Place): Found | null {
  const spaces = spacesAt(rest);
  if (spaces === 0 || unitLength(before, rest.slice(spaces - 1), style.locale) === 0) return null;
  return { rule: "unitSpaces", was: rest.slice(0, spaces), now: NO_BREAK_SPACE };
}

function spaceBeforeMark({ before, rest, marks }: Place): Found | null {
  const spaces = spacesAt(rest);
  if (spaces === 0 || /(?:^|[\s\p{Ps}])$/u.test(before)) return null;
  const mark = rest.slice(spaces);
  const isDots = before.endsWith(".") && mark.startsWith(".");
  if (isDots || !hugsWord(mark, marks.hasPunctuationSpaces)) return null;
  return { rule: "spaceBeforePunctuation", was: rest.slice(0, spaces), now: "" };
}

function doubleSpace({ rest }: Place): Found | null {
  const spaces = spacesAt(rest);
  return spaces > 1 ? { rule: "doubleSpaces", was: rest.slice(0, spaces), now: " " } : null;
}

/** At each place the first rule that finds something there is the one that applies. */
const RULES: readonly ((place: Place) => Found | null)[] = [
  spaceInGuillemets,
  straightQuote,
  lateApostrophe,
  dash,
  ellipsis,
  fraction,
  frenchSpace,
  unitSpace,
  spaceBeforeMark,
  doubleSpace,
];

function firstFound(place: Place): Found | null {
  for (const rule of RULES) {
    const found = rule(place);
    if (found && place.style.rules.has(found.rule)) return found;
  }
  return null;
}

/** Characters at which a rule can find something; all others are passed over. */
const NEXT_PLACE = /[ "'\u2018\u201A.\-0-9;:!?»]|(?<=«)/gu;

/** Sets a paragraph as its locale wants it. What is right already stays as it is. */
export function cleanParagraph(text: string, style: TypographyStyle): CleanedText {
  const marks = LOCALE_MARKS[style.locale];
  const open = openQuotes(marks);
  const changes: Substitution[] = [];
  const pieces: string[] = [];
  let length = 0;
  let before = "";
  let isBehindMark = false;

  const put = (piece: string, next: string): void => {
    if (piece === "") return;
    const stood = before;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece.charAt(at);
      isBehindMark = isCurlyMark(character);
      if (isBehindMark)
        open.read(character, at > 0 ? piece.charAt(at - 1) : stood.slice(-1), piece.charAt(at + 1) || next);
    }
    pieces.push(piece);
    length += piece.length;
    before = (before + piece.slice(-SIGHT)).slice(-SIGHT);
  };

  for (let at = 0; at < text.length;) {
    NEXT_PLACE.lastIndex = at;
    const next = NEXT_PLACE.exec(text)?.index ?? text.length;
    put(text.slice(at, next), text.charAt(next));
    at = next;
    if (at >= text.length) break;
    const place: Place = { before, rest: text.slice(at, at + SIGHT), open, isBehindMark, style, marks };
    const found = firstFound(place);
    if (found) {
      changes.push({ ...found, at: length });
      at += found.was.length;
      put(found.now, text.charAt(at));
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += character.length;
      put(character, text.charAt(at));
    }
  }
  return { text: pieces.join(""), changes };
}
