import { canonicalBlock, type Block } from "#shared/document/index.ts";

/** Copies of plain data (as JSON has it) are the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const ours = Object.entries(a);
  const theirs = new Map<string, unknown>(Object.entries(b));
  return (
    ours.length === theirs.size &&
    ours.every(([key, value]) => theirs.has(key) && sameValue(value, theirs.get(key)))
  );
}

/** The same block under another id. An unknown block carries its id inside as well. */
export function withId(block: Block, id: string): Block {
  if (block.id === id) return block;
  return block.kind === "unknown" ? { ...block, id, raw: { ...block.raw, id } } : { ...block, id };
}

/** True where two blocks hold the same, ids aside. */
export function sameContent(a: Block, b: Block): boolean {
  return a === b || sameValue(canonicalBlock(a), canonicalBlock(withId(b, a.id)));
}
