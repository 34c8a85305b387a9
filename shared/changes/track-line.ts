import { canonicalRuns, sameAttributes, withTracking, type Run, type Stamp } from "#shared/document/index.ts";
import { sideBySide } from "#shared/merge/run-reader.ts";
import { lineEdits } from "./line-edits.ts";
import { readPieces, type Piece } from "./pieces.ts";
import { newStamp, type Tracking } from "./tracking.ts";
import { trackLook, type FormatStamp } from "./track-look.ts";

/** What a line is tracked with. */
export interface LineTracking {
  readonly tracking: Tracking;
  readonly stampFor: FormatStamp;
  /** Where the caret is, in units of the later line; null where it is not in it. */
  readonly caret: number | null;
  /** True inside a block that the same person put in as a whole: what is done there needs no tracking. */
  readonly isFree: boolean;
}

function deletedStamp(piece: Piece | undefined): Stamp | undefined {
  if (!piece || piece.kind === "vanished") return undefined;
  return piece.kind === "text" ? piece.run.deleted : piece.block.tracked?.deleted;
}

function insertedStamp(piece: Piece | undefined): Stamp | undefined {
  if (!piece || piece.kind === "vanished") return undefined;
  return piece.kind === "text" ? piece.run.inserted : piece.block.tracked?.inserted;
}

/** Text that is new, whatever look of a change it took on from the text that it was typed into. */
function fresh({ text, marks, link, notes }: Run, stamp: Stamp | null): Run {
  return {
    text,
    ...(marks ? { marks } : {}),
    ...(link ? { link } : {}),
    ...(stamp ? { inserted: stamp } : {}),
    ...(notes ? { notes } : {}),
  };
}

/** The same person's stamp of a neighbour, else a new one; one for all that is done at one place. */
function stampOf(neighbours: readonly (Stamp | undefined)[], by: string, made: () => Stamp): Stamp {
  return neighbours.find((stamp) => stamp?.by === by) ?? made();
}

function struck(piece: Piece, stamp: () => Stamp, { tracking, isFree }: LineTracking): readonly Piece[] {
  if (deletedStamp(piece)) return [piece];
  const isOwn = insertedStamp(piece)?.by === tracking.by;
  if (piece.kind === "text") {
    if (isOwn || isFree) return [];
    return [{ kind: "text", run: { ...piece.run, deleted: stamp() } }];
  }
  if (isOwn) return [{ kind: "vanished", block: piece.block }];
  if (piece.kind === "break") {
    return [
      { kind: "break", block: withTracking(piece.block, { ...piece.block.tracked, deleted: stamp() }) },
    ];
  }
  return [{ ...piece, block: withTracking(piece.block, { ...piece.block.tracked, deleted: stamp() }) }];
}

function struckText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "text" && piece.run.deleted ? piece.run.text : "")).join("");
}

/** True where the later line has no struck text but what is left of the earlier one's: nobody typed among it. */
function isOnlyLeft(before: readonly Piece[], after: readonly Piece[]): boolean {
  const left = struckText(after);
  let found = 0;
  for (const sign of struckText(before)) if (left.startsWith(sign, found)) found += sign.length;
  return found === left.length;
}

function added(
  piece: Piece,
  stamp: () => Stamp,
  isFree: boolean,
  isCopy: (piece: Piece) => boolean,
): readonly Piece[] {
  switch (piece.kind) {
    case "text":
      if (piece.run.deleted && isCopy(piece)) return [];
      return [{ kind: "text", run: fresh(piece.run, isFree ? null : stamp()) }];
    case "break":
      return [{ kind: "break", block: withTracking(piece.block, { inserted: stamp() }) }];
    case "atom":
      return [{ kind: "atom", block: withTracking(piece.block, { inserted: stamp() }) }];
    default:
      return [piece];
  }
}

/** The text that stands before the first break. */
function wordsFirst(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex(({ kind }) => kind !== "text");
  return end < 0 ? pieces : pieces.slice(0, end);
}

function runsIn(pieces: readonly Piece[]): readonly Run[] {
  return pieces.flatMap((piece) => (piece.kind === "text" ? [piece.run] : []));
}

/**
 * The line that holds every difference of the later one as a tracked change: what is gone stands
 * struck, before what came in its place. What the edit left keeps who put it in and who struck it.
 */
export function trackLine(
  before: readonly Piece[],
  after: readonly Piece[],
  line: LineTracking,
): readonly Piece[] {
  const { tracking, stampFor, caret, isFree } = line;
  const { by } = tracking;
  let onlyLeft: boolean | undefined;
  // Struck text in a new place is a copy of what stays struck where it was, unless it was typed there:
  // then nothing came with it, and there is more of it than there was.
  const isCopy = (piece: Piece, came: readonly Piece[]): boolean =>
    (piece.kind === "text" && piece.inNewBlock === true) ||
    came.some((other) => other.kind !== "text" || !other.run.deleted) ||
    (onlyLeft ??= isOnlyLeft(before, after));
  const was = readPieces(before);
  const is = readPieces(after);
  const tracked: Piece[] = [];
  let read = 0;
  const keep = (to: number): void => {
    const [mine, now] = [runsIn(was.take(to - read)), runsIn(is.take(to - read))];
    for (const [old, run] of sideBySide(mine, now)) {
      if (old && run) {
        tracked.push({ kind: "text", run: trackLook(old, run, isFree ? null : by, stampFor) });
      }
    }
    read = to;
  };
  for (const edit of lineEdits(before, after, caret, tracking.grain ?? "letters")) {
    keep(edit.beforeFrom);
    let made: Stamp | undefined;
    const make = (): Stamp => (made ??= newStamp(tracking));
    const above = tracked.at(-1);
    const gone = was.take(edit.beforeTo - edit.beforeFrom);
    const came = is.take(edit.afterTo - edit.afterFrom);
    const below = was.next();
    const first = gone.findIndex((piece) => deletedStamp(piece)?.by === by);
    const goneNeighbours = [deletedStamp(above), deletedStamp(gone[first]), deletedStamp(below)];
    let deletion: Stamp | undefined;
    const strike = (piece: Piece): void => {
      tracked.push(...struck(piece, () => (deletion ??= stampOf(goneNeighbours, by, make)), line));
    };
    let insertion: Stamp | undefined;
    const cameNeighbours = [insertedStamp(above), insertedStamp(below)];
    const putIn = (): Stamp => (insertion ??= stampOf(cameNeighbours, by, make));
    const put = (piece: Piece): void => {
      tracked.push(...added(piece, putIn, isFree, (text) => isCopy(text, came)));
    };
    // What came for what is gone stands behind it, but words never behind a break that was not before them.
    const goneWords = wordsFirst(gone);
    const cameWords = wordsFirst(came);
    goneWords.forEach(strike);
    cameWords.forEach(put);
    gone.slice(goneWords.length).forEach(strike);
    came.slice(cameWords.length).forEach(put);
    read = edit.beforeTo;
  }
  keep(Number.MAX_SAFE_INTEGER);
  return tracked;
}

/** A text as pieces of a line. */
export function textPieces(runs: readonly Run[]): readonly Piece[] {
  return runs.map((run) => ({ kind: "text", run }));
}

function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  return (
    a.length === b.length &&
    a.every((run, at) => {
      const other = b[at];
      return other !== undefined && run.text === other.text && sameAttributes(run, other);
    })
  );
}

/** Tracks one text by itself: a caption, a credit, or a line that stays a line of its own. */
export function trackRuns(before: readonly Run[], after: readonly Run[], line: LineTracking): readonly Run[] {
  if (before === after) return before;
  const tracked = canonicalRuns(runsIn(trackLine(textPieces(before), textPieces(after), line)));
  return sameRuns(before, tracked) ? before : tracked;
}
