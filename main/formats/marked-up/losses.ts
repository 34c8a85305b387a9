import {
  hasRuns,
  runsText,
  type Block,
  type FormatChange,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { counted, photoName } from "../losses.ts";
import { personName } from "./person-name.ts";

const LONGEST = 40;

/** Words as a sentence quotes them: on one line, and no more than the first few. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > LONGEST
    ? `“${line
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")}…”`
    : `“${line}”`;
}

function textsOf(block: Block): readonly (readonly Run[])[] {
  if (block.kind === "unknown") return [];
  return hasRuns(block) ? [block.runs] : [block.caption, block.credit];
}

function runsOf({ blocks }: StoryDocument): readonly Run[] {
  return blocks.flatMap(textsOf).flat();
}

function linkLost(run: Run, { by, linkWas }: FormatChange): string {
  const was = linkWas ? `It was ${linkWas.href}.` : "There was none.";
  return `The link of ${quoted(run.text)} is written as ${personName(by)} left it, and not as a change. ${was}`;
}

/** Changes of links, which no other program tracks. */
export function linkChangesLost(markup: StoryDocument): readonly string[] {
  return runsOf(markup).flatMap((run) => {
    if (run.deleted) return [];
    const change = run.formats?.find(({ linkWas }) => linkWas !== undefined);
    return change ? [linkLost(run, change)] : [];
  });
}

function photoChangesLost({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "photo") return [];
    const { facts = [], deleted } = block.tracked ?? {};
    if (deleted)
      return [`${photoName(block)} was struck out: only its caption and credit are there, as struck out.`];
    const changed = facts.flatMap(({ was }) => Object.keys(was));
    const [last] = facts.toReversed();
    if (!last || changed.length === 0) return [];
    const what = changed.includes("asset") ? "is the new one" : "is as it is now";
    return [
      `${photoName(block)} ${what}: that ${personName(last.by)} changed the picture, its size, crop or alt text is not written as a change.`,
    ];
  });
}

function factChangesLost({ blocks }: StoryDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (!hasRuns(block)) return [];
    const was = block.tracked?.facts?.flatMap((change) =>
      change.was.kind === undefined ? Object.keys(change.was) : [],
    );
    if (!was || was.length === 0) return [];
    const isByline = was.includes("authors") || was.includes("agency");
    const what = isByline ? "names behind the byline" : "other wordings of the headline";
    return [`A change of the ${what} ${quoted(runsText(block.runs))} is not written as a change.`];
  });
}

/** What a word processor does not show that came and went again: put in by one, struck out by another. */
function endsLost({ blocks }: StoryDocument): readonly string[] {
  const gone = blocks.filter(({ tracked }) => tracked?.inserted && tracked.deleted).length;
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
