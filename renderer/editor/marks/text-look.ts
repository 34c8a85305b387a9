import { $isTextNode, type EditorDOMRenderConfig, type EditorThemeClasses } from "lexical";
import { $attributesOf } from "../codec/run-attributes.ts";

/** The classes that Lexical gives to marked text; editor.css draws them. */
export const TEXT_CLASSES: EditorThemeClasses = {
  link: "text-link",
  text: {
    bold: "text-bold",
    italic: "text-italic",
    underline: "text-underline",
    strikethrough: "text-strikethrough",
    underlineStrikethrough: "text-underline-strikethrough",
    superscript: "text-superscript",
    subscript: "text-subscript",
  },
};

function setData(dom: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) delete dom.dataset[name];
  else if (dom.dataset[name] !== value) dom.dataset[name] = value;
}

/** Shows tracked changes and the places of notes on the text that carries them. */
export const TEXT_LOOK: Partial<EditorDOMRenderConfig> = {
  $decorateDOM: (node, _previous, dom) => {
    if (!$isTextNode(node)) return;
    const { inserted, deleted, formats, notes } = $attributesOf(node);
    setData(dom, "change", deleted ? "delete" : inserted ? "insert" : undefined);
    setData(dom, "formatChange", formats ? "" : undefined);
    setData(dom, "notes", notes ? "" : undefined);
  },
};
