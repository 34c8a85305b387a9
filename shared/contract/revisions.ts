import { z } from "zod";
import {
  documentPatchSchema,
  storyDocumentSchema,
  type DocumentPatch,
  type StoryDocument,
} from "#shared/document/index.ts";
import {
  storyFactsSchema,
  storyStatusSchema,
  type StoryFacts,
  type StoryStatus,
} from "#shared/newsroom/index.ts";
import { storyFactsChangeSchema } from "#shared/newsroom/facts-schema.ts";
import type { StoryFactsChange } from "#shared/newsroom/story-facts.ts";
import { saveReceiptSchema, storySummarySchema, type StoryId, type StorySummary } from "./stories.ts";

/** The SHA-256 of what a revision says (text, facts, parents, author, time, cause, name), as 64 lower-case hex digits. */
export type RevisionId = string;

/** Why a revision was made. */
export const REVISION_CAUSES = [
  /** The story was made. */
  "first",
  /** The story came in from outside. */
  "import",
  /** The text had changed since the last revision. */
  "auto",
  /** The story went to another status. */
  "status",
  /** A person asked for it and gave it a name. */
  "named",
  "before-restore",
  "before-merge",
  /** A branch was settled: the second parent is what was its head. */
  "merge",
  /** Somebody's text that could not be saved, because the story had changed meanwhile. */
  "branch",
] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number];

/** One state of a story that was kept. It never changes. */
export interface RevisionSummary {
  readonly id: RevisionId;
  readonly story: StoryId;
  /** The revisions that it follows: none for the first, two for a merge (what stood, then the branch). */
  readonly parents: readonly RevisionId[];
  /** The name in the settings of whoever had the story then; "" where nobody has given one. */
  readonly author: string;
  /** Milliseconds since 1970 (UTC). */
  readonly atMs: number;
  readonly cause: RevisionCause;
  readonly name: string | null;
  /** The status that the story went to, where that is why; null for any other cause. */
  readonly status: StoryStatus | null;
  /** The name that a branch was made under; null for what was the story's own text. */
  readonly branch: string | null;
  /** The version of the story whose text this is; of a branch, the version that it was made from. */
  readonly version: number;
  readonly words: number;
  /** Against the first parent, counted without regard to order: a word that only moved counts as neither. */
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** Blocks that came, went or differ. */
  readonly blocksChanged: number;
}

/** A revision with everything that it keeps. */
export interface Revision {
  readonly summary: RevisionSummary;
  readonly document: StoryDocument;
  /** As they were then. */
  readonly facts: StoryFacts;
}

/** A whole text that was made from version `base` of a story and could not be saved there. */
export interface BranchRequest {
  readonly story: StoryId;
  readonly base: number;
  /** Names the branch: the same again continues it. */
  readonly branch: string;
  readonly document: StoryDocument;
}

/** The newest text of a branch that nobody has settled. */
export interface BranchHead {
  readonly head: RevisionSummary;
  /** The last revision that branch and story have in common: the base of a merge. Null where none is known. */
  readonly fork: RevisionId | null;
}

/**
 * How a branch is settled: `mine` leaves the story as it is, `theirs` puts the branch in its
 * place, `merged` does what the patch says, made on version `base` of the story.
 */
export type SettleHow = "mine" | "theirs" | "merged";

export interface SettleRequest {
  readonly story: StoryId;
  readonly head: RevisionId;
  readonly how: SettleHow;
  /** The version that the person saw when they chose. */
  readonly base: number;
  readonly saveId: string;
  /** For `merged` only. */
  readonly patch?: DocumentPatch;
}

export interface RestoreRequest {
  readonly story: StoryId;
  readonly revision: RevisionId;
  readonly base: number;
  readonly saveId: string;
  /** The edit on version `base` that restores a part; the whole revision where it is not given. */
  readonly patch?: DocumentPatch;
  /** Puts the facts back too, as `restoreFacts` does, in the same transaction. */
  readonly withFacts?: boolean;
}

/** Facts of a revision that are to be those of the story again. */
export interface RestoreFactsRequest {
  readonly story: StoryId;
  readonly revision: RevisionId;
}

/** Facts that were put back. */
export interface RestoredFacts {
  readonly summary: StorySummary;
  /** What they were: to set these again takes it back. Empty where nothing changed. */
  readonly was: StoryFactsChange;
  /** Facts that the revision has otherwise and that stay all the same. */
  readonly stay: readonly ("slug" | "status" | "printStatus")[];
}

const storyId = z.string().min(1);
const revisionId = z.string().regex(/^[0-9a-f]{64}$/, "is no revision's id");
const saveId = z.string().min(1).max(80);
const count = z.number().int().nonnegative();

export const revisionSummarySchema: z.ZodType<RevisionSummary> = z.strictObject({
  id: revisionId,
  story: storyId,
  parents: z.array(revisionId).max(2).readonly(),
  author: z.string(),
  atMs: z.number(),
  cause: z.enum(REVISION_CAUSES),
  name: z.string().nullable(),
  status: storyStatusSchema.nullable(),
  branch: z.string().nullable(),
  version: count,
  words: count,
  wordsAdded: count,
  wordsRemoved: count,
  blocksChanged: count,
});

const revisionSchema: z.ZodType<Revision> = z.strictObject({
  summary: revisionSummarySchema,
  document: storyDocumentSchema,
  facts: storyFactsSchema,
});

const branchRequestSchema: z.ZodType<BranchRequest> = z.strictObject({
  story: storyId,
  base: count,
  branch: z.string().min(1).max(80),
  document: storyDocumentSchema,
});

const branchHeadSchema: z.ZodType<BranchHead> = z.strictObject({
  head: revisionSummarySchema,
  fork: revisionId.nullable(),
});

const settleRequestSchema: z.ZodType<SettleRequest> = z
  .strictObject({
    story: storyId,
    head: revisionId,
    how: z.enum(["mine", "theirs", "merged"]),
    base: count,
    saveId,
    patch: documentPatchSchema.exactOptional(),
  })
  .refine(
    ({ how, patch }) => (how === "merged") === (patch !== undefined),
    "a patch goes with “merged” only",
  );

const restoreRequestSchema: z.ZodType<RestoreRequest> = z.strictObject({
  story: storyId,
  revision: revisionId,
  base: count,
  saveId,
  patch: documentPatchSchema.exactOptional(),
  withFacts: z.boolean().exactOptional(),
});

/** What a story was: its revisions, and the branches where two people saved at once. */
export const revisionsService = {
  methods: {
    /** Newest first; `before` a revision where given, at most `limit` (1 to 500) of them. Gives `not-found`. */
    list: {
      params: z.strictObject({
        story: storyId,
        before: revisionId.exactOptional(),
        limit: z.number().int().min(1).max(500),
      }) as z.ZodType<{ readonly story: StoryId; readonly before?: RevisionId; readonly limit: number }>,
      result: z.strictObject({ revisions: z.array(revisionSummarySchema).readonly(), more: z.boolean() }),
    },
    /** Gives `not-found`, or `newer-version` and `damaged` naming the story. */
    read: { params: z.strictObject({ revision: revisionId }), result: revisionSchema },
    /** Keeps the text as it stands now under a name, for as long as the story is kept. */
    keep: {
      params: z.strictObject({ story: storyId, name: z.string().trim().min(1).max(200) }),
      result: revisionSummarySchema,
    },
    /** The person has left the story: what changed since the last revision becomes one. */
    leave: { params: z.strictObject({ story: storyId }), result: z.null() },
    /**
     * Keeps a whole text that was made from version `base` and could not be saved. `branch` is any
     * new id: the same text under the same id again changes nothing, another text under it
     * continues the branch.
     */
    branch: {
      params: branchRequestSchema,
      result: revisionSummarySchema,
    },
    /** Branches that wait for a person to choose or merge, oldest first. */
    heads: {
      params: z.strictObject({ story: storyId }),
      result: z.strictObject({ heads: z.array(branchHeadSchema).readonly() }),
    },
    /**
     * Closes a branch with an ordinary save; what stood before is kept as a revision first. Gives
     * `conflict` where the story has changed since `base` or the branch was settled or continued by
     * somebody else.
     */
    settle: { params: settleRequestSchema, result: saveReceiptSchema },
    /**
     * Puts a revision back with an ordinary save; what stood before is kept as a revision first, so
     * that restoring that one undoes it. Notes stay as they are now, and facts where they are not asked for. Gives `conflict` and
     * `not-found`.
     */
    restore: { params: restoreRequestSchema, result: saveReceiptSchema },
    /**
     * Puts the facts of a revision back; what they were is kept as a revision first. Status and print
     * status stay, and the slug where another story has it by now. Gives `not-found` and `binned`.
     */
    restoreFacts: {
      params: z.strictObject({ story: storyId, revision: revisionId }),
      result: z.strictObject({
        summary: storySummarySchema,
        was: storyFactsChangeSchema,
        stay: z.array(z.enum(["slug", "status", "printStatus"])).readonly(),
      }),
    },
  },
  events: {
    /** A branch is new, longer or settled; `open` is how many of the story wait. */
    branches: z.strictObject({ story: storyId, open: count, caller: z.string() }),
  },
};
