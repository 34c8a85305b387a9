import type { Block } from "./block.ts";
import { addCounts, countedTexts, countText, isBody, type Counts } from "./counts.ts";
import type { StoryDocument } from "./story-document.ts";

/** A piece of final text in figures: what of its length does not depend on how it is set. */
export interface TextFigures {
  readonly counts: Counts;
  /** Characters that are white space, line ends not counted. */
  readonly spaces: number;
  /** The characters of each line that ends with a line break or with the text. */
  readonly lines: readonly number[];
}

/** Part of a story, and where it stands: `leads` runs into what follows, as a dateline does. */
export interface MeasuredPart {
  readonly figures: TextFigures;
  readonly place: "column" | "leads" | "elsewhere";
}

/** How long a text is. Lines and minutes are estimates. */
export interface TextLength extends Counts {
  readonly withoutSpaces: number;
  /** Lines that the text fills in the column at so many characters each; headlines, captions and the like fill none. */
  readonly lines: number;
  readonly minutes: number;
}

/** What lines and minutes are estimated by: characters in a line of the column, words read in a minute. */
export interface LengthBasis {
  readonly charactersPerLine: number;
  readonly wordsPerMinute: number;
}

const SPACE = /[^\S\n]/gu;

/** Takes the figures of a piece of text. */
export function textFigures(text: string): TextFigures {
  return {
    counts: countText(text),
    spaces: text.match(SPACE)?.length ?? 0,
    lines: text === "" ? [] : text.split("\n").map((line) => countText(line).characters),
  };
}

/** Where the text of a block of this kind is set. */
export function placeInColumn(kind: Block["kind"]): MeasuredPart["place"] {
  if (kind === "dateline") return "leads";
  return isBody({ kind }) ? "column" : "elsewhere";
}

/** A block stays the same object until it changes, so each is measured once. */
const measured = new WeakMap<Block, readonly MeasuredPart[]>();

/** The parts of a block; none of one that this Stet does not know. */
export function blockParts(block: Block): readonly MeasuredPart[] {
  const known = measured.get(block);
  if (known) return known;
  const place = placeInColumn(block.kind);
  const parts = countedTexts(block).map((text) => ({ figures: textFigures(text), place }));
  measured.set(block, parts);
  return parts;
}

function columnLines(parts: readonly MeasuredPart[], charactersPerLine: number): number {
  let lines = 0;
  let led = 0;
  const set = (characters: number): number => Math.max(1, Math.ceil(characters / charactersPerLine));
  for (const { figures, place } of parts) {
    if (place === "elsewhere" || figures.lines.length === 0) continue;
    const [first = 0, ...others] = figures.lines;
    const all = [led + first, ...others];
    const last = place === "leads" ? (all.pop() ?? 0) : null;
    for (const characters of all) lines += set(characters);
    // A space parts a dateline from the text that it leads.
    led = last === null ? 0 : last + 1;
  }
  return lines + (led > 0 ? set(led - 1) : 0);
}

/** How long a text in parts is, by the figures that a person goes by. */
export function lengthOf(
  parts: readonly MeasuredPart[],
  { charactersPerLine, wordsPerMinute }: LengthBasis,
): TextLength {
  const counts = parts
    .map(({ figures }) => figures.counts)
    .reduce<Counts>(addCounts, { words: 0, characters: 0 });
  const spaces = parts.reduce((sum, { figures }) => sum + figures.spaces, 0);
  return {
    ...counts,
    withoutSpaces: counts.characters - spaces,
    lines: columnLines(parts, charactersPerLine),
    minutes: counts.words / wordsPerMinute,
  };
}

/** How long the final text of a whole story is; its words and characters are those of `countStory`. */
export function storyLength({ blocks }: Pick<StoryDocument, "blocks">, basis: LengthBasis): TextLength {
  return lengthOf(blocks.flatMap(blockParts), basis);
}
