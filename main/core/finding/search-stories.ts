import { setImmediate } from "node:timers/promises";
import { runInNewContext } from "node:vm";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { FindProgress, FindRequest, FindResult, StoryHits } from "#shared/contract/finding.ts";
import type { OpenStory, StoryId, StoryQuery, StorySummary } from "#shared/contract/stories.ts";
import { compileQuery, findInStory, type CompiledQuery, type Hit } from "#shared/find/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { told } from "#shared/language/told.ts";

/** The stories that are searched. */
export interface SearchedStories {
  readonly list: (query: StoryQuery) => { readonly stories: readonly StorySummary[]; readonly total: number };
  readonly open: (id: StoryId) => Result<OpenStory, Failure>;
}

interface SearchContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: FindProgress) => void;
}

const PAGE = 500;
/** More hits than these nobody looks through. */
const MOST_HITS = 10_000;
/** How long a pattern may take in one story before it counts as one of those that never end. */
const MOST_PATTERN_MS = 400;
/** The core answers others at least this often. */
const BREATH_MS = 20;

/** True for what `node:vm` throws when time is up; it comes from another realm, and is no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}

/** The hits in a story; null where the pattern takes too long. A regular expression is stopped by the time limit of `node:vm`. */
function hitsIn({ document }: OpenStory, compiled: CompiledQuery): readonly Hit[] | null {
  if (!compiled.query.isPattern) return findInStory(document, compiled);
  let hits: readonly Hit[] | null = null;
  const find = (): void => {
    hits = findInStory(document, compiled);
  };
  try {
    runInNewContext("find()", { find }, { timeout: MOST_PATTERN_MS });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return hits;
}

function allStories({ list }: SearchedStories, { statuses, desk }: FindRequest): readonly StorySummary[] {
  const found: StorySummary[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { stories, total } = list({ statuses, desk, offset, limit: PAGE });
    found.push(...stories);
    if (stories.length === 0 || offset + PAGE >= total) return found;
  }
}

/**
 * Looks through every story of the newsroom, newest change first. The full-text index is not asked:
 * it knows whole words only, and neither alt text nor other wordings of a headline.
 */
export async function searchStories(
  request: FindRequest,
  from: SearchedStories,
  { signal, progress }: SearchContext,
): Promise<Result<FindResult, Failure>> {
  const compiled = compileQuery(request.query);
  if (!compiled.ok) return failed(failure("invalid", told("queryTrouble", { query: compiled.trouble })));
  const summaries = allStories(from, request);
  const stories: StoryHits[] = [];
  let count = 0;
  let restedMs = Number.NEGATIVE_INFINITY;
  for (const [done, { id, facts }] of summaries.entries()) {
    if (performance.now() - restedMs > BREATH_MS) {
      progress({ done, total: summaries.length });
      await setImmediate();
      restedMs = performance.now();
    }
    if (signal.aborted) return failed(failure("cancelled", told("searchStopped")));
    const opened = from.open(id);
    if (!opened.ok) continue;
    const hits = hitsIn(opened.value, compiled.value);
    if (hits === null) {
      const stopped = told("patternTooLong", { slug: facts.slug });
      return ok({ stories, searched: done, stopped });
    }
    if (hits.length === 0) continue;
    stories.push({ summary: opened.value.summary, hits });
    count += hits.length;
    if (count >= MOST_HITS) {
      const stopped = told("tooManyHits", { slug: facts.slug, mostHits: MOST_HITS });
      return ok({ stories, searched: done + 1, stopped });
    }
  }
  return ok({ stories, searched: summaries.length, stopped: null });
}
