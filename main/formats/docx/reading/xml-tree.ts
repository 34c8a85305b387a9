import { setImmediate as nextTurn } from "node:timers/promises";
import sax, { type QualifiedTag } from "sax";
import { TooMuchUnpacked } from "./package-parts.ts";

/** An element of a part of a Word document. Names bear the prefixes of the specification, whatever the file calls them: `w:p`. */
export interface XmlElement {
  readonly name: string;
  /** By name, without the prefix where that is Word's own: `val`, `r:id`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** ECMA-376, transitional and strict, and what Microsoft has added to it since. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "urn:schemas-microsoft-com:vml": "v",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
};

/** No part that a word processor wrote is so deep: reading it would exhaust the stack. */
const MAX_DEPTH = 256;
/** A manuscript of a hundred thousand words has half of it. */
const MAX_ELEMENTS = 500_000;
/** Letters between two turns for whatever else waits. */
const CHUNK = 256 * 1024;

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? `?:${local}` : `${prefix}:${local}`;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: QualifiedTag): ReadonlyMap<string, string> {
  if (Object.keys(tag.attributes).length === 0) return NO_ATTRIBUTES;
  const named = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const prefix = PREFIXES[uri];
    named.set(prefix === undefined || prefix === "w" ? local : `${prefix}:${local}`, value);
  }
  return named;
}

/**
 * Reads a part as a tree, with turns in between for whatever else waits. Throws where it is no XML.
 * A document type is refused: no word processor writes one, and entities are how XML is made to explode.
 */
export async function xmlTree(bytes: Uint8Array): Promise<XmlElement> {
  const text = new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? "utf-16" : "utf-8").decode(bytes);
  const root: OpenElement = { name: "", attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  let elements = 0;
  const parser = sax.parser(true, { xmlns: true });
  const addText = (letters: string): void => {
    open.at(-1)?.children.push(letters);
  };
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    ondoctype: () => {
      throw new Error("a document type");
    },
    onopentag: (tag: QualifiedTag) => {
      if (open.length > MAX_DEPTH) throw new Error("too deep");
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new TooMuchUnpacked();
      const name = nameOf(tag.uri, tag.local);
      const element: OpenElement = { name, attributes: attributesOf(tag), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: addText,
    oncdata: addText,
  });
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    await nextTurn();
  }
  parser.close();
  const [first] = root.children.filter((child) => typeof child !== "string");
  if (!first) throw new Error("no element");
  return first;
}

/** The elements in an element, in order. */
export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== "string") ?? [];
}

/** The first element of a name in an element. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsIn(element).find((child) => child.name === name);
}

/** The `w:val` of the first element of a name in an element; undefined where there is none. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get("val");
}

/** The letters in an element and in all that it holds. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}
