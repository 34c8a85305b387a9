import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from "@lexical/link";
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
} from "lexical";
import type { MutableObservable } from "#renderer/app/observable.ts";
import type { Command } from "#renderer/app/commands.ts";

/** The link field as it is open now: where it points and what it begins with. */
export interface LinkAsked {
  /** The address that is linked to already; empty for a new link. */
  readonly href: string;
  /** The selected text on the page, in the viewport's coordinates. */
  readonly at: DOMRect;
}

function $linkAtSelection(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  for (const node of selection.getNodes()) {
    const link = $findMatchingParent(node, $isLinkNode);
    if (link) return link;
  }
  return null;
}

/** Links the selection, or the link that the caret stands in; where nothing is selected the address itself is the text. */
export function $linkSelection(href: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) {
    $toggleLink(href);
    return;
  }
  const link = $linkAtSelection();
  if (link) link.setURL(href);
  else selection.insertNodes([$createLinkNode(href).append($createTextNode(href))]);
}

/** Takes the link off the selection, or off the whole link that the caret stands in. */
export function $unlinkSelection(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const link = selection.isCollapsed() ? $linkAtSelection() : null;
  if (!link) {
    $toggleLink(null);
    return;
  }
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}

function selectionRect(page: HTMLElement): DOMRect {
  const selection = window.getSelection();
  if (selection && selection.rangeCount > 0 && page.contains(selection.anchorNode)) {
    const rect = selection.getRangeAt(0).getBoundingClientRect();
    if (rect.height > 0) return rect;
    const { anchorNode } = selection;
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    if (element) return element.getBoundingClientRect();
  }
  return page.getBoundingClientRect();
}

/** Asks for the address of a link; the field itself is shown by whoever watches `asked`. */
export function askLink(editor: LexicalEditor, asked: MutableObservable<LinkAsked | null>): void {
  const page = editor.getRootElement();
  if (!page) return;
  const href = editor.getEditorState().read(() => $linkAtSelection()?.getURL() ?? "");
  asked.set({ href, at: selectionRect(page) });
}

/** Commands for links. */
export function linkCommands(
  editor: LexicalEditor,
  asked: MutableObservable<LinkAsked | null>,
): readonly Command[] {
  const hasLink = (): boolean => editor.getEditorState().read(() => $linkAtSelection() !== null);
  return [
    {
      id: "link.edit",
      title: ({ editor: said }) => said.links.edit,
      group: "Edit",
      keys: "Mod+Shift+K",
      run: () => askLink(editor, asked),
    },
    {
      id: "link.remove",
      title: ({ editor: said }) => said.links.remove,
      group: "Edit",
      keys: null,
      enabled: hasLink,
      run: () => editor.update($unlinkSelection),
    },
  ];
}
