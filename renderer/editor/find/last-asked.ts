import { observable } from "#renderer/app/observable.ts";
import { NO_QUERY, type FindQuery } from "#shared/find/query.ts";
import { NO_REPLACEMENT, type Replacement } from "#shared/find/replacement.ts";

/** What was looked for last in this window: the next story, and the search in all stories, begin with the same. */
export const lastAsked = observable<{ readonly query: FindQuery; readonly replacement: Replacement }>({
  query: NO_QUERY,
  replacement: NO_REPLACEMENT,
});
