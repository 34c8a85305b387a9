import { createEditor, mergeRegister } from "lexical";
import { originalView, type AssetId, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $showDocument } from "../codec/document.ts";
import { TEXT_CLASSES } from "../marks/text-look.ts";
import { STORY_NODES } from "../nodes.ts";
import { registerPictureFrames } from "../photos/picture-frames.ts";

interface OriginalParts {
  readonly page: HTMLElement;
  readonly story: StoryDocument;
  readonly photoAddress: (asset: AssetId) => string;
}

/** Shows the story as it was before its open changes in place of the page; call what it gives to take it away. */
export function showOriginal({ page, story, photoAddress }: OriginalParts): () => void {
  const original = document.createElement("div");
  original.className = "story-page original-page";
  original.setAttribute("role", "document");
  original.setAttribute("aria-label", words().changes.originalPage);
  original.tabIndex = 0;
  const editor = createEditor({
    namespace: "stet-original",
    editable: false,
    nodes: STORY_NODES,
    theme: TEXT_CLASSES,
    onError: (error) => {
      throw error;
    },
  });
  const stop = mergeRegister(
    registerPictureFrames(editor, {
      photoAddress,
      onReplace: () => undefined,
      onRemove: () => undefined,
    }),
  );
  editor.update(() => $showDocument(originalView(story)), { discrete: true, skipTransforms: true });
  page.hidden = true;
  page.after(original);
  editor.setRootElement(original);
  original.contentEditable = "false";
  original.focus({ preventScroll: true });
  return () => {
    stop();
    editor.setRootElement(null);
    original.remove();
  };
}
