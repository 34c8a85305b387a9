/** What makes no difference while words are looked for. */
export interface Folding {
  readonly case: boolean;
  readonly accents: boolean;
  /** Straight quotation marks stand for curly ones too. */
  readonly singleQuotes: boolean;
  readonly doubleQuotes: boolean;
  /** A space stands for every kind of space, a hyphen for one that does not break. */
  readonly spaces: boolean;
  /** Soft hyphens and joiners are passed over. */
  readonly unseen: boolean;
}

/**
 * A text as it is searched. Letters are folded by clusters (a letter with its combining marks, an
 * emoji with what is joined to it): what is found begins and ends with whole clusters.
 */
export interface FoldedText {
  readonly text: string;
  /** Where the cluster that begins at an offset of the folded text begins in the text itself; null inside a cluster. */
  readonly start: (at: number) => number | null;
  /** Where the cluster that ends at an offset of the folded text ends in the text itself; null inside a cluster. */
  readonly end: (at: number) => number | null;
}

const CLUSTER = /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{EMod}]|\u200D\p{ExtPict})*/suy;
const NO_ACCENTS_IN = /[ -~\n\t]*/y;
const MAY_JOIN = 0x300;
/** Accents and the vowel points of Hebrew and Arabic; the voicing marks of kana make other letters. */
const ACCENT = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const SINGLE_QUOTE = /[\u2018\u2019\u201A\u201B]/gu;
const DOUBLE_QUOTE = /[\u201C\u201D\u201E\u201F]/gu;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
const FIRM_HYPHEN = /\u2011/gu;
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\u061C\uFEFF]/gu;

/** Letters with a stroke, and ligatures, which no decomposition takes apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ħ: "h",
  Ħ: "H",
  ı: "i",
};
const PLAIN_LETTER = /[æÆœŒøØđĐłŁħĦı]/gu;

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(ACCENT, "")
    .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

function foldCluster(cluster: string, how: Folding): string {
  let folded = cluster;
  if (how.accents) folded = withoutAccents(folded);
  if (how.case) folded = folded.toUpperCase().toLowerCase();
  // A small letter can have a mark that its capital has not: İ.
  if (how.accents && how.case) folded = withoutAccents(folded);
  if (how.singleQuotes) folded = folded.replace(SINGLE_QUOTE, "'");
  if (how.doubleQuotes) folded = folded.replace(DOUBLE_QUOTE, '"');
  if (how.spaces) folded = folded.replace(SPACE, " ").replace(FIRM_HYPHEN, "-");
  if (how.unseen) folded = folded.replace(UNSEEN, "");
  return folded.normalize("NFC");
}

const sameOffset = (at: number): number => at;

/** The length of the plain text at the start of a text, of which no letter can be part of a longer cluster. */
function plainLength(text: string, from: number): number {
  NO_ACCENTS_IN.lastIndex = from;
  NO_ACCENTS_IN.test(text);
  const end = NO_ACCENTS_IN.lastIndex;
  return end < text.length && text.charCodeAt(end) >= MAY_JOIN ? Math.max(0, end - from - 1) : end - from;
}

/** Folds a text, and knows for each place in it where that is in the text itself. */
export function foldedText(text: string, how: Folding): FoldedText {
  const plain = (part: string): string => (how.case ? part.toLowerCase() : part);
  if (plainLength(text, 0) === text.length) return { text: plain(text), start: sameOffset, end: sameOffset };

  const known = new Map<string, string>();
  const starts: (number | null)[] = [];
  const ends: (number | null)[] = [0];
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = plainLength(text, at);
    if (length > 0) {
      pieces.push(plain(text.slice(at, at + length)));
      for (let unit = at; unit < at + length; unit += 1) {
        starts.push(unit);
        ends.push(unit + 1);
      }
      at += length;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at);
    let folded = known.get(cluster);
    if (folded === undefined) known.set(cluster, (folded = foldCluster(cluster, how)));
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(unit === 0 ? at : null);
      ends.push(unit === folded.length - 1 ? at + cluster.length : null);
    }
    at += cluster.length;
  }
  return {
    text: pieces.join(""),
    start: (at) => starts[at] ?? null,
    end: (at) => ends[at] ?? null,
  };
}
