import type { ReadKind } from "#shared/contract/index.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

const kinds: Readonly<Record<ReadKind, string>> = { ...story.kinds, caption: "Caption", skip: "Leave out" };

export interface Reading {
  readonly parts: number;
  readonly leftOut: number;
  readonly encodingIfAny: string | null;
  readonly waiting: number;
}

/** The sheet on which copy is brought in. */
export const intake = {
  name: "Bring copy in",
  kinds,
  paste: "Paste a story, a news page or an agency message",
  drop: "Or drop text or Word files anywhere on the window.",
  choose: "Choose files…",
  /** Where one file comes in at a time. */
  dropOne: "Or drop a text or Word file anywhere on the window.",
  chooseOne: "Choose a file…",
  read: "Read it",
  reading: ({ name }: { readonly name: string }) => `Reading ${name}…`,
  pasted: "Pasted text",
  parts: "Parts of the source",
  partKind: "What this part is",
  saidSo: ({ kind }: { readonly kind: string }) => `you said so; read as ${kind.toLowerCase()}`,
  /** What a source was read as; `encodingIfAny` is null for a paste. */
  facts: ({ parts, leftOut, encodingIfAny, waiting }: Reading) =>
    [
      `${counted(parts, nouns.part)}${leftOut === 0 ? "" : `, ${String(leftOut)} left out`}`,
      ...(encodingIfAny === null ? [] : [encodingIfAny]),
      ...(waiting === 0 ? [] : [`${counted(waiting, nouns.file)} after this one`]),
    ].join(" · "),
  slug: "Slug",
  noSlug: "A story needs a slug.",
  backToText: "Back to the text",
  leaveOut: "Leave this file out",
  bringIn: "Bring it in",
  refused: ({ name }: { readonly name: string }) => `${name} was not brought in`,
  nextFile: "Go on to the next file",
  somethingElse: "Bring in something else",
  tooLarge: ({ name, size, most }: { readonly name: string; readonly size: number; readonly most: number }) =>
    `${name} is ${figure(size)} MB; Stet takes text of up to ${figure(most)} MB. Cut the file into parts and bring them in one by one.`,
  unreadable: ({ name }: { readonly name: string }) =>
    `${name} could not be read from the disk. It may have been moved, or you may not be allowed to open it.`,
};
