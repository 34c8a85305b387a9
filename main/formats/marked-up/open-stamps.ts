import { hasRuns, type Block, type Run, type Stamp } from "#shared/document/index.ts";

function runStamps(runs: readonly Run[]): readonly Stamp[] {
  return runs.flatMap(({ inserted, deleted, formats = [] }) => [
    ...(inserted ? [inserted] : []),
    ...(deleted ? [deleted] : []),
    ...formats,
  ]);
}

function stampsOf(block: Block): readonly Stamp[] {
  const { inserted, deleted, facts = [], moves = [] } = block.tracked ?? {};
  const own = [...(inserted ? [inserted] : []), ...(deleted ? [deleted] : []), ...facts, ...moves];
  if (block.kind === "unknown") return own;
  if (hasRuns(block)) return [...own, ...runStamps(block.runs)];
  return [...own, ...runStamps(block.caption), ...runStamps(block.credit)];
}

/**
 * Who changed any of these blocks last, and when: whose doing it is where a change of one block
 * makes another print otherwise. Null where nothing is open in them.
 */
export function lastStamp(blocks: readonly Block[]): Stamp | null {
  return blocks
    .flatMap(stampsOf)
    .reduce<Stamp | null>((last, stamp) => (last && last.at > stamp.at ? last : stamp), null);
}
