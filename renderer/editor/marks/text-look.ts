import type { EditorDOMRenderConfig, EditorThemeClasses } from "lexical";
import { $showChanges } from "../suggesting/changes-look.ts";

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

/** Shows tracked changes and the places of notes on the text and the blocks that carry them. */
export const TEXT_LOOK: Partial<EditorDOMRenderConfig> = {
  $decorateDOM: (node, previous, dom) => $showChanges(node, dom, previous === null),
};
