import { HISTORIC_TAG, type UpdateListenerPayload } from "lexical";

/** True where an update replaced the whole state, as undo and redo do: its dirty nodes say nothing then. */
export function replacesAll({ dirtyElements, tags }: UpdateListenerPayload): boolean {
  return tags.has(HISTORIC_TAG) || (dirtyElements.size === 1 && dirtyElements.has("root"));
}
