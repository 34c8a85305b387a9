import { textsOf } from "#shared/changes/index.ts";
import { canonicalBlock, hasRuns, type Block, type Run } from "#shared/document/index.ts";
import { $storyNotes } from "../codec/document.ts";
import { blocksToClipboard } from "../paste/clipboard-blocks.ts";
import type { Incoming } from "../paste/pasted.ts";

/** Takes notes along with words that are cut and pasted within a story; the clipboard itself has none. */
export interface CarriedNotes {
  /** What is cut, as it leaves by the clipboard and as it stood with its notes. */
  readonly cut: (printed: readonly Block[], parts: readonly Block[]) => void;
  /** What is pasted, with the notes that stood on it when it was cut, where nothing else has them by now. */
  readonly $into: (incoming: Incoming) => Incoming;
}

type WithRuns = (runs: readonly Run[]) => readonly Run[];

function inTexts(block: Block, change: WithRuns): Block {
  if (block.kind === "unknown") return block;
  return canonicalBlock(
    hasRuns(block)
      ? { ...block, runs: change(block.runs) }
      : { ...block, caption: change(block.caption), credit: change(block.credit) },
  );
}

function hasNotes(block: Block): boolean {
  return textsOf(block)
    .flat()
    .some(({ notes }) => notes !== undefined);
}

/** Text in which nothing is struck prints as it stands: only then are its notes on the very words that leave. */
function isPlain(block: Block): boolean {
  if (block.tracked || block.kind === "unknown") return false;
  return textsOf(block)
    .flat()
    .every(({ deleted }) => !deleted);
}

/** Remembers what was cut last. */
export function carriedNotes(): CarriedNotes {
  let last: { readonly own: string; readonly parts: readonly Block[] } | null = null;
  return {
    cut: (printed, parts) => {
      const isCarried = parts.some(hasNotes) && parts.every(isPlain);
      last = isCarried ? { own: blocksToClipboard(printed), parts } : null;
    },
    $into: (incoming) => {
      if (last?.own !== incoming.own) return incoming;
      const free = new Set($storyNotes().flatMap(({ id, orphan }) => (orphan ? [id] : [])));
      if (free.size === 0) return incoming;
      const carried = last.parts.map((block) =>
        inTexts(block, (runs) =>
          runs.map(({ text, marks, link, notes = [] }) => ({
            text,
            ...(marks ? { marks } : {}),
            ...(link ? { link } : {}),
            notes: notes.filter((id) => free.has(id)),
          })),
        ),
      );
      return { ...incoming, own: blocksToClipboard(carried) };
    },
  };
}
