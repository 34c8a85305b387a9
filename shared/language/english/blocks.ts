import type { BlockKind } from "#shared/document/index.ts";
import { englishForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted } = forms;

export type Kind = BlockKind | "unknown";

function name({ blockKind }: { readonly blockKind: Kind }): string {
  return blockKind === "unknown" ? "Newer Stet" : story.kinds[blockKind];
}

/** The blocks of a story: their names, what an empty one says, and what can be done to them. */
export const blocks = {
  name,
  /** What an empty block says where that is not its name. */
  placeholders: { byline: "By …", paragraph: "Start writing" },
  fromNewerStet: ({ kindIfAny }: { readonly kindIfAny: string | null }) =>
    kindIfAny === null
      ? "A block without a kind from a newer Stet. It is kept as it is."
      : `A block “${kindIfAny}” from a newer Stet. It is kept as it is.`,
  turnInto: ({ into }: { readonly into: BlockKind }) => `Turn into ${story.kinds[into].toLowerCase()}`,
  commands: {
    up: "Move block up",
    down: "Move block down",
    duplicate: "Duplicate block",
    delete: "Delete block",
    insertAfter: "Insert block after",
    insertBefore: "Insert block before",
    part: "Split block here",
    join: "Join with block below",
    pullQuote: "Pull quote from sentence",
    endMark: "End mark at the end",
    end30: "End mark -30- at the end",
    keepWording: "Another wording of the headline",
    nextWording: "Print the next wording of the headline",
    dropWording: "Remove the next wording of the headline",
  },
  drag: "Drag to move this block",
  wordings: {
    list: "Other wordings of the headline",
    print: ({ wording }: { readonly wording: string }) => `Print “${wording}”`,
    remove: ({ wording }: { readonly wording: string }) => `Remove “${wording}”`,
    removeThis: "Remove",
  },
  outline: {
    list: "Outline of this story",
    noStory: "Open a story to see its outline.",
    caret: "Caret",
    empty: "Empty",
    words: ({ count }: { readonly count: number }) => counted(count, { one: "word", other: "words" }),
    moved: ({
      blockKind,
      nth,
      of,
    }: {
      readonly blockKind: Kind;
      readonly nth: number;
      readonly of: number;
    }) => `${name({ blockKind })} moved to place ${String(nth)} of ${String(of)}.`,
  },
};
