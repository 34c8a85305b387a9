import { isAddress } from "../addresses.ts";
import { isShortForm } from "./small-words.ts";

/** A word of a text: where its characters are, counted in characters. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The first word of the text, of a sentence, or behind a colon. */
  readonly isFirst: boolean;
  /** The last word of the text, or the last before a colon. */
  readonly isLast: boolean;
  /** The first or the last word of a quotation, as of the title of a book. */
  readonly isQuoteEdge: boolean;
  /** Where in a compound: at the edge as in follow-up and at-large, in the middle as in mother-in-law. */
  readonly inCompound: "edge" | "middle" | null;
  /** An address, a handle or a tag: its letters are not prose. */
  readonly isCode: boolean;
}

const CHUNK = /\S+/gu;

/** Letters, figures and what holds them together inside one word: apostrophes, and the periods of initials. */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00AD\u200C\u200D]|['’ʼ](?=\p{L})|[.&](?=\p{L}(?:[.&]|(?![\p{L}\p{N}]))))*/gu;

interface Found {
  readonly at: number;
  readonly text: string;
  readonly isCode: boolean;
}

/** The edges of an address: the quotes and stops around it are prose. */
const CODE_EDGES = /^[("'“‘[]+|[)"'”’\],.;:!?]+$/gu;

function foundIn(text: string): readonly Found[] {
  return [...text.matchAll(CHUNK)].flatMap(([chunk], nth, all): readonly Found[] => {
    const start = all[nth]?.index ?? 0;
    const bare = chunk.replace(CODE_EDGES, "");
    if (isAddress(bare)) return [{ at: start + chunk.indexOf(bare), text: bare, isCode: true }];
    return [...chunk.matchAll(WORD)].map((match) => ({
      at: start + match.index,
      text: match[0],
      isCode: false,
    }));
  });
}

/** Initials with periods, or a single letter: the period behind them is theirs. */
function ownsPeriod(word: string): boolean {
  return /^(?:\p{L}|\p{L}(?:\.\p{L})+)$/u.test(word) || isShortForm(word);
}

/** What stands between two words ends a sentence, or a part of a title that begins anew. */
function isBreak(before: string, between: string): boolean {
  const marks = between.replaceAll(/["'“”‘’«»()[\]\s]/gu, "");
  if (/[:!?]/u.test(marks)) return /\s/u.test(between);
  return /\.(?!\.)/u.test(marks) && !/\.\.|…/u.test(marks) && /\s/u.test(between) && !ownsPeriod(before);
}

/** A straight single quote opens only in front of a word; what it stands for letters in is a word like others. */
const OPENED = /(?:["“„«]\s?|(?:^|[\s(—-])['‘])$/u;
const CLOSED = /^[,.!?]?(?:["”»]|['’](?![\p{L}\p{N}]))/u;

function placeInCompound(before: string, behind: string): Word["inCompound"] {
  const isPartBehind = /[\p{L}\p{N}\p{M}][-‐‑]$/u.test(before);
  const isPartBefore = /^[-‐‑][\p{L}\p{N}]/u.test(behind);
  if (isPartBehind && isPartBefore) return "middle";
  return isPartBehind || isPartBefore ? "edge" : null;
}

/** The words of a text in order. */
export function wordsOf(text: string): readonly Word[] {
  const found = foundIn(text);
  let unit = 0;
  let character = 0;
  const characterAt = (at: number): number => {
    character += Array.from(text.slice(unit, at)).length;
    unit = at;
    return character;
  };
  const breaks = found.map((word, nth) => {
    const next = found[nth + 1];
    return next === undefined || isBreak(word.text, text.slice(word.at + word.text.length, next.at));
  });
  return found.map((word, nth) => {
    const before = text.slice(Math.max(0, word.at - 8), word.at);
    const behind = text.slice(word.at + word.text.length, word.at + word.text.length + 8);
    return {
      from: characterAt(word.at),
      to: characterAt(word.at + word.text.length),
      text: word.text,
      isFirst: nth === 0 || breaks[nth - 1] === true,
      isLast: breaks[nth] === true,
      isQuoteEdge: OPENED.test(before) || CLOSED.test(behind),
      inCompound: placeInCompound(before, behind),
      isCode: word.isCode,
    };
  });
}
