import type { LexicalEditor, NodeKey } from "lexical";
import { $getNearestNodeFromDOMNode } from "lexical";
import { NO_PICTURE } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $blockOf } from "../fields/field.ts";
import { $isPhoto, PICTURE_CLASS } from "./photo-node.ts";
import type { PhotoPlace } from "./place-photos.ts";

/** Where files were let go: over an empty frame, beside a block, or nowhere in particular. */
export type DropTarget =
  | { readonly at: "frame"; readonly photo: NodeKey }
  | { readonly at: "block"; readonly place: PhotoPlace }
  | { readonly at: "nowhere" };

/** True where a drag carries at least one picture file; others are for the rest of the window. */
function carriesPictures(transfer: DataTransfer | null): boolean {
  return [...(transfer?.items ?? [])].some(({ kind, type }) => kind === "file" && type.startsWith("image/"));
}

function blockUnder(page: HTMLElement, y: number): { dom: HTMLElement; side: "before" | "after" } | null {
  let last: { dom: HTMLElement; side: "before" | "after" } | null = null;
  for (const dom of page.querySelectorAll<HTMLElement>(":scope > .block")) {
    const { top, bottom } = dom.getBoundingClientRect();
    if (y < (top + bottom) / 2) return { dom, side: "before" };
    last = { dom, side: "after" };
  }
  return last;
}

function targetOf(editor: LexicalEditor, page: HTMLElement, event: DragEvent): DropTarget {
  return editor.getEditorState().read(
    (): DropTarget => {
      const hit =
        event.target instanceof Element ? event.target.closest<HTMLElement>(`.${PICTURE_CLASS}`) : null;
      const photo = hit && $getNearestNodeFromDOMNode(hit);
      const framed = photo && $blockOf(photo);
      if ($isPhoto(framed) && framed.getAsset() === NO_PICTURE)
        return { at: "frame", photo: framed.getKey() };
      const under = blockUnder(page, event.clientY);
      const block = under && $getNearestNodeFromDOMNode(under.dom);
      if (!under || !$isBlockNode(block)) return { at: "nowhere" };
      return { at: "block", place: { block: $blockId(block), side: under.side } };
    },
    { editor },
  );
}

/** Takes picture files that are dropped anywhere on the page, and shows where they would go. */
export function registerPhotoDrop(
  editor: LexicalEditor,
  scroller: HTMLElement,
  page: HTMLElement,
  onDrop: (files: readonly File[], target: DropTarget) => void,
): () => void {
  let marked: HTMLElement | null = null;
  const unmark = (): void => {
    if (marked) delete marked.dataset["drop"];
    marked = null;
  };
  const over = (event: DragEvent): void => {
    if (!carriesPictures(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    unmark();
    const target = targetOf(editor, page, event);
    const place = target.at === "block" ? blockUnder(page, event.clientY) : null;
    marked = place?.dom ?? null;
    if (place) place.dom.dataset["drop"] = place.side;
  };
  const drop = (event: DragEvent): void => {
    unmark();
    if (!carriesPictures(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    onDrop([...(event.dataTransfer?.files ?? [])], targetOf(editor, page, event));
  };
  const leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !scroller.contains(event.relatedTarget)) unmark();
  };
  scroller.addEventListener("dragover", over, { capture: true });
  scroller.addEventListener("drop", drop, { capture: true });
  scroller.addEventListener("dragleave", leave);
  return () => {
    scroller.removeEventListener("dragover", over, { capture: true });
    scroller.removeEventListener("drop", drop, { capture: true });
    scroller.removeEventListener("dragleave", leave);
  };
}
