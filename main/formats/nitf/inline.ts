import type { Mark, Run } from "#shared/document/index.ts";
import { element, type XmlNode } from "../xml.ts";

/** The classes of `em`, which "can be rendered as bold, italics, or another style" (NITF 3.6, em). */
const EM_CLASSES: Readonly<Partial<Record<Mark, string>>> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strikethrough: "strikethrough",
  smallCaps: "small-caps",
};

/** The marks for which programs have no common class: another program may show the text plain. */
export const MARKS_FEW_PROGRAMS_KNOW: readonly Mark[] = ["underline", "strikethrough", "smallCaps"];

/** `sup` and `sub` stand inside `num` only and hold nothing but text (NITF 3.6, num). */
function raised(text: string, marks: readonly Mark[]): XmlNode {
  if (marks.includes("superscript")) return element("num", {}, [element("sup", {}, [text])]);
  if (marks.includes("subscript")) return element("num", {}, [element("sub", {}, [text])]);
  return text;
}

function lines(text: string, marks: readonly Mark[]): readonly XmlNode[] {
  return text
    .split(/(\n)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "\n" ? element("br") : raised(piece, marks)));
}

function emphasized(nodes: readonly XmlNode[], marks: readonly Mark[]): readonly XmlNode[] {
  const classes = marks.flatMap((mark) => EM_CLASSES[mark] ?? []);
  return classes.length === 0 ? nodes : [element("em", { class: classes.join(" ") }, nodes)];
}

/** Runs as NITF's enriched text: one `em` with every mark as a class, `num` for raised text, `a`, `br`. */
export function enriched(runs: readonly Run[]): readonly XmlNode[] {
  return runs.flatMap(({ text, marks = [], link }) => {
    const nodes = emphasized(lines(text, marks), marks);
    return link ? [element("a", { href: link.href }, nodes)] : nodes;
  });
}

/** True where an element that holds plain text only would lose something of the runs. */
export function isMoreThanText(runs: readonly Run[]): boolean {
  return runs.some(
    ({ text, marks, link }) => Boolean(link) || (marks ?? []).length > 0 || text.includes("\n"),
  );
}
