import type { Block, BylineBlock, HeadlineBlock, PhotoBlock, TextBlock } from "./block.ts";
import { newBlockId } from "./ids.ts";
import type { TextKind } from "./kinds.ts";
import type { AssetId } from "./picture.ts";
import { canonicalRuns, MARKS, type Mark, type Run } from "./run.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "./story-document.ts";

/** Text for a builder: a plain string, or pieces of which some carry marks or a link. */
export type Copy = string | readonly (string | Run)[];

/** Runs from copy: `runs(["Plain, ", marked("bold", "bold")])`. */
export function runs(copy: Copy): readonly Run[] {
  const pieces = typeof copy === "string" ? [copy] : copy;
  return canonicalRuns(pieces.map((piece) => (typeof piece === "string" ? { text: piece } : piece)));
}

/** A run with marks. */
export function marked(text: string, ...marks: readonly Mark[]): Run {
  return { text, marks: MARKS.filter((mark) => marks.includes(mark)) };
}

/** A run that links to an address. */
export function linked(text: string, href: string): Run {
  return { text, link: { href } };
}

/** A story from its blocks, in order. */
export function story(...blocks: readonly Block[]): StoryDocument {
  return { schema: DOCUMENT_SCHEMA, blocks };
}

/** A block of text of any plain kind. */
export function textBlock(kind: TextKind, copy: Copy = ""): TextBlock {
  return { id: newBlockId(), kind, runs: runs(copy) };
}

export function headline(copy: Copy): HeadlineBlock {
  return { id: newBlockId(), kind: "headline", runs: runs(copy) };
}

export function paragraph(copy: Copy): TextBlock {
  return textBlock("paragraph", copy);
}

/** A byline: the facts, and the line as it prints where that is given. */
export function byline(
  authors: readonly string[],
  agency: string | null = null,
  copy: Copy = "",
): BylineBlock {
  return { id: newBlockId(), kind: "byline", authors, agency, runs: runs(copy) };
}

/** A photo of an asset with its caption, credit and alt text for this use. */
export function photo(asset: AssetId, caption: Copy = "", credit: Copy = "", alt = ""): PhotoBlock {
  return {
    id: newBlockId(),
    kind: "photo",
    asset,
    caption: runs(caption),
    credit: runs(credit),
    alt,
    crop: null,
    size: null,
  };
}
