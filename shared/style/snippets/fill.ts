import { isAddress } from "../addresses.ts";
import type { Snippet } from "./snippet.ts";

/** What the fields of a snippet are filled with; an empty one is asked for. */
export interface SnippetFacts {
  readonly slug: string;
  readonly headline: string;
  readonly date: string;
  readonly author: string;
}

/** A place in a filled text where the caret goes: a field to be written over, or the last place of all. */
export interface SnippetStop {
  readonly at: number;
  readonly length: number;
}

export interface FilledSnippet {
  readonly text: string;
  /** In the order in which Tab goes through them. */
  readonly stops: readonly SnippetStop[];
}

const FIELD = /\{([^{}\n]{1,40})\}/gu;

/** Fills the fields of a snippet. What is not known stands as its own name, to be written over. */
export function fillSnippet(snippet: Pick<Snippet, "text">, facts: SnippetFacts): FilledSnippet {
  const known = new Map<string, string>(Object.entries(facts));
  const source = snippet.text.replaceAll(/\s+/gu, " ");
  const stops: SnippetStop[] = [];
  let end: number | null = null;
  let text = "";
  let from = 0;
  for (const match of source.matchAll(FIELD)) {
    const [written, name = ""] = match;
    text += source.slice(from, match.index);
    from = match.index + written.length;
    if (name === "cursor") {
      end = text.length;
      continue;
    }
    const value = known.get(name) ?? "";
    if (value === "") stops.push({ at: text.length, length: name.length });
    text += value === "" ? name : value;
  }
  text += source.slice(from);
  return { text, stops: [...stops, { at: end ?? text.length, length: 0 }] };
}

const OPENING = /^[("'“‘[«—–]+/u;

/** The snippet whose code stands right before the caret, and where the code begins; null where there is none, and in addresses. */
export function snippetBefore(
  before: string,
  snippets: readonly Snippet[],
): { readonly snippet: Snippet; readonly at: number } | null {
  const piece = /\S+$/u.exec(before)?.[0] ?? "";
  if (piece === "" || isAddress(piece)) return null;
  for (const typed of [piece, piece.replace(OPENING, "")]) {
    const snippet = snippets.find(({ code }) => code === typed);
    if (snippet) return { snippet, at: before.length - typed.length };
  }
  return null;
}

const MONTHS = [
  "Jan.",
  "Feb.",
  "March",
  "April",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
] as const;

/** A day as AP writes it with its year (AP Stylebook, "months"): `Nov. 22, 2026`. */
export function apDate(day: Date): string {
  return `${MONTHS[day.getMonth()] ?? ""} ${String(day.getDate())}, ${String(day.getFullYear())}`;
}
