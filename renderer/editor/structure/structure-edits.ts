import type { Title } from "#renderer/app/commands.ts";
import { $endStory } from "./end-mark.ts";
import { $insertBeside } from "./insert-beside.ts";
import { $joinChosen, $partBlock } from "./part-and-join.ts";
import { $pullQuote } from "./pull-quote.ts";
import { $dropWording, $headline, $keepWording, $printNextWording } from "./wordings.ts";
import type { StoryBlockNode } from "../blocks/story-block-node.ts";

/** Something that is done to the structure of a story by a command of its own. */
interface StructureEdit {
  readonly id: string;
  readonly title: Title;
  readonly keys: string | null;
  readonly $edit: () => void;
}

const toHeadline = ($edit: (headline: StoryBlockNode) => void) => (): void => {
  const headline = $headline();
  if (headline) $edit(headline);
};

/** The edits of a story's structure beside turning, moving, doubling and deleting blocks. */
export const structureEdits: readonly StructureEdit[] = [
  {
    id: "block.insert-after",
    title: ({ blocks }) => blocks.commands.insertAfter,
    keys: "Mod+Enter",
    $edit: () => $insertBeside("after"),
  },
  {
    id: "block.insert-before",
    title: ({ blocks }) => blocks.commands.insertBefore,
    keys: "Mod+Shift+Enter",
    $edit: () => $insertBeside("before"),
  },
  { id: "block.part", title: ({ blocks }) => blocks.commands.part, keys: "Alt+Enter", $edit: $partBlock },
  { id: "block.join", title: ({ blocks }) => blocks.commands.join, keys: "Mod+J", $edit: $joinChosen },
  {
    id: "block.pull-quote",
    title: ({ blocks }) => blocks.commands.pullQuote,
    keys: "Mod+Alt+P",
    $edit: $pullQuote,
  },
  {
    id: "block.end-mark",
    title: ({ blocks }) => blocks.commands.endMark,
    keys: "Mod+Alt+E",
    $edit: () => $endStory(),
  },
  {
    id: "block.end-30",
    title: ({ blocks }) => blocks.commands.end30,
    keys: null,
    $edit: () => $endStory("-30-"),
  },
  {
    id: "headline.keep",
    title: ({ blocks }) => blocks.commands.keepWording,
    keys: "Mod+Alt+A",
    $edit: toHeadline($keepWording),
  },
  {
    id: "headline.next",
    title: ({ blocks }) => blocks.commands.nextWording,
    keys: "Mod+Alt+Shift+S",
    $edit: toHeadline($printNextWording),
  },
  {
    id: "headline.drop",
    title: ({ blocks }) => blocks.commands.dropWording,
    keys: null,
    $edit: toHeadline((headline) => $dropWording(headline, 0)),
  },
];
