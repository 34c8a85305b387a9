import { createState, type StateConfig } from "lexical";
import { sameJson } from "./same-json.ts";

/**
 * A value that a node of the editor keeps beside its text, with what it is at first. Values come
 * from documents, which a schema has read, and never from the editor's own JSON: Stet neither
 * stores nor pastes that, so whatever it holds counts for nothing.
 */
export function nodeValue<Key extends string, Value>(key: Key, first: Value): StateConfig<Key, Value> {
  return createState(key, { parse: () => first, isEqual: sameJson });
}
