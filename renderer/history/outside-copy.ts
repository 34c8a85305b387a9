import type { IntakePurpose } from "#renderer/intake/intake-queue.ts";
import type { Desk, Incoming } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { ok } from "#shared/rpc/index.ts";

/** A version of a story that came in from outside: a file, or text that was pasted. */
export interface OutsideCopy {
  readonly incoming: Incoming;
  /** Whose version it is. */
  readonly author: string;
  /** The story that it would be by itself, without the ids and pictures of the one on the desk. */
  readonly document: StoryDocument;
}

/** Reads copy as a version of a story that is on the desk; its author is the one of its byline, unless the person says otherwise. */
export function outsideCopies(desk: Desk): IntakePurpose<OutsideCopy> {
  return {
    read: async (incoming) => {
      const read = await desk.intake.asStory({ incoming, kinds: {} });
      return read.ok ? ok(read.value.reading) : read;
    },
    proposed: ({ parts }) =>
      parts
        .flatMap(({ kind, found }) => (kind === "byline" ? found : []))
        .filter(({ label }) => label === "author")
        .map(({ value }) => value)
        .join(", "),
    missing: () => words().history.outside.noAuthor,
    make: async ({ incoming, kinds }, author) => {
      const read = await desk.intake.asStory({ incoming, kinds });
      return read.ok ? ok({ incoming, author, document: read.value.document }) : read;
    },
  };
}

/** What a version from outside is called: the name of its file, or that it was pasted. */
export function copyName({ incoming }: Pick<OutsideCopy, "incoming">): string {
  return incoming.from === "file" ? incoming.name : words().intake.pasted;
}
