import { createEmptyHistoryState, registerHistory, type HistoryState } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { createEditor, mergeRegister, type LexicalEditor } from "lexical";
import type { StoryDocument } from "#shared/document/index.ts";
import { registerBylineFacts } from "./blocks/byline-facts-shown.ts";
import { registerDeletion } from "./blocks/deletion.ts";
import { registerEnter } from "./blocks/enter.ts";
import { registerBlockKeys } from "./blocks/keys.ts";
import { registerBlockNames } from "./blocks/names-shown.ts";
import { registerOrder, type OnLost } from "./blocks/order.ts";
import { registerSelectedLook } from "./blocks/selected-look.ts";
import { registerUniqueIds } from "./blocks/unique-ids.ts";
import { $showDocument } from "./codec/document.ts";
import { TEXT_CLASSES, TEXT_LOOK } from "./marks/text-look.ts";
import { STORY_NODES } from "./nodes.ts";
import { registerFocusElsewhere } from "./place/focus-elsewhere.ts";
import { registerNewestCaret } from "./place/newest-caret.ts";
import { registerWordings } from "./structure/wordings-shown.ts";

/** Typing that goes on within this time is one step of undo. */
const TYPING_STEP_MS = 1_000;

/** An editor that shows one story, with its history. */
export interface DeskEditor {
  readonly editor: LexicalEditor;
  readonly history: HistoryState;
  readonly stop: () => void;
}

interface DeskEditorParts {
  readonly onError: (error: Error) => void;
  readonly onLost: OnLost;
  /**
   * What follows the nodes of the editor, registered before the text is there: with each transform
   * that comes later Lexical goes over the whole story once more.
   */
  readonly register?: (editor: LexicalEditor) => () => void;
}

/** Makes an editor for the desk's blocks and shows a story in it. It has no page yet: see `setRootElement`. */
export function createDeskEditor(
  document: StoryDocument,
  { onError, onLost, register = () => () => undefined }: DeskEditorParts,
): DeskEditor {
  const editor = createEditor({
    namespace: "stet",
    nodes: STORY_NODES,
    theme: TEXT_CLASSES,
    dom: TEXT_LOOK,
    onError,
  });
  const history = createEmptyHistoryState();
  const stop = mergeRegister(
    registerNewestCaret(editor),
    registerFocusElsewhere(editor),
    registerUniqueIds(editor),
    registerOrder(editor, onLost),
    registerRichText(editor),
    registerEnter(editor),
    registerDeletion(editor),
    registerBlockKeys(editor),
    registerBlockNames(editor),
    registerBylineFacts(editor),
    registerSelectedLook(editor),
    registerWordings(editor),
    register(editor),
  );
  editor.update(() => $showDocument(document), { discrete: true, skipTransforms: true });
  const stopHistory = registerHistory(editor, history, TYPING_STEP_MS);
  return { editor, history, stop: mergeRegister(stop, stopHistory) };
}
