import {
  $getState,
  $isTextNode,
  $setState,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
  type LineBreakNode,
  type TextNode,
} from "lexical";
import {
  MARKS,
  sameAttributes,
  type FormatChange,
  type Mark,
  type Run,
  type Stamp,
} from "#shared/document/index.ts";
import { nodeValue } from "../blocks/node-value.ts";

/** What a run says of its text beside its link, which is a node of its own in the editor. */
export type RunAttributes = Omit<Run, "text" | "link">;

const NONE: RunAttributes = {};

const FORMAT_BITS: Readonly<Record<Exclude<Mark, "smallCaps">, number>> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  underline: IS_UNDERLINE,
  strikethrough: IS_STRIKETHROUGH,
  superscript: IS_SUPERSCRIPT,
  subscript: IS_SUBSCRIPT,
};

/** Lexical has no format bit for small caps; a text style carries them. */
export const SMALL_CAPS_PROPERTY = "font-variant-caps";
export const SMALL_CAPS_VALUE = "small-caps";
const SMALL_CAPS_STYLE = `${SMALL_CAPS_PROPERTY}: ${SMALL_CAPS_VALUE};`;

const insertedState = nodeValue<"inserted", Stamp | null>("inserted", null);
const deletedState = nodeValue<"deleted", Stamp | null>("deleted", null);
const formatsState = nodeValue<"formats", readonly FormatChange[] | null>("formats", null);
const notesState = nodeValue<"notes", readonly string[] | null>("notes", null);

/** What a line break can have from the text beside it: never who put that in or struck it out. */
type BreakLook = Pick<Run, "marks" | "notes">;

/** A look of a line break that its neighbour does not have; null where it follows its neighbour. */
const breakState = nodeValue<"look", BreakLook | null>("look", null);

function formatOf(marks: readonly Mark[]): number {
  let format = 0;
  for (const mark of marks) if (mark !== "smallCaps") format |= FORMAT_BITS[mark];
  return format;
}

function $marksOf(node: TextNode): readonly Mark[] {
  const format = node.getFormat();
  const style = node.getStyle();
  if (format === 0 && style === "") return [];
  return MARKS.filter((mark) =>
    mark === "smallCaps" ? style.includes(SMALL_CAPS_VALUE) : (format & FORMAT_BITS[mark]) !== 0,
  );
}

/** The open changes of some text or of a line break. */
function $changesOf(node: TextNode | LineBreakNode): Pick<Run, "inserted" | "deleted" | "formats"> {
  const inserted = $getState(node, insertedState);
  const deleted = $getState(node, deletedState);
  const formats = $getState(node, formatsState);
  if (!inserted && !deleted && !formats) return NONE;
  return {
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(formats ? { formats } : {}),
  };
}

function $setChanges(node: TextNode | LineBreakNode, { inserted, deleted, formats }: RunAttributes): void {
  if (inserted) $setState(node, insertedState, inserted);
  if (deleted) $setState(node, deletedState, deleted);
  if (formats) $setState(node, formatsState, formats);
}

/** What the desk's document says of this text, in the form of a run. */
export function $attributesOf(node: TextNode): RunAttributes {
  const marks = $marksOf(node);
  const changes = $changesOf(node);
  const notes = $getState(node, notesState);
  if (marks.length === 0 && !notes) return changes;
  return {
    ...(marks.length > 0 ? { marks } : {}),
    ...changes,
    ...(notes ? { notes } : {}),
  };
}

/** Gives text the attributes of a run. Text with other attributes never merges with it. */
export function $setAttributes(node: TextNode, attributes: RunAttributes): void {
  const { marks, notes } = attributes;
  if (marks) {
    node.setFormat(formatOf(marks));
    if (marks.includes("smallCaps")) node.setStyle(SMALL_CAPS_STYLE);
  }
  $setChanges(node, attributes);
  if (notes) $setState(node, notesState, notes);
}

/** Puts text on other notes, or on none. */
export function $setNotes(node: TextNode, notes: readonly string[]): void {
  $setState(node, notesState, notes.length > 0 ? notes : null);
}

function $textBeside(node: LineBreakNode): TextNode | null {
  for (let before = node.getPreviousSibling(); before !== null; before = before.getPreviousSibling()) {
    if ($isTextNode(before)) return before;
  }
  for (let after = node.getNextSibling(); after !== null; after = after.getNextSibling()) {
    if ($isTextNode(after)) return after;
  }
  return null;
}

/**
 * A line break looks like the text before it, else like the text after it, among its siblings. Who
 * put that in or struck it out counts for nothing: a break beside struck text still prints.
 */
function $lookBeside(node: LineBreakNode): BreakLook {
  const text = $textBeside(node);
  const { marks, notes } = text ? $attributesOf(text) : NONE;
  return { ...(marks ? { marks } : {}), ...(notes ? { notes } : {}) };
}

/** What the desk's document says of a line break: its changes are its own, its look may be that of the text beside it. */
export function $attributesOfBreak(node: LineBreakNode): RunAttributes {
  return { ...($getState(node, breakState) ?? $lookBeside(node)), ...$changesOf(node) };
}

/** Gives a new line break the attributes of a run, whatever its neighbour has. */
export function $setBreakAttributes(node: LineBreakNode, attributes: RunAttributes): void {
  const { marks, notes } = attributes;
  $setState(node, breakState, { ...(marks ? { marks } : {}), ...(notes ? { notes } : {}) });
  $setChanges(node, attributes);
}

/** Lets a line break keep the look that it has, so that it stays that way beside other text. */
export function $holdBreak(node: LineBreakNode): void {
  if (!$getState(node, breakState)) $setState(node, breakState, $lookBeside(node));
}

/** Lets a line break that looks like its neighbour follow it from now on. */
export function $loosenBreak(node: LineBreakNode): void {
  const own = $getState(node, breakState);
  if (own && sameRunAttributes(own, $lookBeside(node))) $setState(node, breakState, null);
}

/** True where two sets of attributes, each in canonical form, are the same. */
export function sameRunAttributes(a: RunAttributes, b: RunAttributes): boolean {
  return a === b || sameAttributes({ ...a, text: "" }, { ...b, text: "" });
}
