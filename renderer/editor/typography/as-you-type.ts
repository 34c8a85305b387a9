import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  BEFORE_INPUT_COMMAND,
  COMPOSITION_END_COMMAND,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  INPUT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
  type RangeSelection,
  type UpdateListenerPayload,
} from "lexical";
import {
  mayChange,
  NEAR,
  substitutionAsTyped,
  type Substitution,
  type TypographyStyle,
} from "#shared/style/typography/index.ts";
import { $isField, $fieldOf, type FieldNode } from "../fields/field.ts";
import { $replaceVisible, $visibleOffset, $visibleText, type VisibleText } from "../fields/visible-text.ts";

const LETTER_OR_FIGURE = /^[\p{L}\p{M}\p{N}]/u;

/** Marks the updates that a rule has made. */
const TYPOGRAPHY_TAG = "typography";

/** A substitution that was made, and where the caret stood right after it. */
interface Made extends Substitution {
  readonly field: NodeKey;
  readonly caret: number;
}

interface CaretText {
  readonly selection: RangeSelection;
  readonly field: FieldNode;
  readonly visible: VisibleText;
  readonly caret: number;
}

/** The paragraph around the caret; null where there is no caret in text that prints. */
function $caretText(): CaretText | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const field = $fieldOf(selection.anchor.getNode());
  if (!field) return null;
  const visible = $visibleText(field);
  const caret = $visibleOffset(visible, selection.anchor);
  return caret === null ? null : { selection, field, visible, caret };
}

/** The last characters before the caret, up to the edge of the link or the line that it stands in. */
function $nearCaret(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return "";
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return "";
  let near = node.getTextContent().slice(0, selection.anchor.offset);
  for (
    let at = node.getPreviousSibling();
    near.length < NEAR && $isTextNode(at);
    at = at.getPreviousSibling()
  ) {
    near = at.getTextContent() + near;
  }
  return near.slice(-NEAR);
}

/**
 * Typography as you type. A character that may change something is typed as any other; in the same
 * task, before it is painted, what it changes is changed as a step of undo of its own. Backspace right
 * after it takes it back, and then it stays as it was typed. `style` gives null while this is off.
 *
 * Pasted and composed text is not looked at: only one typed character is, or a quote from a dead key.
 */
export function registerTypography(editor: LexicalEditor, style: () => TypographyStyle | null): () => void {
  let typed: string | null = null;
  let made: Made | null = null;
  let leftAlone: Made | null = null;

  const isLeftAlone = (found: Substitution, field: NodeKey): boolean =>
    leftAlone !== null &&
    leftAlone.field === field &&
    leftAlone.at === found.at &&
    leftAlone.was === found.was &&
    leftAlone.rule === found.rule;

  const $find = (character: string): Made | null => {
    const chosen = style();
    const at = $caretText();
    if (!chosen || !at) return null;
    const { field, visible, caret } = at;
    const before = visible.text.slice(0, caret);
    if (!before.endsWith(character)) return null;
    const found = substitutionAsTyped({ before, after: visible.text.slice(caret) }, chosen);
    if (!found || isLeftAlone(found, field.getKey())) return null;
    return { ...found, field: field.getKey(), caret: caret + found.now.length - found.was.length };
  };

  const $make = (found: Made): void => {
    const at = $caretText();
    if (!at || at.field.getKey() !== found.field) return;
    $replaceVisible(at.visible, { at: found.at, length: found.was.length, now: found.now }, at.selection);
    made = found;
  };

  /** Looks at what was typed once the editor has it. */
  const look = (): void => {
    const character = typed;
    typed = null;
    if (character === null) return;
    const found = editor.getEditorState().read(() => $find(character), { editor });
    if (!found) return;
    editor.update(() => $make(found), {
      discrete: true,
      tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, TYPOGRAPHY_TAG],
    });
  };

  const $onBeforeInput = ({ inputType, data, isComposing }: InputEvent): boolean => {
    typed = null;
    if (inputType !== "insertText" || data === null || isComposing || editor.isComposing()) return false;
    if (style() !== null && mayChange(data, $nearCaret())) typed = data;
    return false;
  };

  /** A dead key composes: on such a keyboard a quote comes out of a composition of its own. */
  const $onComposed = ({ data }: CompositionEvent): boolean => {
    typed = data === "'" || data === '"' ? data : null;
    if (typed !== null && style() !== null) $onUpdate(look);
    return false;
  };

  const $onInserted = (data: string | null): boolean => {
    if (typed !== null && data === typed) $onUpdate(look);
    return false;
  };

  /** Enter shows what stood at the end of a line to be complete, as a space would: get ’em, 1½. */
  const $endLine = (): boolean => {
    const chosen = style();
    const at = $caretText();
    if (!chosen || !at) return false;
    const { field, visible, caret } = at;
    const before = visible.text.slice(0, caret);
    if (LETTER_OR_FIGURE.test(visible.text.slice(caret))) return false;
    const found = substitutionAsTyped({ before: `${before}\n`, after: "" }, chosen);
    if (!found || isLeftAlone(found, field.getKey())) return false;
    $onUpdate(() => {
      editor.update(
        () => {
          const line = $getNodeByKey(field.getKey());
          const selection = $getSelection();
          if (!$isField(line) || !$isRangeSelection(selection)) return;
          const written = $visibleText(line);
          if (!written.text.startsWith(found.was, found.at)) return;
          $replaceVisible(written, { at: found.at, length: found.was.length, now: found.now }, selection);
        },
        { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, TYPOGRAPHY_TAG] },
      );
    });
    return false;
  };

  const $takeBack = (isBackward: boolean): boolean => {
    const last = made;
    made = null;
    const node = last && $getNodeByKey(last.field);
    if (!isBackward || !last || !$isField(node)) return false;
    const at = $caretText();
    if (!at?.field.is(node) || at.caret !== last.caret) return false;
    if (!at.visible.text.startsWith(last.now, last.at)) return false;
    $replaceVisible(at.visible, { at: last.at, length: last.now.length, now: last.was }, at.selection);
    $addUpdateTag(HISTORY_PUSH_TAG);
    leftAlone = last;
    return true;
  };

  /** Whatever is done next, or wherever the caret goes: Backspace is Backspace again. */
  const forget = ({ editorState, dirtyElements, dirtyLeaves, tags }: UpdateListenerPayload): void => {
    if (made === null || tags.has(TYPOGRAPHY_TAG)) return;
    const caret = made.caret;
    const isThere = (): boolean => editorState.read(() => $caretText()?.caret === caret, { editor });
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0 || !isThere()) made = null;
  };

  return mergeRegister(
    editor.registerCommand(BEFORE_INPUT_COMMAND, $onBeforeInput, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (inserted) => $onInserted(typeof inserted === "string" ? inserted : null),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INPUT_COMMAND, ({ data }) => $onInserted(data), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(COMPOSITION_END_COMMAND, $onComposed, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $endLine, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $endLine, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $takeBack, COMMAND_PRIORITY_HIGH),
    editor.registerUpdateListener(forget),
  );
}
