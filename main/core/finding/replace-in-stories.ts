import { setImmediate } from "node:timers/promises";
import { ulid } from "ulid";
import type { Failure } from "#shared/contract/failures.ts";
import type {
  FindProgress,
  ReplacedStory,
  ReplaceOutcome,
  ReplaceRequest,
} from "#shared/contract/finding.ts";
import type { RevisionSummary } from "#shared/contract/revisions.ts";
import type { OpenStory, SaveReceipt, SaveRequest, StoryId } from "#shared/contract/stories.ts";
import { diffDocuments } from "#shared/document/index.ts";
import { replaceHits } from "#shared/find/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import { told } from "#shared/language/told.ts";
import { sayable } from "#shared/rpc/result.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";

/** What replacing in a story needs of the newsroom. */
export interface ReplacedIn {
  readonly open: (id: StoryId) => Result<OpenStory, Failure>;
  readonly keep: (id: StoryId, name: string) => Result<RevisionSummary, Failure>;
  readonly save: (request: SaveRequest) => Result<SaveReceipt, Failure>;
}

interface ReplaceContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: FindProgress) => void;
}

function replaceInStory(
  { story, base, hits }: ReplacedStory,
  { replacement, name }: ReplaceRequest,
  { open, keep, save }: ReplacedIn,
): ReplaceOutcome {
  const opened = open(story);
  if (!opened.ok) return { story, slug: story, skipped: sayable(opened.error) };
  const { summary, document } = opened.value;
  const { slug } = summary.facts;
  const skip = (skipped: Sayable): ReplaceOutcome => ({
    story,
    slug,
    skipped: sayable(skipped),
  });
  if (summary.version !== base) return skip(told("changedSince", { slug }));
  const replaced = replaceHits(document, hits, replacement);
  const patch = diffDocuments(document, replaced.document);
  if (patch.put.length === 0) return skip(told("alreadySo", { slug }));
  const before = keep(story, name);
  if (!before.ok) return skip(before.error);
  const receipt = save({ story, base, saveId: ulid(), patch });
  if (!receipt.ok) return skip(receipt.error);
  return { story, slug, count: replaced.count, before: before.value.id, version: receipt.value.version };
}

/** Replaces hits story by story, and tells what became of each. Stopped, it leaves what is done as it is. */
export async function replaceInStories(
  request: ReplaceRequest,
  room: ReplacedIn,
  { signal, progress }: ReplaceContext,
): Promise<readonly ReplaceOutcome[]> {
  const outcomes: ReplaceOutcome[] = [];
  for (const [done, story] of request.stories.entries()) {
    progress({ done, total: request.stories.length });
    await setImmediate();
    if (signal.aborted) break;
    outcomes.push(replaceInStory(story, request, room));
  }
  return outcomes;
}
