import type { Observable } from "#renderer/app/observable.ts";
import type { Failure } from "#shared/contract/index.ts";
import type { BlockId, StoryDocument } from "#shared/document/index.ts";
import type { Result } from "#shared/rpc/result.ts";

/** A second version of the story on the page, that somebody saved meanwhile. */
export interface OtherVersion {
  /** The name in the settings of whoever wrote it; "" where nobody has given one. */
  readonly by: string;
  readonly atMs: number;
  /** What this window writes: the story itself, or a branch beside it. The other version is the other one. */
  readonly here: "story" | "branch";
  /** How many versions wait beside this one. */
  readonly more: number;
}

/** What a person can do about two versions: the text on the page, the other one, or both in one. */
export type Choice = "mine" | "theirs" | "merge";

/** Both texts, to be looked at side by side. */
export interface BothVersions {
  readonly mine: StoryDocument;
  readonly theirs: StoryDocument;
}

/** Where a merge could not decide: both wordings stand in the story. */
export interface MergedTwice {
  readonly block: BlockId;
  readonly text: string;
}

/** How the text on the page stands to the one that the newsroom holds. */
export interface StoryVersions {
  /** Null where there is one text only. */
  readonly other: Observable<OtherVersion | null>;
  /** What the last merge on this page kept twice, until the person has put that away. */
  readonly keptTwice: Observable<readonly MergedTwice[] | null>;
  readonly putAway: () => void;
  readonly read: () => Promise<Result<BothVersions, Failure>>;
  /** Settles on one text: afterwards every window goes on with it. Nothing is lost: the other one stays in the history. */
  readonly settle: (choice: Choice) => Promise<Result<null, Failure>>;
}
