import { $getNodeByKey, $getRoot, mergeRegister, type LexicalEditor } from "lexical";
import { $nodeToBlock } from "../codec/blocks.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { $isStoryBlock } from "./story-block-node.ts";

/** Shows what Stet took out of a byline, quietly beneath it, whenever the line has changed. */
export function registerBylineFacts(editor: LexicalEditor): () => void {
  const $show = (key: string): void => {
    const node = $getNodeByKey(key);
    const dom = editor.getElementByKey(key);
    if (!dom || !$isStoryBlock(node)) return;
    const block = node.getKind() === "byline" ? $nodeToBlock(node) : null;
    const facts = block?.kind === "byline" && block.runs.length > 0 ? block : null;
    const said = facts
      ? [...facts.authors, ...(facts.agency === null ? [] : [facts.agency])].join(" · ")
      : "";
    if (said === "") delete dom.dataset["facts"];
    else dom.dataset["facts"] = said;
  };
  const showAll = (): void => {
    editor.getEditorState().read(() => $getRoot().getChildrenKeys().forEach($show), { editor });
  };

  return mergeRegister(
    editor.registerRootListener(showAll),
    editor.registerUpdateListener((update) => {
      const { editorState, dirtyElements } = update;
      if (replacesAll(update)) showAll();
      else if (dirtyElements.size > 0)
        editorState.read(() => [...dirtyElements.keys()].forEach($show), { editor });
    }),
  );
}
