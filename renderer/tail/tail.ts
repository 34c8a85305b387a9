import type { SaveRequest, StoryId } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";

/**
 * The text of a story as one window had it when it could not be committed: what is kept in the
 * browser's own database until the newsroom has it.
 */
export interface Tail {
  /** The folder of the newsroom: stories of two newsrooms never meet. */
  readonly newsroom: string;
  readonly story: StoryId;
  /** The window that typed it. */
  readonly window: string;
  /** When the last of it was typed, in milliseconds since 1970. */
  readonly atMs: number;
  readonly slug: string;
  /** The version that the text was made from, and the branch that it was going to, where it was. */
  readonly base: number;
  readonly branch: string | null;
  /** The save that was on its way: nobody knows whether it arrived. */
  readonly pending: SaveRequest | null;
  readonly document: StoryDocument;
}

/** Names a tail: one for each window and story, so that it is written over and never grows. */
export type TailKey = Pick<Tail, "newsroom" | "story" | "window">;
