import {
  canonicalRuns,
  finalText,
  hasRuns,
  originalRuns,
  runsText,
  withText,
  type Block,
  type BlockTracking,
  type Run,
  type RunBlock,
  type Stamp,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { Tracking } from "./tracking.ts";

/** Whose each unit of a text is; null where nobody's. */
type Signed = readonly (Stamp | null)[];

function signedUnits(runs: readonly Run[], stampOf: (run: Run) => Stamp | undefined): Signed {
  return runs.flatMap((run) =>
    Array.from<Stamp | null>({ length: run.text.length }).fill(stampOf(run) ?? null),
  );
}

function isOpen({ inserted, deleted, formats }: Run): boolean {
  return inserted !== undefined || deleted !== undefined || formats !== undefined;
}

function originalText(block: RunBlock): string {
  return runsText(originalRuns(block.runs));
}

/** Gives a change of somebody else's an id of the story's own: the same one for the same change. */
class Signatures {
  readonly #tracking: Pick<Tracking, "newChangeId">;
  readonly #known = new Map<string, Stamp>();

  constructor(tracking: Pick<Tracking, "newChangeId">) {
    this.#tracking = tracking;
  }

  of({ id, by, at }: Stamp): Stamp {
    const stamp = this.#known.get(id) ?? { id: this.#tracking.newChangeId(), by, at };
    this.#known.set(id, stamp);
    return stamp;
  }
}

/**
 * Every unit signed where any is: of "the [whole ]town" and "the[ whole] town", which are the same, the
 * copy may have the one and the story the other, and then one space of it is nobody's.
 */
function filled(signed: Signed): Signed {
  const forward: (Stamp | null)[] = [];
  for (const stamp of signed) forward.push(stamp ?? forward.at(-1) ?? null);
  const first = forward.find((stamp) => stamp !== null) ?? null;
  return forward.map((stamp) => stamp ?? first);
}

/** A run in pieces, each with the stamp that its units have in the copy. */
function parted(
  run: Run,
  field: "inserted" | "deleted",
  signed: Signed,
  signatures: Signatures,
): readonly Run[] {
  const pieces: Run[] = [];
  const stamps = filled(signed);
  for (let at = 0; at < run.text.length; at += 1) {
    const own = stamps[at] ?? null;
    const stamp = own ? signatures.of(own) : run[field];
    const last = pieces.at(-1);
    const letter = run.text.charAt(at);
    if (last && last[field] === stamp) pieces[pieces.length - 1] = withText(last, last.text + letter);
    else pieces.push({ ...run, text: letter, ...(stamp ? { [field]: stamp } : {}) });
  }
  return pieces;
}

function signedRuns(runs: readonly Run[], copy: RunBlock, signatures: Signatures): readonly Run[] {
  const putIn = signedUnits(
    copy.runs.filter(({ deleted }) => !deleted),
    ({ inserted }) => inserted,
  );
  const struck = signedUnits(
    copy.runs.filter(({ inserted }) => !inserted),
    ({ deleted }) => deleted,
  );
  let [final, original] = [0, 0];
  return canonicalRuns(
    runs.flatMap((run) => {
      const { length } = run.text;
      const [fromFinal, fromOriginal] = [final, original];
      if (!run.deleted) final += length;
      if (!run.inserted) original += length;
      if (run.inserted && !run.deleted) {
        return parted(run, "inserted", putIn.slice(fromFinal, final), signatures);
      }
      return run.deleted && !run.inserted
        ? parted(run, "deleted", struck.slice(fromOriginal, original), signatures)
        : [run];
    }),
  );
}

/** The stamp of a whole block's coming or going: of its break, else of its only change. */
function wholeStamp(block: RunBlock, field: "inserted" | "deleted"): Stamp | undefined {
  return block.tracked?.[field] ?? block.runs.at(-1)?.[field];
}

function signedBreak(tracked: BlockTracking, copy: RunBlock, signatures: Signatures): BlockTracking {
  const stampOf = (field: "inserted" | "deleted"): Partial<BlockTracking> => {
    const own = tracked[field] ? wholeStamp(copy, field) : undefined;
    return own ? { [field]: signatures.of(own) } : {};
  };
  return { ...tracked, ...stampOf("inserted"), ...stampOf("deleted") };
}

/**
 * What a version from outside changed, signed by those who did it there: copy that comes back from a
 * word processor knows who put in and struck out what. Where a block of the copy was, before its open
 * changes, what the story has, and is, after them, what the story is made to be, every such unit has
 * the name and time that it has in the copy; all else stays as it is. `now` is the story before.
 */
export function signedAsInCopy(
  tracked: StoryDocument,
  now: StoryDocument,
  copy: StoryDocument,
  tracking: Pick<Tracking, "newChangeId">,
): StoryDocument {
  const changed = copy.blocks
    .filter(hasRuns)
    .filter((block) => block.runs.some(isOpen) || block.tracked)
    .map((block) => ({ block, was: originalText(block), is: finalText(block.runs) }));
  if (changed.length === 0) return tracked;
  const before = new Map(now.blocks.map((block) => [block.id, block]));
  const signatures = new Signatures(tracking);
  const taken = new Set<RunBlock>();
  const copyOf = (was: string, is: string): RunBlock | undefined =>
    changed.find((one) => !taken.has(one.block) && one.was === was && one.is === is)?.block;
  const blocks = tracked.blocks.map((block): Block => {
    const was = before.get(block.id);
    if (!hasRuns(block) || block === was || (was && hasRuns(was) && was.runs.some(isOpen))) return block;
    const found = copyOf(was && hasRuns(was) ? runsText(was.runs) : "", finalText(block.runs));
    if (!found) return block;
    taken.add(found);
    const runs = signedRuns(block.runs, found, signatures);
    return block.tracked
      ? { ...block, runs, tracked: signedBreak(block.tracked, found, signatures) }
      : { ...block, runs };
  });
  return { ...tracked, blocks };
}
