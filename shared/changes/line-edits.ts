import { differences, type Difference } from "#shared/merge/differences.ts";
import { newEffort } from "#shared/merge/effort.ts";
import { readable } from "#shared/merge/readable.ts";
import { splitWords } from "#shared/merge/words.ts";
import { pieceLength, type Piece } from "./pieces.ts";

const STRUCK = 0x10000;

/**
 * A number for every unit of a line. Struck text never is the same as standing text, and nothing
 * but text is ever the same: a break that both lines have parts them before they are compared.
 */
function codesOf(pieces: readonly Piece[], firstSign: number): Int32Array {
  const length = pieces.reduce((sum, piece) => sum + pieceLength(piece), 0);
  const codes = new Int32Array(length);
  let at = 0;
  let sign = firstSign;
  for (const piece of pieces) {
    if (piece.kind === "text") {
      const { text, deleted } = piece.run;
      const flag = deleted ? STRUCK : 0;
      for (let unit = 0; unit < text.length; unit += 1) codes[at + unit] = text.charCodeAt(unit) | flag;
      at += text.length;
    } else {
      codes[at] = sign;
      sign -= 2;
      at += 1;
    }
  }
  return codes;
}

function isLeading(code: number | undefined): boolean {
  return code !== undefined && code >= 0 && (code & 0xfc00) === 0xd800;
}

function isTrailing(code: number | undefined): boolean {
  return code !== undefined && code >= 0 && (code & 0xfc00) === 0xdc00;
}

function commonHead(before: Int32Array, after: Int32Array, most: number): number {
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  return head > 0 && isLeading(before[head - 1]) ? head - 1 : head;
}

function commonTail(before: Int32Array, after: Int32Array, most: number): number {
  let tail = 0;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return tail > 0 && isTrailing(before[before.length - tail]) ? tail - 1 : tail;
}

function between(before: Int32Array, after: Int32Array, head: number, tail: number): Difference {
  return {
    beforeFrom: head,
    beforeTo: before.length - tail,
    afterFrom: head,
    afterTo: after.length - tail,
  };
}

function isOneSided({ beforeFrom, beforeTo, afterFrom, afterTo }: Difference): boolean {
  return beforeFrom === beforeTo || afterFrom === afterTo;
}

/** The one stretch in which two lines differ, ending at the caret where that can be. */
function oneStretch(before: Int32Array, after: Int32Array, caret: number | null): Difference {
  const shorter = Math.min(before.length, after.length);
  if (caret !== null) {
    const tail = commonTail(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
    const stretch = between(before, after, commonHead(before, after, shorter - tail), tail);
    if (isOneSided(stretch)) return stretch;
  }
  const head = commonHead(before, after, shorter);
  return between(before, after, head, commonTail(before, after, shorter - head));
}

interface Tokens {
  readonly tokens: readonly string[];
  /** Where each begins in its line, and where the last one ends. */
  readonly offsets: readonly number[];
}

function tokensOf(codes: Int32Array, from: number, to: number): Tokens {
  const tokens: string[] = [];
  const offsets: number[] = [];
  let at = from;
  while (at < to) {
    const code = codes[at] ?? 0;
    if (code < 0) {
      tokens.push(`\u0002${String(code)}`);
      offsets.push(at);
      at += 1;
      continue;
    }
    const flag = code & STRUCK;
    let text = "";
    let end = at;
    for (
      let next = codes[end] ?? -1;
      end < to && next >= 0 && (next & STRUCK) === flag;
      next = codes[end] ?? -1
    ) {
      text += String.fromCharCode(next & 0xffff);
      end += 1;
    }
    // Of struck text a part can be missing that no word ends at.
    for (const word of flag === 0 ? splitWords(text) : text) {
      tokens.push(flag === 0 ? word : `\u0001${word}`);
      offsets.push(at);
      at += word.length;
    }
    at = end;
  }
  return { tokens, offsets: [...offsets, to] };
}

function wordByWord(
  before: Int32Array,
  after: Int32Array,
  stretch: Difference,
  whole: boolean,
): readonly Difference[] {
  const was = tokensOf(before, stretch.beforeFrom, stretch.beforeTo);
  const is = tokensOf(after, stretch.afterFrom, stretch.afterTo);
  const found = differences(was.tokens, is.tokens, newEffort());
  const told = whole ? readable(was.tokens, is.tokens, found) : found;
  return told.map(({ beforeFrom, beforeTo, afterFrom, afterTo }) => ({
    beforeFrom: was.offsets[beforeFrom] ?? stretch.beforeTo,
    beforeTo: was.offsets[beforeTo] ?? stretch.beforeTo,
    afterFrom: is.offsets[afterFrom] ?? stretch.afterTo,
    afterTo: is.offsets[afterTo] ?? stretch.afterTo,
  }));
}

/**
 * Where two lines differ, in order, in units of the line. One stretch where one is enough: what was
 * typed or struck out, found by the caret where the texts alone do not tell; else word by word.
 */
export function lineEdits(
  before: readonly Piece[],
  after: readonly Piece[],
  caret: number | null,
  grain: "letters" | "words",
): readonly Difference[] {
  const was = codesOf(before, -1);
  const is = codesOf(after, -2);
  if (grain === "words") {
    return wordByWord(was, is, between(was, is, 0, 0), true);
  }
  const stretch = oneStretch(was, is, caret);
  if (stretch.beforeFrom === stretch.beforeTo && stretch.afterFrom === stretch.afterTo) return [];
  return isOneSided(stretch) ? [stretch] : wordByWord(was, is, stretch, false);
}
