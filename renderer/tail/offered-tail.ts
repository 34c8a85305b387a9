import type { Observable } from "#renderer/app/observable.ts";
import type { Failure } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import type { Tail } from "./tail.ts";

/** Text that was typed in a window that is gone, and that never reached the newsroom. */
export interface OfferedTail {
  readonly tail: Tail;
  /** How many printing words it has that the story has not. */
  readonly words: number;
  /** What the story held when the tail was found. */
  readonly held: StoryDocument;
}

/** What waits in this browser for the story on the page. */
export interface OfferedTails {
  readonly offered: Observable<readonly OfferedTail[]>;
  /** Puts the text into the story; where that has changed since, beside it as a second version. */
  readonly putBack: (offer: OfferedTail) => Promise<Result<null, Failure>>;
  /** Gives what undoes it. */
  readonly throwAway: (offer: OfferedTail) => Promise<() => void>;
}
