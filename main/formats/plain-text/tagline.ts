import { foldText } from "#shared/newsroom/index.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";

/** What a closing line is. `strong` ones stand nowhere else; the others are taglines only below the story. */
export interface Tagline {
  readonly reason: ReadReason;
  readonly strong: boolean;
}

const LONGEST = 700;

const STRONG: readonly { readonly reason: ReadReason; readonly pattern: RegExp }[] = [
  {
    reason: "says where the story first appeared",
    pattern:
      /^\W{0,2}(?:this|the) (?:article|story|report|column|piece|essay|commentary)\b.{0,60}\b(?:(?:originally|first) (?:appeared|published|ran)|(?:was|is) (?:originally |first |re)?(?:published|produced|reported|provided|supported|distributed|made possible))\b/iu,
  },
  {
    reason: "says where the story first appeared",
    pattern:
      /^\W{0,2}(?:originally|first) published (?:by|in|on|at)\b|^dieser (?:artikel|beitrag|text) (?:erschien|ist) .{0,40}(?:zuerst|erschienen)|^cet article (?:a été|est) .{0,30}(?:publié|paru)/iu,
  },
  {
    reason: "says who contributed",
    pattern:
      /\b(?:contributed (?:reporting|to this (?:report|story|article))|helped with this (?:report|story|article))\b|\b(?:a|ont) (?:contribué|participé) à (?:cet article|ce reportage)\b/iu,
  },
  {
    reason: "says who reported and edited",
    pattern:
      /^\W{0,2}(?:additional )?(?:reporting|editing|compiled|written|research) (?:and (?:writing|editing) )?by:? \p{Lu}|^\W{0,2}with (?:reporting|files|additional reporting) (?:by|from) /iu,
  },
  {
    reason: "says whose material was used",
    pattern:
      /^\W{0,2}(?:mit material (?:von|der)|avec (?:l[’'])?(?:AFP|agences?)|med material från|con información de|con informazioni)\b.{0,80}$/iu,
  },
];

const CONTACT =
  /^\W{0,2}(?:you can )?(?:contact|reach|e-?mail|write to|call|follow|message|kontakt|kontaktieren sie|contactez)\b.{0,260}(?:@|\d{3}[-. )]|\b(?:at|on|at:) \S+\.\w{2,}|\bon (?:x|twitter|bluesky|mastodon|instagram)\b)/iu;
const ABOUT =
  /^((?:\p{Lu}[\p{L}.’'-]*\s|(?:van|von|de|der|da|la|del)\s){1,6})(?:is|was|are|covers|writes|reports|has covered|has reported|can be reached|ist|est|är)\b/u;
const TRADE =
  /\b(?:reporter|writer|correspondent|editor|columnist|freelance\w*|journalist\w*|author|photographer|intern|fellow|newsroom|bureau chief|redakteur\w*|reporterin|journaliste)\b|\bcovers\b|\bwrites (?:about|for)\b|\bcan be reached\b/iu;

function names(text: string, authors: readonly string[]): boolean {
  const folded = foldText(text);
  return authors.some((author) => folded === foldText(author));
}

/** Takes a line for the closing tagline by its words; `authors` are those of the byline. */
export function readTagline(text: string, authors: readonly string[]): Tagline | null {
  if (text.length > LONGEST) return null;
  const strong = STRONG.find(({ pattern }) => pattern.test(text));
  if (strong !== undefined) return { reason: strong.reason, strong: true };
  if (CONTACT.test(text)) return { reason: "says how to reach the author", strong: false };
  const about = ABOUT.exec(text);
  const person = about?.[1]?.trim();
  if (person === undefined) return null;
  const isAbout = names(person, authors) || TRADE.test(text);
  return isAbout ? { reason: "says who the author is", strong: false } : null;
}
