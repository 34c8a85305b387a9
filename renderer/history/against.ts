import type { RevisionId, RevisionSummary } from "#shared/contract/index.ts";
import type { ComparedVersions } from "./history-desk.ts";

/** What a version that is chosen in the timeline is compared with. */
export type Against =
  | { readonly with: "now" }
  /** The one that it followed. */
  | { readonly with: "before" }
  /** One that was marked for it. */
  | { readonly with: "marked"; readonly revision: RevisionSummary };

/** The two sides of a comparison, the earlier first. A first version followed none: it is compared with the story now. */
export function pairFor(
  chosen: RevisionSummary,
  against: Against,
  newestFirst: readonly RevisionSummary[],
): Omit<ComparedVersions, "story"> {
  const withNow = { before: chosen.id, after: null };
  if (against.with === "now") return withNow;
  if (against.with === "before") {
    const [parent] = chosen.parents;
    return parent === undefined ? withNow : { before: parent, after: chosen.id };
  }
  const marked = against.revision.id;
  if (marked === chosen.id) return withNow;
  const placeOf = (id: RevisionId): number => newestFirst.findIndex((revision) => revision.id === id);
  const isMarkedEarlier = placeOf(marked) < 0 || placeOf(marked) > placeOf(chosen.id);
  return isMarkedEarlier ? { before: marked, after: chosen.id } : { before: chosen.id, after: marked };
}
