import { hasRuns, type Block } from "#shared/document/index.ts";
import { sameRunAttributes } from "../codec/run-attributes.ts";
import { sameJson } from "../blocks/same-json.ts";

/**
 * True where all that an edit did was within one stretch of text that the same person put in: what
 * most keys do. There is nothing to track then, and so nothing to compare letter by letter.
 */
export function isOwnTyping(before: Block, after: Block, by: string): boolean {
  if (!hasRuns(before) || !hasRuns(after)) return false;
  const [was, is] = [before.runs, after.runs];
  if (was.length !== is.length || before.kind !== after.kind || before.kind === "byline") return false;
  let edited = 0;
  for (const [nth, run] of is.entries()) {
    const old = was[nth];
    if (!old || old.link?.href !== run.link?.href || !sameRunAttributes(old, run)) return false;
    if (old.text === run.text) continue;
    if (run.inserted?.by !== by || run.deleted) return false;
    edited += 1;
  }
  if (edited !== 1) return false;
  const { runs: _was, ...restWas } = before;
  const { runs: _is, ...restIs } = after;
  return sameJson(restWas, restIs);
}
