import {
  factsOf,
  type Block,
  type BlockFacts,
  type BlockTracking,
  type FactsChange,
  type Stamp,
} from "#shared/document/index.ts";
import { sameValue } from "#shared/merge/same-content.ts";

type FactName = keyof BlockFacts;

const FACT_NAMES: readonly FactName[] = [
  "kind",
  "alternates",
  "authors",
  "agency",
  "asset",
  "alt",
  "crop",
  "size",
];

/** Some of the facts, by their names. */
export function someFacts(
  facts: Partial<BlockFacts>,
  isWanted: (name: FactName) => boolean,
): Partial<BlockFacts> {
  return Object.fromEntries(
    FACT_NAMES.filter((name) => facts[name] !== undefined && isWanted(name)).map((name) => [
      name,
      facts[name],
    ]),
  );
}

/** Facts of the earlier block that the later one tells differently. */
function changedFacts(before: BlockFacts, after: BlockFacts): Partial<BlockFacts> {
  return someFacts(before, (name) => !sameValue(before[name], after[name]));
}

/**
 * The open changes of a block's facts after an edit that left it standing. Whoever changed facts
 * last and changes them again goes on with the same change; what is put back is no change any more.
 * Facts of a block that the same person put in are that person's as they stand.
 */
export function trackFacts(
  before: Block,
  after: Block,
  by: string,
  stamp: () => Stamp,
): BlockTracking["facts"] {
  const facts = before.tracked?.facts;
  if (before.tracked?.inserted?.by === by) return facts;
  const now = factsOf(after);
  const was = changedFacts(factsOf(before), now);
  if (Object.keys(was).length === 0) return facts;
  const last = facts?.at(-1);
  if (!facts || last?.by !== by) return [...(facts ?? []), { ...stamp(), was }];
  const all = { ...was, ...last.was };
  const { id, at } = last;
  const next: FactsChange = { id, by, at, was: someFacts(all, (name) => !sameValue(all[name], now[name])) };
  return [...facts.slice(0, -1), next];
}
