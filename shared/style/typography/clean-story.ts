import {
  finalText,
  hasRuns,
  type Block,
  type BlockId,
  type PhotoBlock,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { Substitution } from "./as-typed.ts";
import { cleanRuns } from "./clean-runs.ts";
import { cleanParagraph } from "./clean-text.ts";
import type { TypographyStyle } from "./choices.ts";

/** A text within a block: what it says, one of a photo's, or another wording of a headline. */
export type TextPlace = "runs" | "caption" | "credit" | "alt" | `alternate ${number}`;

/** One place of a story that was cleaned. */
export interface StoryChange extends Substitution {
  readonly block: BlockId;
  readonly place: TextPlace;
  /** What stands around it now, for a list. */
  readonly before: string;
  readonly after: string;
}

/** A story as its locale sets it, with what was changed, in the order of the text. */
export interface CleanedStory {
  readonly document: StoryDocument;
  readonly changes: readonly StoryChange[];
}

/** How much of the text on either side goes with a change, in UTF-16 units; less where the text is shorter. */
export const SHOWN_AROUND = 24;

interface Cleaner {
  readonly runs: (place: TextPlace, runs: readonly Run[]) => readonly Run[];
  readonly text: (place: TextPlace, text: string) => string;
}

function photoOf(block: PhotoBlock, { runs, text }: Cleaner): PhotoBlock {
  return {
    ...block,
    caption: runs("caption", block.caption),
    credit: runs("credit", block.credit),
    alt: text("alt", block.alt),
  };
}

function blockOf(block: Block, cleaner: Cleaner, style: TypographyStyle): Block {
  if (block.kind === "photo") return photoOf(block, cleaner);
  if (!hasRuns(block)) return block;
  const runs = cleaner.runs("runs", block.runs);
  if (block.kind === "byline") {
    const plain = (name: string): string => cleanParagraph(name, style).text;
    return {
      ...block,
      runs,
      authors: block.authors.map(plain),
      agency: block.agency === null ? null : plain(block.agency),
    };
  }
  if (block.kind !== "headline" || !block.alternates) return { ...block, runs };
  return {
    ...block,
    runs,
    alternates: block.alternates.map((other, nth) => cleaner.runs(`alternate ${nth}`, other)),
  };
}

/** Sets a whole story as its locale wants it: every block, caption, credit, alt text and headline wording. */
export function cleanStory(document: StoryDocument, style: TypographyStyle): CleanedStory {
  const changes: StoryChange[] = [];
  const cleanBlock = (block: Block): Block => {
    const known = changes.length;
    const note = (place: TextPlace, text: string, found: readonly Substitution[]): void => {
      for (const change of found) {
        const end = change.at + change.now.length;
        changes.push({
          ...change,
          block: block.id,
          place,
          before: text.slice(Math.max(0, change.at - SHOWN_AROUND), change.at),
          after: text.slice(end, end + SHOWN_AROUND),
        });
      }
    };
    const cleaned = blockOf(
      block,
      {
        runs: (place, runs) => {
          const found = cleanRuns(runs, style);
          if (found) note(place, finalText(found.runs), found.changes);
          return found?.runs ?? runs;
        },
        text: (place, text) => {
          const found = cleanParagraph(text, style);
          note(place, found.text, found.changes);
          return found.text;
        },
      },
      style,
    );
    return changes.length === known ? block : cleaned;
  };
  const blocks = document.blocks.map(cleanBlock);
  return { document: { ...document, blocks }, changes };
}
