import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";

/** An element of an XML file: a name, its attributes in order, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** What an element holds: elements and text. */
export type XmlNode = XmlElement | string;

/** Names an element with what is in it. An attribute without a value is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) given[key] = value;
  }
  return { name, attributes: given, children };
}

/** The nodes, each on a line of its own. Only for places where the format ignores white space. */
export function onLines(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.length === 0 ? [] : ["\n", ...nodes.flatMap((node) => [node, "\n"])];
}

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const WHITE_SPACE_THAT_XML_CHANGES = /[\t\n\r]/g;

/** xmlbuilder2 takes `&name;` and `&#9;` in text for markup, so that a typed `&amp;` would become `&`. */
function withoutMarkup(text: string): string {
  return text.toWellFormed().replace(NOT_XML, "\uFFFD").replace(/&/g, "&amp;");
}

function attributeValue(value: string): string {
  return withoutMarkup(value).replace(
    WHITE_SPACE_THAT_XML_CHANGES,
    (character) => `&#${String(character.charCodeAt(0))};`,
  );
}

function contentText(text: string): string {
  return withoutMarkup(text).replace(/\r/g, "&#13;");
}

function addTo(parent: XMLBuilder, node: XmlNode): void {
  if (typeof node === "string") {
    if (node !== "") parent.txt(contentText(node));
    return;
  }
  const attributes = Object.entries(node.attributes).map(([name, value]) => [name, attributeValue(value)]);
  const made = parent.ele(node.name, Object.fromEntries(attributes));
  for (const child of node.children) addTo(made, child);
}

/** An element as markup, without an XML declaration. */
export function xmlMarkup(root: XmlElement): string {
  const document = create();
  addTo(document, root);
  return document.end({ headless: true });
}

/**
 * Writes an XML 1.0 file in UTF-8. `instructions` are whole processing instructions that stand
 * before the root.
 *
 * White space: not one character is added or taken away; tabs and line ends in attributes are
 * written as character references, so that a reader gets them back as they were.
 *
 * Forbidden characters: what XML 1.0 cannot carry (section 2.2, production 2: control characters,
 * halves of surrogate pairs, U+FFFE and U+FFFF) becomes U+FFFD, so that the gap shows. The text of
 * a `StoryDocument` holds none of these; facts and names may.
 */
export function writeXml(root: XmlElement, instructions: readonly string[] = []): Uint8Array {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return new TextEncoder().encode([declaration, ...instructions, xmlMarkup(root), ""].join("\n"));
}
