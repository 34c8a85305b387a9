import { createHeadlessEditor } from "@lexical/headless";
import type { LexicalEditor } from "lexical";
import { STORY_NODES } from "#renderer/editor/nodes.ts";

/** An editor for stories that has no page; what goes wrong in it fails the test. */
export function headlessEditor(): LexicalEditor {
  return createHeadlessEditor({
    nodes: STORY_NODES,
    onError: (error) => {
      throw error;
    },
  });
}
