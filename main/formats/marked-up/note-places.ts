import type { BlockId, Note, StoryDocument } from "#shared/document/index.ts";
import type { MarkedParagraph } from "./marked-copy.ts";

/** A run, counted in its paragraph. */
export interface RunPlace {
  readonly paragraph: number;
  readonly run: number;
}

/** A note and the first and last run that it is on. */
export interface PlacedNote {
  readonly note: Note;
  readonly from: RunPlace;
  readonly to: RunPlace;
}

function anchored(paragraphs: readonly MarkedParagraph[], id: string): readonly RunPlace[] {
  return paragraphs.flatMap(({ runs }, paragraph) =>
    runs.flatMap(({ notes }, run) => (notes.includes(id) ? [{ paragraph, run }] : [])),
  );
}

/** The runs of the last paragraph that shows a block: of two places, the one where it stands now. */
function onBlock(paragraphs: readonly MarkedParagraph[], id: BlockId | undefined): readonly RunPlace[] {
  const paragraph = paragraphs.findLastIndex(({ blocks }) => id !== undefined && blocks.includes(id));
  return (paragraphs[paragraph]?.runs ?? []).map((_, run) => ({ paragraph, run }));
}

/**
 * Where the notes of a story stand among its paragraphs, in the order of the notes. One whose place
 * is gone stands at the end: it is an open matter all the same. In a story of no text there are none.
 */
export function notePlaces(
  { notes = [] }: Pick<StoryDocument, "notes">,
  paragraphs: readonly MarkedParagraph[],
): readonly PlacedNote[] {
  const bottom = paragraphs.length - 1;
  const end: RunPlace = { paragraph: bottom, run: (paragraphs[bottom]?.runs.length ?? 0) - 1 };
  if (end.run < 0) return [];
  return notes.map((note): PlacedNote => {
    const onText = anchored(paragraphs, note.id);
    const places = onText.length > 0 ? onText : onBlock(paragraphs, note.block ?? note.orphan?.block);
    return { note, from: places[0] ?? end, to: places.at(-1) ?? end };
  });
}
