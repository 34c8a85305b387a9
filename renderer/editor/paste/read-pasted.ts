import { runsText, type Block, type Run, type TextKind } from "#shared/document/index.ts";
import { joinHardLines, withoutBullet, type SourceLine } from "./hard-lines.ts";
import { blockKind, readPage, type PastedLine } from "./html-lines.ts";
import { blocksFromClipboard } from "./own-blocks.ts";
import { parseHtml } from "./parse-html.ts";
import type { Incoming, Pasted, PasteWay } from "./pasted.ts";
import { splitRuns } from "./run-edits.ts";
import { programOf, type SourceProgram } from "./source-program.ts";
import { textLines } from "./text-lines.ts";

type PartlyRead = Omit<Pasted, "program">;

/** Programs that make a paragraph of every printed line. */
const PARTS_LINES: ReadonlySet<SourceProgram | null> = new Set<SourceProgram | null>(["pdf", "apple"]);
const BLANK_LINES = /\n{2,}/g;
const LINE_ENDS = /\n+/g;

/** Stands for the id of a block that is not in the story yet: it gets its own when it is put there. */
const NO_ID = "pasted";

function block(kind: TextKind | "headline", runs: readonly Run[]): Block {
  return { id: NO_ID, kind, runs };
}

function partedAt(line: PastedLine, pattern: RegExp): readonly PastedLine[] {
  const text = runsText(line.runs);
  if (!text.includes("\n")) return [line];
  return splitRuns(line.runs, text, pattern)
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ ...line, runs }));
}

interface Mended {
  readonly lines: readonly PastedLine[];
  readonly joined: number;
  readonly hyphens: number;
}

function joinedLines(kind: PastedLine["kind"], lines: readonly SourceLine[]): Mended {
  const { paragraphs, joined, hyphens } = joinHardLines(lines);
  return { lines: paragraphs.map((runs) => ({ kind, runs })), joined, hyphens };
}

/** A paragraph whose own line ends are those of a column is one paragraph again. */
function mendLine(line: PastedLine): Mended {
  const text = runsText(line.runs);
  if (!text.includes("\n")) return { lines: [line], joined: 0, hyphens: 0 };
  const mended = joinedLines(line.kind, splitRuns(line.runs, text, /\n/g));
  return mended.joined > 0 ? mended : { lines: [line], joined: 0, hyphens: 0 };
}

/** Neighbouring paragraphs in one list, whatever else in lists of one. */
function stretches(lines: readonly PastedLine[]): readonly (readonly PastedLine[])[] {
  const found: PastedLine[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0]?.kind === "paragraph" && line.kind === "paragraph") last.push(line);
    else found.push([line]);
  }
  return found;
}

function mend(lines: readonly PastedLine[], program: SourceProgram | null): readonly Mended[] {
  if (!PARTS_LINES.has(program)) return lines.flatMap((line) => partedAt(line, BLANK_LINES)).map(mendLine);
  return stretches(lines.flatMap((line) => partedAt(line, LINE_ENDS))).map((stretch) =>
    joinedLines(
      stretch[0]?.kind ?? "paragraph",
      stretch.map(({ runs }) => runs),
    ),
  );
}

function asBlocks(lines: readonly PastedLine[]): readonly Block[] {
  const titles = lines.filter(({ kind }) => kind === "title").length;
  return lines.map(({ kind, runs }, at) =>
    block(blockKind(kind, at === 0 && titles === 1 && lines.length > 1), runs),
  );
}

function fromHtml(html: string, program: SourceProgram | null, way: PasteWay): PartlyRead {
  const { lines, leftOut } = readPage(parseHtml(html), program);
  if (way === "lines") {
    return {
      blocks: asBlocks(lines.flatMap((line) => partedAt(line, LINE_ENDS))),
      leftOut,
      joined: 0,
      hyphens: 0,
    };
  }
  const mended = mend(lines, program);
  return {
    blocks: asBlocks(mended.flatMap((part) => part.lines)),
    leftOut,
    joined: mended.reduce((sum, part) => sum + part.joined, 0),
    hyphens: mended.reduce((sum, part) => sum + part.hyphens, 0),
  };
}

function textBlock(runs: readonly Run[], way: PasteWay): Block {
  const item = way === "house" ? withoutBullet(runs) : null;
  return item ? block("listItem", item) : block("paragraph", runs);
}

function fromText(text: string, way: PasteWay): PartlyRead {
  const { lines, lost, halves } = textLines(text);
  const { paragraphs, joined, hyphens } =
    way === "lines"
      ? { paragraphs: lines.filter(({ length }) => length > 0), joined: 0, hyphens: 0 }
      : joinHardLines(lines);
  return {
    blocks: paragraphs.map((runs) => textBlock(runs, way)),
    leftOut: {
      ...(lost > halves ? { characters: lost - halves } : {}),
      ...(halves > 0 ? { halves } : {}),
    },
    joined,
    hyphens,
  };
}

/** The words of blocks alone. */
function bare({ blocks, ...rest }: PartlyRead): PartlyRead {
  return {
    ...rest,
    blocks: blocks.flatMap((pasted) =>
      pasted.kind === "photo" || pasted.kind === "unknown"
        ? []
        : [block("paragraph", [{ text: runsText(pasted.runs) }])],
    ),
  };
}

/** What was pasted, read as wanted: Stet's own blocks, else those of its HTML, else its lines. */
export function readPasted({ own, html, text }: Incoming, way: PasteWay): Pasted {
  const blocks = way === "text" && text !== "" ? null : blocksFromClipboard(own);
  if (blocks) return { blocks, program: "stet", leftOut: {}, joined: 0, hyphens: 0 };
  const program = html === "" ? null : programOf(html);
  if (way === "text" && text.trim() !== "") return { ...fromText(text, way), program };
  const page = html === "" ? null : fromHtml(html, program, way);
  if (page && page.blocks.length > 0) return { ...(way === "text" ? bare(page) : page), program };
  const words = fromText(text, way);
  return { ...words, leftOut: { ...page?.leftOut, ...words.leftOut }, program };
}
