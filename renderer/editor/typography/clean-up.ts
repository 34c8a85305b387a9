import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import type { MutableObservable } from "#renderer/app/observable.ts";
import { diffDocuments, type DocumentPatch, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import {
  changesWithout,
  cleanStory,
  takeBackChange,
  type StoryChange,
  type TypographyStyle,
} from "#shared/style/typography/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $fieldsOf, type FieldNode } from "../fields/field.ts";
import { $select } from "../fields/field-point.ts";
import { $setVisible, $visibleText } from "../fields/visible-text.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import type { StorySession } from "../story-session.ts";

/** What cleaning a story has changed, less what was taken back since. */
export interface CleanReport {
  readonly changes: readonly StoryChange[];
  /** How many changes were made at first; 0 where the story was in order. */
  readonly made: number;
}

/** Cleaning a story, and what can be done about each change afterwards. */
export interface StoryCleaner {
  readonly report: MutableObservable<CleanReport | null>;
  readonly command: Command;
  readonly takeBack: (change: StoryChange) => Promise<void>;
  readonly takeAllBack: () => Promise<void>;
  /** Selects what a change has put there, on the page. */
  readonly show: (change: StoryChange) => void;
  readonly close: () => void;
}

export const CLEAN_UP_KEYS = "Mod+Shift+'";

interface CleanerParts {
  readonly editor: LexicalEditor;
  readonly edit: StorySession["edit"];
  readonly focus: () => void;
  readonly style: () => TypographyStyle;
  readonly board: NoticeBoard;
  readonly report: MutableObservable<CleanReport | null>;
}

function $fieldOfChange({ block, place }: StoryChange): FieldNode | null {
  const node = $getRoot()
    .getChildren()
    .find((child) => $isBlockNode(child) && $blockId(child) === block);
  if (!$isBlockNode(node)) return null;
  const fields = $fieldsOf(node);
  return fields.find((field) => $isPhotoFieldNode(field) && field.getField() === place) ?? fields[0] ?? null;
}

function $selectChange(change: StoryChange): void {
  const field = $fieldOfChange(change);
  if (!field) return;
  $select({ field, offset: 0 });
  const selection = $getSelection();
  // Another wording of a headline is not on the page: the headline is.
  if (!$isRangeSelection(selection) || change.place.startsWith("alternate")) return;
  const visible = $visibleText(field);
  $setVisible(visible, selection.anchor, change.at);
  $setVisible(visible, selection.focus, change.at + change.now.length);
}

/** Cleans the typography of the open story, as one step of undo, and keeps what it did to be looked through. */
export function storyCleaner({ editor, edit, focus, style, board, report }: CleanerParts): StoryCleaner {
  const editOrSay = async (patchOf: (now: StoryDocument) => DocumentPatch): Promise<boolean> => {
    const isDone = (await edit(patchOf)) !== null;
    if (!isDone) board.put("wrong", words().typography.notSaved);
    return isDone;
  };

  const clean = async (): Promise<void> => {
    let changes: readonly StoryChange[] = [];
    const isDone = await editOrSay((now) => {
      const cleaned = cleanStory(now, style());
      ({ changes } = cleaned);
      return diffDocuments(now, cleaned.document);
    });
    if (isDone) report.set({ changes, made: changes.length });
  };

  /** Takes back what `pick` finds among the changes that are left, one after the other, as one edit. */
  const takeBack = async (pick: (left: readonly StoryChange[]) => StoryChange | undefined): Promise<void> => {
    let left = report.get()?.changes ?? [];
    let stay = 0;
    const isDone = await editOrSay((now) => {
      let document = now;
      for (let change = pick(left); change !== undefined; change = pick(left)) {
        const without = takeBackChange(document, change);
        if (without === null) stay += 1;
        document = without ?? document;
        left = without === null ? left.filter((one) => one !== change) : changesWithout(left, change);
      }
      return diffDocuments(now, document);
    });
    if (!isDone) return;
    if (stay > 0) board.put("note", words().typography.notTakenBack({ count: stay }));
    report.set({ changes: left, made: report.get()?.made ?? left.length });
  };

  return {
    report,
    command: {
      id: "typography.clean",
      title: ({ typography }) => typography.clean,
      group: "Edit",
      keys: CLEAN_UP_KEYS,
      run: () => void clean(),
    },
    takeBack: (change) => takeBack((left) => left.find((one) => one === change)),
    takeAllBack: async () => {
      await takeBack((left) => left.at(-1));
      if (report.get()?.changes.length === 0) report.set(null);
    },
    show: (change) => {
      editor.update(() => $selectChange(change));
      focus();
    },
    close: () => {
      report.set(null);
      focus();
    },
  };
}
