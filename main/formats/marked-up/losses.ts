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
import { counted, photoName } from "../losses.ts";
import { personName } from "./person-name.ts";

const LONGEST = 40;

/** Words as a sentence quotes them: on one line, and no more than the first few. */
function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > LONGEST
    ? `“${line
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")}…”`
    : `“${line}”`;
}

/** Every run of a story with its changes: lines, captions, credits. */
export function markupRuns({ blocks }: StoryDocument): readonly Run[] {
  return blocks.flatMap(textsOf).flat();
}

/** How a loss names a photo of a story with changes: by the words that it prints. */
export function markedPhotoName(photo: PhotoBlock): string {
  const printed = finalBlock(photo);
  return photoName(printed.kind === "photo" ? printed : photo);
}

/** Changes of links, which no other program tracks: one sentence for each. */
function linkChangesLost(markup: StoryDocument): readonly string[] {
  const changed = new Map<string, { readonly change: FormatChange; readonly text: string }>();
  for (const { text, deleted, formats = [] } of markupRuns(markup)) {
    const change = formats.findLast(({ linkWas }) => linkWas !== undefined);
    if (!change || deleted) continue;
    changed.set(change.id, { change, text: (changed.get(change.id)?.text ?? "") + text });
  }
  return [...changed.values()].map(({ change: { by, linkWas }, text }) => {
    const was = linkWas ? `It was ${linkWas.href}.` : "There was none.";
    return `The link of ${quoted(text)} is written as ${personName(by)} left it, and not as a change. ${was}`;
  });
}

function photoChangesLost({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "photo") return [];
    const { facts = [], deleted } = block.tracked ?? {};
    const name = markedPhotoName(block);
    if (deleted) return [`${name} was struck out: only its caption and credit are there, as struck out.`];
    const last = facts.at(-1);
    if (!last) return [];
    const isAnother = facts.some(({ was }) => was.asset !== undefined);
    const what = isAnother ? "is the new one" : "is as it is now";
    return [
      `${name} ${what}: that ${personName(last.by)} changed the picture, its size, crop or alt text is not written as a change.`,
    ];
  });
}

/** What is changed behind a line and not in it. A byline that nobody typed is its names, so there the line itself is changed. */
function factChangesLost({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (!hasRuns(block)) return [];
    const facts = block.tracked?.facts?.filter(({ was }) => was.kind === undefined) ?? [];
    const text = finalText(block.runs);
    if (facts.length === 0 || (block.kind === "byline" && text === "")) return [];
    const isByline = facts.some(({ was }) => was.authors !== undefined || was.agency !== undefined);
    const what = isByline ? "names behind the byline" : "other wordings of the headline";
    return [`A change of the ${what} ${quoted(text)} is not written as a change.`];
  });
}

/** What a word processor does not show that came and went again: put in by one, struck out by another. */
function endsLost({ blocks }: StoryDocument): readonly string[] {
  const gone = blocks.filter(
    (block) => hasRuns(block) && block.tracked?.inserted && block.tracked.deleted,
  ).length;
  if (gone === 0) return [];
  return [`${counted(gone, "paragraph break")} that one person put in and another struck out is not shown.`];
}

function unknownChangesLost({ blocks }: StoryDocument): readonly string[] {
  const changed = blocks.filter(({ kind, tracked }) => kind === "unknown" && tracked).length;
  return changed === 0
    ? []
    : [`${counted(changed, "change")} of blocks that only a newer Stet understands left out.`];
}

function notesLost({ notes = [] }: StoryDocument, hasText: boolean): readonly string[] {
  if (hasText || notes.length === 0) return [];
  return [`${counted(notes.length, "note")} left out: there is no text for them to stand on.`];
}

/** What no marked-up file shows, whatever its format, as sentences. `hasText` is false for a story of no text at all. */
export function markupLosses(markup: StoryDocument, hasText: boolean): readonly string[] {
  return [
    ...linkChangesLost(markup),
    ...photoChangesLost(markup),
    ...factChangesLost(markup),
    ...endsLost(markup),
    ...unknownChangesLost(markup),
    ...notesLost(markup, hasText),
  ];
}
