import { textsOf } from "#shared/changes/keep-notes.ts";
import {
  finalBlock,
  finalText,
  hasRuns,
  type FormatChange,
  type PhotoBlock,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { photoWords } from "../losses.ts";
import { personName } from "./person-name.ts";
import { told, type Told } from "#shared/language/told.ts";

const LONGEST = 40;

/** Words as a sentence quotes them, without its marks: on one line, and no more than the first few. */
function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > LONGEST
    ? `${line
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")}…`
    : line;
}

/** Every run of a story with its changes: lines, captions, credits. */
export function markupRuns({ blocks }: StoryDocument): readonly Run[] {
  return blocks.flatMap(textsOf).flat();
}

/** How a loss names a photo of a story with changes: by the words that it prints. */
export function markedPhotoWords(photo: PhotoBlock): string {
  const printed = finalBlock(photo);
  return photoWords(printed.kind === "photo" ? printed : photo);
}

/** Changes of links, which no other program tracks: one sentence for each. */
function linkChangesLost(markup: StoryDocument): readonly Told[] {
  const changed = new Map<string, { readonly change: FormatChange; readonly text: string }>();
  for (const { text, deleted, formats = [] } of markupRuns(markup)) {
    const change = formats.findLast(({ linkWas }) => linkWas !== undefined);
    if (!change || deleted) continue;
    changed.set(change.id, { change, text: (changed.get(change.id)?.text ?? "") + text });
  }
  return [...changed.values()].map(({ change: { by, linkWas }, text }) => {
    return told("linkChangeLost", {
      excerpt: quoted(text),
      person: personName(by),
      hrefWas: linkWas ? linkWas.href : null,
    });
  });
}

function photoChangesLost({ blocks }: StoryDocument): readonly Told[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "photo") return [];
    const { facts = [], deleted } = block.tracked ?? {};
    const photo = markedPhotoWords(block);
    if (deleted) return [told("pictureStruck", { photo })];
    const last = facts.at(-1);
    if (!last) return [];
    const isAnother = facts.some(({ was }) => was.asset !== undefined);
    return [told(isAnother ? "pictureReplaced" : "pictureChanged", { photo, person: personName(last.by) })];
  });
}

/** What is changed behind a line and not in it. A byline that nobody typed is its names, so there the line itself is changed. */
function factChangesLost({ blocks }: StoryDocument): readonly Told[] {
  return blocks.flatMap((block) => {
    if (!hasRuns(block)) return [];
    const facts = block.tracked?.facts?.filter(({ was }) => was.kind === undefined) ?? [];
    const text = finalText(block.runs);
    if (facts.length === 0 || (block.kind === "byline" && text === "")) return [];
    const isByline = facts.some(({ was }) => was.authors !== undefined || was.agency !== undefined);
    return [told(isByline ? "namesChangeLost" : "wordingsChangeLost", { excerpt: quoted(text) })];
  });
}

/** What a word processor does not show that came and went again: put in by one, struck out by another. */
function endsLost({ blocks }: StoryDocument): readonly Told[] {
  const gone = blocks.filter(
    (block) => hasRuns(block) && block.tracked?.inserted && block.tracked.deleted,
  ).length;
  return gone === 0 ? [] : [told("endsLost", { count: gone })];
}

function unknownChangesLost({ blocks }: StoryDocument): readonly Told[] {
  const changed = blocks.filter(({ kind, tracked }) => kind === "unknown" && tracked).length;
  return changed === 0 ? [] : [told("newerChangesLost", { count: changed })];
}

function notesLost({ notes = [] }: StoryDocument, hasText: boolean): readonly Told[] {
  if (hasText || notes.length === 0) return [];
  return [told("notesLost", { count: notes.length })];
}

/** What no marked-up file shows, whatever its format, as sentences. `hasText` is false for a story of no text at all. */
export function markupLosses(markup: StoryDocument, hasText: boolean): readonly Told[] {
  return [
    ...linkChangesLost(markup),
    ...photoChangesLost(markup),
    ...factChangesLost(markup),
    ...endsLost(markup),
    ...unknownChangesLost(markup),
    ...notesLost(markup, hasText),
  ];
}
