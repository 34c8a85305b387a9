import type { RevisionCause } from "#shared/contract/revisions.ts";
import { evenSpaces, sentencesIn } from "./sentences.ts";

/** A piece of text that states of a story share: one object for equal pieces. */
export interface SharedPassage {
  readonly words: () => string;
}

/** What thinning must know of a revision. */
export interface ThinnedRevision {
  readonly id: string;
  readonly parents: readonly string[];
  readonly branch: string | null;
  readonly cause: RevisionCause;
  readonly atMs: number;
  readonly passages: () => readonly SharedPassage[];
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** All revisions are kept this long … */
const ALL_MS = DAY_MS;
/** … then one for each hour, and a sentence is kept if only one revision has it, this long; then one for each day. */
const MONTH_MS = 30 * DAY_MS;

/** Kept for as long as the story: what a person asked for, and the points where its history parts or joins. */
const LASTING: ReadonlySet<RevisionCause> = new Set([
  "first",
  "import",
  "status",
  "named",
  "branch",
  "merge",
]);

function periodOf({ branch, atMs }: ThinnedRevision, ageMs: number): string {
  const lengthMs = ageMs < MONTH_MS ? HOUR_MS : DAY_MS;
  return JSON.stringify([branch, lengthMs, Math.floor(atMs / lengthMs)]);
}

function evenWords({ words }: SharedPassage): string {
  return evenSpaces(words());
}

/** Those that the clock and the shape of the graph keep. */
function keptByRule(revisions: readonly ThinnedRevision[], nowMs: number): Set<string> {
  const kept = new Set<string>();
  const lastOfPeriod = new Map<string, string>();
  const lastOfLine = new Map<string | null, string>();
  for (const revision of revisions) {
    const { id, parents, branch, cause, atMs } = revision;
    const ageMs = nowMs - atMs;
    if (ageMs < ALL_MS || LASTING.has(cause)) kept.add(id);
    lastOfPeriod.set(periodOf(revision, ageMs), id);
    lastOfLine.set(branch, id);
    if (parents.length > 1) for (const parent of parents) kept.add(parent);
  }
  for (const id of [...lastOfPeriod.values(), ...lastOfLine.values()]) kept.add(id);
  return kept;
}

/**
 * Which revisions of a story stay, given all of them (oldest first) and the text that stands now:
 * every named and status revision, the story's first, branches and merges with both their sides,
 * the last of each line; all of the last 24 hours, the last of each hour for 30 days, the last of
 * each day (UTC) after; and any younger than 30 days that has a sentence which neither another
 * that stays nor the present text has. A revision from the future, by a clock that was wrong, stays.
 */
export function keptRevisions(
  revisions: readonly ThinnedRevision[],
  current: readonly SharedPassage[],
  nowMs: number,
): ReadonlySet<string> {
  const kept = keptByRule(revisions, nowMs);
  const others = revisions.filter(({ id }) => !kept.has(id));
  const young = others.filter(({ atMs }) => nowMs - atMs < MONTH_MS).toReversed();
  if (young.length === 0) return kept;

  const known = new Set<SharedPassage>(current);
  for (const revision of revisions) {
    if (kept.has(revision.id)) for (const passage of revision.passages()) known.add(passage);
  }
  const texts: string[] = [];
  for (const revision of young) {
    const lone = revision.passages().filter((passage) => !known.has(passage));
    if (lone.length === 0) continue;
    if (texts.length === 0) texts.push([...known].map(evenWords).join("\n"));
    const isKnown = (sentence: string): boolean => texts.some((text) => text.includes(sentence));
    if (lone.every(({ words }) => sentencesIn(words()).every(isKnown))) continue;
    kept.add(revision.id);
    for (const passage of lone) known.add(passage);
    texts.push(...lone.map(evenWords));
  }
  return kept;
}
