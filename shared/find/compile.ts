import { foldedText, type FoldedText, type Folding } from "./fold.ts";
import { patternTrouble, type PatternTrouble } from "./pattern-trouble.ts";
import { asksForSomething, LONGEST_QUERY, type FindQuery } from "./query.ts";
import { isInWord } from "./word-edges.ts";

/** What the groups of a regular expression held. */
export interface MatchGroups {
  readonly numbered: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
}

/** One place where a query is found in a text, in UTF-16 units. */
export interface TextMatch {
  readonly from: number;
  readonly to: number;
  readonly groups: MatchGroups | null;
}

/** A query that can be asked of any text. Matches come in order, do not overlap and are never empty. */
export interface CompiledQuery {
  readonly query: FindQuery;
  readonly matches: (text: string) => readonly TextMatch[];
  /** True once the pattern has matched somewhere between two letters, where there is nothing to replace. */
  readonly foundNothing: () => boolean;
}

/** Why a query cannot be asked: it has nothing to look for, is too long, or is a pattern that cannot be read. */
export type QueryTrouble =
  | { readonly problem: "nothing" }
  | { readonly problem: "too-long"; readonly most: number }
  | { readonly problem: "pattern"; readonly pattern: PatternTrouble };

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledQuery }
  | { readonly ok: false; readonly trouble: QueryTrouble };

function isAllowed(text: string, from: number, to: number, isWholeWord: boolean): boolean {
  return !isWholeWord || (!isInWord(text, from) && !isInWord(text, to));
}

/** Where the next character begins. */
function nextCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1);
}

function plainQuery(query: FindQuery): CompileResult {
  const { words, matchesCase, ignoresAccents, isWholeWord } = query;
  const how: Folding = {
    case: !matchesCase,
    accents: ignoresAccents,
    singleQuotes: !/[\u2018\u2019\u201A\u201B]/u.test(words),
    doubleQuotes: !/[\u201C-\u201F]/u.test(words),
    spaces: !/[\u00A0\u2000-\u200A\u2011\u202F\u205F\u3000]/u.test(words),
    unseen: !/[\u00AD\u200B-\u200F\u2060\u061C\uFEFF]/u.test(words),
  };
  const sought = foldedText(words, how).text;
  if (sought === "") return { ok: false, trouble: { problem: "nothing" } };
  const matches = (text: string): readonly TextMatch[] => {
    const found: TextMatch[] = [];
    const folded = foldedText(text, how);
    for (let at = folded.text.indexOf(sought); at >= 0;) {
      const from = folded.start(at);
      const to = folded.end(at + sought.length);
      const isHit = from !== null && to !== null && isAllowed(text, from, to, isWholeWord);
      if (isHit) found.push({ from, to, groups: null });
      at = folded.text.indexOf(sought, isHit ? at + sought.length : at + 1);
    }
    return found;
  };
  return { ok: true, value: { query, matches, foundNothing: () => false } };
}

function matchGroups(match: RegExpExecArray, text: string, folded: FoldedText): MatchGroups {
  const { indices } = match;
  const own = (
    held: string | undefined,
    place: readonly [number, number] | undefined,
  ): string | undefined => {
    if (held === undefined || place === undefined) return undefined;
    if (held === "") return "";
    const from = folded.start(place[0]);
    const to = folded.end(place[1]);
    return from === null || to === null ? held : text.slice(from, to);
  };
  const named = Object.entries(match.groups ?? {}).map(
    ([name, held]) => [name, own(held, indices?.groups?.[name])] as const,
  );
  return {
    numbered: match.slice(1).map((held: string | undefined, nth) => own(held, indices?.[nth + 1])),
    named: Object.fromEntries(named),
  };
}

function patternQuery(query: FindQuery): CompileResult {
  const { words, matchesCase, ignoresAccents, isWholeWord } = query;
  const how: Folding = {
    case: false,
    accents: ignoresAccents,
    singleQuotes: false,
    doubleQuotes: false,
    spaces: false,
    unseen: false,
  };
  let pattern: RegExp;
  try {
    pattern = new RegExp(foldedText(words, how).text, `dgmu${matchesCase ? "" : "i"}`);
  } catch (error) {
    return { ok: false, trouble: { problem: "pattern", pattern: patternTrouble(error) } };
  }
  let hasFoundNothing = false;
  const matches = (text: string): readonly TextMatch[] => {
    const found: TextMatch[] = [];
    const folded = foldedText(text, how);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded.text); match !== null; match = pattern.exec(folded.text)) {
      const [{ length }] = match;
      if (length === 0) hasFoundNothing = true;
      const from = folded.start(match.index);
      const to = folded.end(match.index + length);
      if (length > 0 && from !== null && to !== null && isAllowed(text, from, to, isWholeWord)) {
        found.push({ from, to, groups: matchGroups(match, text, folded) });
      } else {
        pattern.lastIndex = nextCharacter(folded.text, match.index);
      }
    }
    return found;
  };
  return { ok: true, value: { query, matches, foundNothing: () => hasFoundNothing } };
}

/** Finds all of a text: which stretches of it have the marks is for whoever knows its runs. */
function allOf(text: string): readonly TextMatch[] {
  return text === "" ? [] : [{ from: 0, to: text.length, groups: null }];
}

/** Makes a query ready to be asked. Tells the trouble where its pattern cannot be read or it looks for nothing. */
export function compileQuery(query: FindQuery): CompileResult {
  const { words, isPattern } = query;
  if (words.length > LONGEST_QUERY) {
    return { ok: false, trouble: { problem: "too-long", most: LONGEST_QUERY } };
  }
  if (!asksForSomething(query)) return { ok: false, trouble: { problem: "nothing" } };
  if (words === "") return { ok: true, value: { query, matches: allOf, foundNothing: () => false } };
  return isPattern ? patternQuery(query) : plainQuery(query);
}
