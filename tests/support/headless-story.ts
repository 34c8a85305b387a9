import { registerRichText } from "@lexical/rich-text";
import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
  type PointType,
} from "lexical";
import { registerDeletion } from "#renderer/editor/blocks/deletion.ts";
import { registerEnter } from "#renderer/editor/blocks/enter.ts";
import { registerOrder } from "#renderer/editor/blocks/order.ts";
import { registerUniqueIds } from "#renderer/editor/blocks/unique-ids.ts";
import { $isBlockNode } from "#renderer/editor/codec/blocks.ts";
import { $readDocument, $showDocument } from "#renderer/editor/codec/document.ts";
import { $selectBlock } from "#renderer/editor/fields/delete-selected.ts";
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
  /** Selects in another page of the same story what is selected in this one. */
  readonly selectIn: (other: HeadlessStory) => void;
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

function $fieldPlace(point: PointType): Place | null {
  const at = $fieldPoint(point);
  return at && [$allFields().findIndex((field) => field.is(at.field)), at.offset];
}

/** Shows a story in an editor that has no page. */
export function headlessStory(document: StoryDocument): HeadlessStory {
  const editor = headlessEditor();
  registerUniqueIds(editor);
  registerOrder(editor);
  registerRichText(editor);
  registerEnter(editor);
  registerDeletion(editor);
  const edit = (change: () => void): void => editor.update(change, { discrete: true });
  edit(() => $showDocument(document));
  return {
    selectIn: (other) => {
      const at = editor.read(() => {
        const selection = $getSelection();
        if ($isNodeSelection(selection)) return selection.getNodes()[0]?.getIndexWithinParent() ?? null;
        if (!$isRangeSelection(selection)) return null;
        const { format, style } = selection;
        return { from: $fieldPlace(selection.anchor), to: $fieldPlace(selection.focus), format, style };
      });
      if (typeof at === "number") {
        other.edit(() => {
          const block = $getRoot().getChildAtIndex(at);
          if ($isBlockNode(block)) $selectBlock(block);
        });
      } else if (at?.from && at.to) {
        other.select(at.from, at.to);
        other.edit(() => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return;
          selection.setFormat(at.format);
          selection.setStyle(at.style);
        });
      }
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
