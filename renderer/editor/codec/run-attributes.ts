import {
  $getState,
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

/** Attributes of a line break that its neighbour does not have; null where it follows its neighbour. */
const breakState = nodeValue<"run", RunAttributes | null>("run", null);

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

/** What the desk's document says of this text, in the form of a run. */
export function $attributesOf(node: TextNode): RunAttributes {
  const marks = $marksOf(node);
  const inserted = $getState(node, insertedState);
  const deleted = $getState(node, deletedState);
  const formats = $getState(node, formatsState);
  const notes = $getState(node, notesState);
  if (marks.length === 0 && !inserted && !deleted && !formats && !notes) return NONE;
  return {
    ...(marks.length > 0 ? { marks } : {}),
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(formats ? { formats } : {}),
    ...(notes ? { notes } : {}),
  };
}

/** Gives text the attributes of a run. Text with other attributes never merges with it. */
export function $setAttributes(
  node: TextNode,
  { marks, inserted, deleted, formats, notes }: RunAttributes,
): void {
  if (marks) {
    node.setFormat(formatOf(marks));
    if (marks.includes("smallCaps")) node.setStyle(SMALL_CAPS_STYLE);
  }
  if (inserted) $setState(node, insertedState, inserted);
  if (deleted) $setState(node, deletedState, deleted);
  if (formats) $setState(node, formatsState, formats);
  if (notes) $setState(node, notesState, notes);
}

/** Puts text on other notes, or on none. */
export function $setNotes(node: TextNode, notes: readonly string[]): void {
  $setState(node, notesState, notes.length > 0 ? notes : null);
}

/** The attributes that were given to a line break itself; null where it follows its neighbour. */
export function $breakAttributes(node: LineBreakNode): RunAttributes | null {
  return $getState(node, breakState);
}

/** Gives a line break attributes of its own, whatever its neighbour has; null lets it follow its neighbour. */
export function $setBreakAttributes(node: LineBreakNode, attributes: RunAttributes | null): void {
  $setState(node, breakState, attributes);
}

/** True where two sets of attributes, each in canonical form, are the same. */
export function sameRunAttributes(a: RunAttributes, b: RunAttributes): boolean {
  return a === b || sameAttributes({ ...a, text: "" }, { ...b, text: "" });
}
