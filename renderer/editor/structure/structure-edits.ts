import { $endStory } from "./end-mark.ts";
import { $insertBeside } from "./insert-beside.ts";
import { $joinChosen, $partBlock } from "./part-and-join.ts";
import { $pullQuote } from "./pull-quote.ts";
import { $dropWording, $headline, $keepWording, $printNextWording } from "./wordings.ts";
import type { StoryBlockNode } from "../blocks/story-block-node.ts";

/** Something that is done to the structure of a story by a command of its own. */
interface StructureEdit {
  readonly id: string;
  readonly title: string;
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
    title: "Insert block after",
    keys: "Mod+Enter",
    $edit: () => $insertBeside("after"),
  },
  {
    id: "block.insert-before",
    title: "Insert block before",
    keys: "Mod+Shift+Enter",
    $edit: () => $insertBeside("before"),
  },
  { id: "block.part", title: "Split block here", keys: "Alt+Enter", $edit: $partBlock },
  { id: "block.join", title: "Join with block below", keys: "Mod+J", $edit: $joinChosen },
  { id: "block.pull-quote", title: "Pull quote from sentence", keys: "Mod+Alt+P", $edit: $pullQuote },
  { id: "block.end-mark", title: "End mark at the end", keys: "Mod+Alt+E", $edit: () => $endStory() },
  { id: "block.end-30", title: "End mark -30- at the end", keys: null, $edit: () => $endStory("-30-") },
  {
    id: "headline.keep",
    title: "Another wording of the headline",
    keys: "Mod+Alt+A",
    $edit: toHeadline($keepWording),
  },
  {
    id: "headline.next",
    title: "Print the next wording of the headline",
    keys: "Mod+Alt+Shift+S",
    $edit: toHeadline($printNextWording),
  },
  {
    id: "headline.drop",
    title: "Remove the next wording of the headline",
    keys: null,
    $edit: toHeadline((headline) => $dropWording(headline, 0)),
  },
];
