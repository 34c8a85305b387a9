import {
  finalText,
  hasRuns,
  type Block,
  type BlockFacts,
  type BlockId,
  type FactsChange,
  type FormatChange,
  type Run,
  type Stamp,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { RunField, TextPlace } from "./tracking.ts";

export const CHANGE_KINDS = [
  "insert",
  "delete",
  "format",
  "link",
  "split",
  "join",
  "insertBlock",
  "deleteBlock",
  "kind",
  "byline",
  "wordings",
  "photo",
  "move",
] as const;

/** What a change does, in the words of the model; a change can do several things at once. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Where a part of a change is: a stretch of a text, or a block with its break, facts and place. */
export interface ChangePlace {
  readonly block: BlockId;
  readonly kind: ChangeKind;
  /** Null where it is of the block and not of a text. */
  readonly text: { readonly field: RunField; readonly from: number; readonly to: number } | null;
}

/** One open change, as a list or a margin shows it. */
export interface OpenChange {
  readonly id: string;
  readonly by: string;
  /** When it began: ISO 8601 UTC. */
  readonly at: string;
  /** Every kind of thing it does, in the order of {@link CHANGE_KINDS}. */
  readonly kinds: readonly ChangeKind[];
  /** The text that it put in, struck out, and reformatted. */
  readonly inserted: string;
  readonly deleted: string;
  readonly formatted: string;
  /** Formats and facts as they were, for a line of words about them. */
  readonly formats: readonly FormatChange[];
  readonly facts: readonly FactsChange[];
  /** Its parts in reading order; there is always one. */
  readonly places: readonly ChangePlace[];
}

interface Found {
  readonly stamp: Stamp;
  readonly place: ChangePlace;
  readonly text: string;
  readonly format?: FormatChange;
  readonly facts?: FactsChange;
}

function foundInRuns(block: BlockId, field: RunField, runs: readonly Run[]): readonly Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const { text, inserted, deleted, formats = [] } of runs) {
    const to = from + text.length;
    const place = (kind: ChangeKind): ChangePlace => ({ block, kind, text: { field, from, to } });
    if (inserted) found.push({ stamp: inserted, place: place("insert"), text });
    if (deleted) found.push({ stamp: deleted, place: place("delete"), text });
    for (const format of formats) {
      const isMarks = (format.added?.length ?? 0) + (format.removed?.length ?? 0) > 0;
      if (isMarks) found.push({ stamp: format, place: place("format"), text, format });
      if (format.linkWas !== undefined) {
        found.push({
          stamp: format,
          place: place("link"),
          text: isMarks ? "" : text,
          ...(isMarks ? {} : { format }),
        });
      }
    }
    from = to;
  }
  return found;
}

const FACT_KINDS: readonly (readonly [ChangeKind, readonly (keyof BlockFacts)[]])[] = [
  ["kind", ["kind"]],
  ["byline", ["authors", "agency"]],
  ["wordings", ["alternates"]],
  ["photo", ["asset", "alt", "crop", "size"]],
];

/** A change of kind brings other facts with it; they are no changes of their own. */
function factKinds({ was }: FactsChange): readonly ChangeKind[] {
  if (was.kind !== undefined) return ["kind"];
  return FACT_KINDS.flatMap(([kind, names]) => (names.some((name) => was[name] !== undefined) ? [kind] : []));
}

function breakKinds(block: Block): { readonly inserted: ChangeKind; readonly deleted: ChangeKind } {
  if (!hasRuns(block)) return { inserted: "insertBlock", deleted: "deleteBlock" };
  const isAllNew = block.runs.every(({ inserted }) => inserted !== undefined);
  return {
    inserted: isAllNew ? "insertBlock" : "split",
    deleted: finalText(block.runs) === "" ? "deleteBlock" : "join",
  };
}

function foundInBlock(block: Block): readonly Found[] {
  const { inserted, deleted, facts = [], moves = [] } = block.tracked ?? {};
  const place = (kind: ChangeKind): ChangePlace => ({ block: block.id, kind, text: null });
  const kinds = breakKinds(block);
  const found: Found[] = [
    ...(inserted ? [{ stamp: inserted, place: place(kinds.inserted), text: "" }] : []),
    ...(deleted ? [{ stamp: deleted, place: place(kinds.deleted), text: "" }] : []),
    ...moves.map((move) => ({ stamp: move, place: place("move"), text: "" })),
    ...facts.flatMap((change) =>
      factKinds(change).map((kind, nth) => ({
        stamp: change,
        place: place(kind),
        text: "",
        ...(nth === 0 ? { facts: change } : {}),
      })),
    ),
  ];
  if (block.kind === "unknown") return found;
  if (hasRuns(block)) return [...found, ...foundInRuns(block.id, "runs", block.runs)];
  return [
    ...found,
    ...foundInRuns(block.id, "caption", block.caption),
    ...foundInRuns(block.id, "credit", block.credit),
  ];
}

const foundIn = new WeakMap<Block, readonly Found[]>();

/** A block stays the same object until it changes, so each is searched once. */
function foundOf(block: Block): readonly Found[] {
  const known = foundIn.get(block);
  if (known) return known;
  const found = foundInBlock(block);
  foundIn.set(block, found);
  return found;
}

/** True where a block bears any open change. */
export function hasChanges(block: Block): boolean {
  return foundOf(block).length > 0;
}

interface Gathered {
  readonly stamp: Stamp;
  readonly parts: Found[];
}

function openChange({ stamp: { id, by, at }, parts }: Gathered): OpenChange {
  const kinds = new Set(parts.map(({ place }) => place.kind));
  const textOf = (...wanted: readonly ChangeKind[]): string => {
    let text = "";
    let last: BlockId | undefined;
    for (const part of parts) {
      if (!wanted.includes(part.place.kind) || part.text === "") continue;
      text += last !== undefined && last !== part.place.block ? `\n${part.text}` : part.text;
      last = part.place.block;
    }
    return text;
  };
  return {
    id,
    by,
    at,
    kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    inserted: textOf("insert"),
    deleted: textOf("delete"),
    formatted: textOf("format", "link"),
    formats: parts.flatMap(({ format }) => format ?? []),
    facts: parts.flatMap(({ facts }) => facts ?? []),
    places: parts.map(({ place }) => place),
  };
}

/** Every open change of a story, in the order in which a reader comes upon them. */
export function changesOf({ blocks }: Pick<StoryDocument, "blocks">): readonly OpenChange[] {
  const gathered = new Map<string, Gathered>();
  for (const block of blocks) {
    for (const part of foundOf(block)) {
      const known = gathered.get(part.stamp.id);
      if (known) known.parts.push(part);
      else gathered.set(part.stamp.id, { stamp: part.stamp, parts: [part] });
    }
  }
  return [...gathered.values()].map(openChange);
}

/** The ids of the changes that a block bears a part of, each once. */
export function changeIdsOf(block: Block): readonly string[] {
  return [...new Set(foundOf(block).map(({ stamp }) => stamp.id))];
}

/** How many changes are open in a story, without listing them. */
export function countChanges({ blocks }: Pick<StoryDocument, "blocks">): number {
  const ids = new Set<string>();
  for (const block of blocks) for (const id of changeIdsOf(block)) ids.add(id);
  return ids.size;
}

/** Who did what to the text at a place, and to its block. */
export interface Authorship {
  readonly inserted?: Stamp;
  readonly deleted?: Stamp;
  readonly formats: readonly FormatChange[];
  readonly block: Block["tracked"];
}

/** Who wrote the character behind a place (before it, at the end of a text) as far as it is open; null where there is no such block. */
export function whoWrote({ blocks }: Pick<StoryDocument, "blocks">, place: TextPlace): Authorship | null {
  const block = blocks.find(({ id }) => id === place.block);
  if (!block) return null;
  const runs = ((): readonly Run[] => {
    if (block.kind === "unknown") return [];
    if (hasRuns(block)) return block.runs;
    return place.field === "credit" ? block.credit : block.caption;
  })();
  let end = 0;
  const run = runs.find(({ text }) => (end += text.length) > place.offset) ?? runs.at(-1);
  return {
    ...(run?.inserted ? { inserted: run.inserted } : {}),
    ...(run?.deleted ? { deleted: run.deleted } : {}),
    formats: run?.formats ?? [],
    block: block.tracked,
  };
}
