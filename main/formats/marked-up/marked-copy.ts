import type { BlockId, Stamp, StoryDocument } from "#shared/document/index.ts";
import type { ParagraphRole } from "../style-names.ts";
import type { View } from "./block-copies.ts";
import { withDatelinesLed } from "./dateline-places.ts";
import { markedLines, saysSomething, type MarkedLine } from "./marked-lines.ts";
import { isIn, type Look, type MarkedRun } from "./marked-run.ts";
import { lastStamp } from "./open-stamps.ts";
import { endsIn, markedEnd, type MarkedEnd } from "./paragraph-ends.ts";
import { printedIn, type PrintedLines } from "./printed-in.ts";

/**
 * A paragraph as a word processor tracks it: text up to an end that may itself be put in or struck
 * out. Where the end is not in a text, the paragraph runs on there into the next one, which holds
 * the role of both.
 */
export interface MarkedParagraph {
  /** The blocks that it shows something of, each once. */
  readonly blocks: readonly BlockId[];
  readonly runs: readonly MarkedRun[];
  readonly end: MarkedEnd;
  /** What it is in the final text; in the original one, where nothing of it is in the final. */
  readonly role: ParagraphRole;
  /** What it was in the original text, where that is something else. */
  readonly was: { readonly role: ParagraphRole; readonly stamp: Stamp } | null;
}

const ENDS_IN_SPACE = /\s$/u;
const STARTS_WITH_SPACE = /^\s/u;

function textIn(view: View, lines: readonly MarkedLine[]): string {
  return lines.flatMap(({ runs }) => runs.filter((run) => isIn(run, view)).map(({ text }) => text)).join("");
}

/** What lines have at their end that nobody typed: a composed byline, the space behind a dateline. */
function untyped(view: View, printed: readonly PrintedLines[]): ReadonlyMap<MarkedLine, string> {
  const added = new Map<MarkedLine, string>();
  for (const { lines, dateline, composed } of printed) {
    const [first] = lines;
    if (composed !== "" && first) added.set(first, composed);
    const last = dateline.findLast((line) => saysSomething(line, view));
    if (!last) continue;
    const isParted =
      ENDS_IN_SPACE.test(textIn(view, dateline)) || STARTS_WITH_SPACE.test(textIn(view, lines));
    if (!isParted) added.set(last, " ");
  }
  return added;
}

const PLAIN: Look = { marks: [], dateline: false };

function untypedRuns(final: string, original: string, stamp: Stamp | null): readonly MarkedRun[] {
  if (final === original)
    return final === "" ? [] : [{ text: final, final: PLAIN, original: PLAIN, notes: [] }];
  const deleted = stamp ? { deleted: stamp } : {};
  const inserted = stamp ? { inserted: stamp } : {};
  return [
    ...(original === "" ? [] : [{ text: original, final: null, original: PLAIN, ...deleted, notes: [] }]),
    ...(final === "" ? [] : [{ text: final, final: PLAIN, original: null, ...inserted, notes: [] }]),
  ];
}

type InView<T> = Readonly<Record<View, T>>;

/** Each line by the paragraph of a text that it is part of. */
function paragraphOf(printed: readonly PrintedLines[]): ReadonlyMap<MarkedLine, PrintedLines> {
  return new Map(
    printed.flatMap((paragraph) =>
      [...paragraph.dateline, ...paragraph.lines].map((line) => [line, paragraph] as const),
    ),
  );
}

function lookIn(look: Look | null, line: MarkedLine, paragraph: PrintedLines | undefined): Look | null {
  if (!look || !paragraph) return look;
  const { role, dateline } = paragraph;
  return {
    marks: role === "boxTitle" ? look.marks.filter((mark) => mark !== "bold") : look.marks,
    dateline: dateline.includes(line),
  };
}

function sameLook(a: Look, b: Look): boolean {
  return a.dateline === b.dateline && a.marks.join() === b.marks.join();
}

/** The run with its look in either text, and who changed that. */
function seenRun(run: MarkedRun, { final, original }: InView<Look | null>, stamp: Stamp | null): MarkedRun {
  const { reformatted = stamp, ...rest } = run;
  const isOther = final !== null && original !== null && !sameLook(final, original);
  return { ...rest, final, original, ...(isOther && reformatted ? { reformatted } : {}) };
}

/** What a paragraph is, and what it was. */
function roles(
  now: PrintedLines | undefined,
  then: PrintedLines | undefined,
  stamp: Stamp | null,
): Pick<MarkedParagraph, "role" | "was"> {
  const role = now?.role ?? then?.role ?? "paragraph";
  if (!now || !then || then.role === role) return { role, was: null };
  const turned =
    now.block.tracked?.facts?.findLast(({ was }) => was.kind !== undefined) ??
    lastStamp([now.block, then.block]) ??
    stamp;
  return { role, was: turned ? { role: then.role, stamp: turned } : null };
}

/** The same paragraphs made of what their lines have become. */
function withLines(
  printed: readonly PrintedLines[],
  become: (line: MarkedLine) => MarkedLine,
): readonly PrintedLines[] {
  return printed.map((one) => ({
    ...one,
    dateline: one.dateline.map(become),
    lines: one.lines.map(become),
  }));
}

interface ToldStory {
  readonly lines: readonly MarkedLine[];
  readonly printed: InView<readonly PrintedLines[]>;
}

/** The lines of a story in the order of print, each with what nobody typed, and the paragraphs that they make. */
function toldStory(
  document: StoryDocument,
  hasPicture: (photo: BlockId) => boolean,
  stamp: Stamp | null,
): ToldStory {
  const stampOf = ({ copy }: MarkedLine): Stamp | null => lastStamp([copy.block]) ?? stamp;
  const all = markedLines(document.blocks, hasPicture);
  const found = { final: printedIn("final", all, document), original: printedIn("original", all, document) };
  const { lines, standsAs } = withDatelinesLed(all, found, (line) => {
    const by = stampOf(line);
    return by ? { name: `${line.copy.block.id}-dateline`, stamp: by } : null;
  });
  const placed = {
    final: withLines(found.final, (line) => standsAs("final", line)),
    original: withLines(found.original, (line) => standsAs("original", line)),
  };
  const added = { final: untyped("final", placed.final), original: untyped("original", placed.original) };
  const told = new Map(
    lines.map((line) => {
      const more = untypedRuns(added.final.get(line) ?? "", added.original.get(line) ?? "", stampOf(line));
      return [line, more.length === 0 ? line : { ...line, runs: [...line.runs, ...more] }] as const;
    }),
  );
  const tell = (line: MarkedLine): MarkedLine => told.get(line) ?? line;
  return {
    lines: lines.map(tell).filter(({ runs }) => runs.length > 0),
    printed: { final: withLines(placed.final, tell), original: withLines(placed.original, tell) },
  };
}

/**
 * A story with its open changes as paragraphs that a word processor can accept and reject: to accept
 * all gives the paragraphs of `printBlocks(finalView(document))`, to reject all those of
 * `printBlocks(originalView(document))`, each in its role and with its marks.
 *
 * A paragraph end that is in neither text (one person split, another joined again) is not shown.
 * `hasPicture` says which photos have a picture in the file.
 */
export function markedCopy(
  document: StoryDocument,
  hasPicture: (photo: BlockId) => boolean,
): readonly MarkedParagraph[] {
  const stamp = lastStamp(document.blocks);
  const { lines, printed } = toldStory(document, hasPicture, stamp);
  const within = { final: paragraphOf(printed.final), original: paragraphOf(printed.original) };
  const ends = {
    final: endsIn("final", lines, printed.final),
    original: endsIn("original", lines, printed.original),
  };
  const lookedAt = (line: MarkedLine): readonly MarkedRun[] => {
    const by = lastStamp([line.copy.block]) ?? stamp;
    return line.runs.map((run) => {
      const final = lookIn(run.final, line, within.final.get(line));
      const original = lookIn(run.original, line, within.original.get(line));
      return seenRun(run, { final, original }, by);
    });
  };

  const paragraphs: MarkedParagraph[] = [];
  let open: readonly MarkedLine[] = [];
  for (const [at, line] of lines.entries()) {
    open = [...open, line];
    const end = markedEnd(line, lines[at + 1], ends);
    if (!end.final && !end.original) continue;
    const shown = open;
    const paragraphIn = (view: View): PrintedLines | undefined => {
      const last = shown.findLast((one) => within[view].has(one));
      if (last) return within[view].get(last);
      return at === lines.length - 1 ? printed[view].at(-1) : undefined;
    };
    paragraphs.push({
      blocks: [...new Set(shown.map(({ copy }) => copy.block.id))],
      runs: shown.flatMap(lookedAt),
      end: { ...end, stamp: end.final === end.original ? null : (end.stamp ?? stamp) },
      ...roles(paragraphIn("final"), paragraphIn("original"), stamp),
    });
    open = [];
  }
  return paragraphs;
}
