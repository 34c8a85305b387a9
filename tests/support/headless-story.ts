import { registerRichText } from "@lexical/rich-text";
import { $getRoot, $getSelection, $isNodeSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import { registerDeletion } from "#renderer/editor/blocks/deletion.ts";
import { registerEnter } from "#renderer/editor/blocks/enter.ts";
import { registerOrder } from "#renderer/editor/blocks/order.ts";
import { registerUniqueIds } from "#renderer/editor/blocks/unique-ids.ts";
import { $isBlockNode } from "#renderer/editor/codec/blocks.ts";
import { $readDocument, $showDocument } from "#renderer/editor/codec/document.ts";
import { $fieldsOf, type FieldNode } from "#renderer/editor/fields/field.ts";
import { $fieldLength, $fieldPoint, $select } from "#renderer/editor/fields/field-point.ts";
import { hasRuns, runsText, type Block, type StoryDocument } from "#shared/document/index.ts";
import { headlessEditor } from "./headless-editor.ts";

/** A place by the count of its field from the top, and an offset in its text; "end" for behind the last letter. */
export type Place = readonly [field: number, offset: number | "end"];

/** A story in an editor without a page, with the desk's own behaviour of Enter and Backspace. */
export interface HeadlessStory {
  readonly editor: LexicalEditor;
  readonly edit: (change: () => void) => void;
  readonly select: (anchor: Place, focus?: Place) => void;
  readonly document: () => StoryDocument;
  /** Each block on a line: `kind: text`, a photo as `photo: caption | credit | alt`. */
  readonly lines: () => readonly string[];
  /** Where the caret is, as `field@offset`; `block n` where a whole block is selected. */
  readonly caret: () => string;
  /**
   * Another page that stands exactly as this one does: the same nodes, which one document can be shown
   * by in more than one way, and the same place between them.
   */
  readonly twin: () => HeadlessStory;
  /** True where nothing is selected. */
  readonly isCaret: () => boolean;
}

function line(block: Block): string {
  if (block.kind === "unknown") return "unknown";
  if (hasRuns(block)) return `${block.kind}: ${runsText(block.runs)}`;
  return `photo: ${runsText(block.caption)} | ${runsText(block.credit)} | ${block.alt}`;
}

function $allFields(): readonly FieldNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((block) => ($isBlockNode(block) ? $fieldsOf(block) : []));
}

function $place([at, offset]: Place): { field: FieldNode; offset: number } {
  const field = $allFields()[at];
  if (!field) throw new Error(`the story has no field ${String(at)}`);
  return { field, offset: offset === "end" ? $fieldLength(field) : offset };
}

function storyEditor(): LexicalEditor {
  const editor = headlessEditor();
  registerUniqueIds(editor);
  registerOrder(editor);
  registerRichText(editor);
  registerEnter(editor);
  registerDeletion(editor);
  return editor;
}

function handleOf(editor: LexicalEditor): HeadlessStory {
  const edit = (change: () => void): void => editor.update(change, { discrete: true });
  return {
    twin: () => {
      const other = storyEditor();
      other.setEditorState(editor.getEditorState().clone());
      return handleOf(other);
    },
    editor,
    edit,
    select: (anchor, focus = anchor) => edit(() => void $select($place(anchor), $place(focus))),
    document: () => editor.read($readDocument),
    lines: () => editor.read($readDocument).blocks.map(line),
    isCaret: () => editor.read(() => $getSelection()?.isCollapsed() ?? false),
    caret: () =>
      editor.read(() => {
        const selection = $getSelection();
        if ($isNodeSelection(selection)) {
          return `block ${String(selection.getNodes()[0]?.getIndexWithinParent())}`;
        }
        const point = $isRangeSelection(selection) ? $fieldPoint(selection.focus) : null;
        if (!point) return "nowhere";
        return `${String($allFields().findIndex((field) => field.is(point.field)))}@${String(point.offset)}`;
      }),
  };
}

/** Shows a story in an editor that has no page. */
export function headlessStory(document: StoryDocument): HeadlessStory {
  const editor = storyEditor();
  editor.update(() => $showDocument(document), { discrete: true });
  return handleOf(editor);
}
