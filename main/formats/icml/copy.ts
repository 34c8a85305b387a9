import { printBlocks, type PrintPhoto } from "../print-blocks.ts";
import type { PrintPicture, PrintStory } from "../story-format.ts";
import { roleOf, type ParagraphRole } from "../style-names.ts";
import type { PhotoBlock, Run } from "#shared/document/index.ts";
import { characterStyleName, type CharacterLook } from "./character-styles.ts";

/** A stretch of text with one look. */
export interface Span {
  readonly look: CharacterLook;
  readonly text: string;
}

/** Spans that lead to the same address; `href` is null for those that lead nowhere. */
export interface Passage {
  readonly href: string | null;
  readonly spans: readonly Span[];
}

/** A picture in the place where it is anchored. */
export interface PlacedPicture {
  readonly photo: PhotoBlock;
  readonly file: PrintPicture;
}

/** A paragraph of the story on the page. */
export interface CopyParagraph {
  readonly role: ParagraphRole;
  readonly passages: readonly Passage[];
  readonly picture: PlacedPicture | null;
}

function span(run: Run, dateline: boolean): Span {
  return { look: { dateline, link: run.link !== undefined, marks: run.marks ?? [] }, text: run.text };
}

function withSpan(spans: readonly Span[], next: Span): readonly Span[] {
  const last = spans.at(-1);
  if (!last || characterStyleName(last.look) !== characterStyleName(next.look)) return [...spans, next];
  return [...spans.slice(0, -1), { ...last, text: last.text + next.text }];
}

function passagesOf(runs: readonly Run[], dateline: boolean): readonly Passage[] {
  const passages: Passage[] = [];
  for (const run of runs) {
    const href = run.link?.href ?? null;
    const last = passages.at(-1);
    if (last?.href === href) {
      passages[passages.length - 1] = { href, spans: withSpan(last.spans, span(run, dateline)) };
    } else {
      passages.push({ href, spans: [span(run, dateline)] });
    }
  }
  return passages;
}

function textParagraph(role: ParagraphRole, runs: readonly Run[]): readonly CopyParagraph[] {
  return runs.length === 0 ? [] : [{ role, passages: passagesOf(runs, false), picture: null }];
}

function photoParagraphs({ id, photo }: PrintPhoto, story: PrintStory): readonly CopyParagraph[] {
  const file = story.pictures.get(id);
  const picture: readonly CopyParagraph[] = file
    ? [{ role: "photo", passages: [], picture: { photo, file } }]
    : [];
  return [...picture, ...textParagraph("caption", photo.caption), ...textParagraph("credit", photo.credit)];
}

/**
 * The paragraphs of a story as they stand in the file. A photo is up to three: its picture, its
 * caption and its credit.
 */
export function copyParagraphs(story: PrintStory): readonly CopyParagraph[] {
  return printBlocks(story.document).flatMap((block) => {
    if (block.kind === "photo") return photoParagraphs(block, story);
    const passages = [...passagesOf(block.dateline, true), ...passagesOf(block.runs, false)];
    return [{ role: roleOf(block), passages, picture: null }];
  });
}
