import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type NodeKey,
  type RangeSelection,
} from "lexical";
import { fillSnippet, snippetBefore, type Snippet, type SnippetFacts } from "#shared/style/snippets/index.ts";
import { $fieldOf, $isField, type FieldNode } from "../fields/field.ts";
import { $setVisible, $visibleOffset, $visibleText } from "../fields/visible-text.ts";

/** A place that Tab goes to. It is known by what follows it, which stays while the places before are written over. */
interface Stop {
  readonly fromEnd: number;
  readonly text: string;
}

interface Stops {
  readonly field: NodeKey;
  readonly left: readonly Stop[];
}

/** What puts snippets into the text of one editor. */
export interface SnippetWriter {
  readonly insert: (snippet: Snippet) => void;
  /** Puts the snippet of the code before the caret in its place. False where no code stands there. */
  readonly expand: (snippets: readonly Snippet[]) => boolean;
  readonly stop: () => void;
}

function $caretField(): { selection: RangeSelection; field: FieldNode } | null {
  const selection = $getSelection();
  const field = $isRangeSelection(selection) ? $fieldOf(selection.anchor.getNode()) : null;
  return $isRangeSelection(selection) && field ? { selection, field } : null;
}

/** Writes snippets, and goes through their fields with Tab. */
export function snippetWriter(editor: LexicalEditor, facts: () => SnippetFacts): SnippetWriter {
  let stops: Stops | null = null;

  /** Selects the next place that still reads as it was put there. */
  const $goOn = (): boolean => {
    const at = $caretField();
    if (!stops || !at || at.field.getKey() !== stops.field) return false;
    const field = $getNodeByKey(stops.field);
    if (!$isField(field)) return false;
    const visible = $visibleText(field);
    for (const [nth, { fromEnd, text }] of stops.left.entries()) {
      const from = visible.text.length - fromEnd;
      if (from < 0 || !visible.text.startsWith(text, from)) continue;
      stops = nth + 1 < stops.left.length ? { ...stops, left: stops.left.slice(nth + 1) } : null;
      $setVisible(visible, at.selection.anchor, from);
      $setVisible(visible, at.selection.focus, from + text.length);
      return true;
    }
    stops = null;
    return false;
  };

  const $write = (snippet: Snippet, selection: RangeSelection): void => {
    const filled = fillSnippet(snippet, facts());
    selection.insertText(filled.text);
    const at = $caretField();
    if (!at) return;
    const visible = $visibleText(at.field);
    const end = $visibleOffset(visible, at.selection.anchor) ?? visible.text.length;
    const start = end - filled.text.length;
    stops = {
      field: at.field.getKey(),
      left: filled.stops.map((stop) => ({
        fromEnd: visible.text.length - start - stop.at,
        text: filled.text.slice(stop.at, stop.at + stop.length),
      })),
    };
    $goOn();
  };

  const update = ($edit: () => boolean): boolean => {
    let isDone = false;
    if (!editor.isEditable()) return false;
    editor.update(
      () => {
        isDone = $edit();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return isDone;
  };

  const stop = editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (stops === null || event.shiftKey || !$goOn()) return false;
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );

  return {
    stop,
    insert: (snippet) => {
      update(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        $write(snippet, selection);
        return true;
      });
    },
    expand: (snippets) =>
      update(() => {
        const at = $caretField();
        if (!at?.selection.isCollapsed()) return false;
        const visible = $visibleText(at.field);
        const caret = $visibleOffset(visible, at.selection.anchor);
        const found = caret === null ? null : snippetBefore(visible.text.slice(0, caret), snippets);
        if (!found) return false;
        $setVisible(visible, at.selection.anchor, found.at);
        $write(found.snippet, at.selection);
        return true;
      }),
  };
}
