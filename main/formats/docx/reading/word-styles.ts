import { MARKS, type Mark } from "#shared/document/index.ts";
import { DATELINE_STYLE, PARAGRAPH_STYLES, type ParagraphRole } from "../../style-names.ts";
import { childOf, elementsIn, valueOf, type XmlElement } from "./xml-tree.ts";

/** What a paragraph of a Word document is by its style; a heading is a headline or a subhead by where it stands. */
export type WordRole = ParagraphRole | "title" | "heading";

/** What the styles of a Word document say. */
export interface WordStyles {
  readonly roleOf: (styleId: string | undefined) => WordRole;
  /** Whether a paragraph style makes its paragraphs items of a list. */
  readonly isList: (styleId: string | undefined) => boolean;
  /** The marks that a character style gives. */
  readonly marksOf: (styleId: string | undefined) => readonly Mark[];
  readonly isDateline: (styleId: string | undefined) => boolean;
  readonly isLink: (styleId: string | undefined) => boolean;
  /** True where a paragraph's style is one of Stet's own that nobody else has: the file was written by Stet. */
  readonly isHouseStyle: (styleId: string | undefined) => boolean;
}

interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly marks: ReadonlyMap<Mark, boolean>;
  readonly isList: boolean;
}

/** Word names its own styles in English in every language of its interface; so do LibreOffice and Google. */
const BUILT_IN: readonly (readonly [RegExp, WordRole])[] = [
  [/^title$/, "title"],
  [/^subtitle$/, "deck"],
  [/^heading \d+$/, "heading"],
  [/^(?:intense )?quote$|^block text$|^quotations$/, "pullQuote"],
  [/^list(?: bullet| number| paragraph| continue)?(?: \d+)?$/, "listItem"],
  [/^caption$|^illustration$|^figure$/, "caption"],
];

const HOUSE = new Map(
  Object.entries(PARAGRAPH_STYLES).flatMap(([role, name]): readonly (readonly [string, ParagraphRole])[] =>
    isRole(role) ? [[name.toLowerCase(), role]] : [],
  ),
);
/** Names that other programs have too. */
const SHARED_NAMES: ReadonlySet<string> = new Set(["caption", "body"]);
const LONGEST_CHAIN = 20;

function isRole(role: string): role is ParagraphRole {
  return role in PARAGRAPH_STYLES;
}

function namedRole(name: string): WordRole | null {
  const folded = name.toLowerCase();
  return HOUSE.get(folded) ?? BUILT_IN.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

function isOn(element: XmlElement): boolean {
  const value = element.attributes.get("val");
  return value === undefined || !["0", "false", "off", "none", "baseline"].includes(value);
}

const MARK_ELEMENTS: Readonly<Record<string, Mark>> = {
  "w:b": "bold",
  "w:i": "italic",
  "w:u": "underline",
  "w:strike": "strikethrough",
  "w:dstrike": "strikethrough",
  "w:smallCaps": "smallCaps",
};

/** The marks that run properties set or, as Word can, take away. */
export function setMarks(properties: XmlElement | undefined): ReadonlyMap<Mark, boolean> {
  const set = new Map<Mark, boolean>();
  for (const element of elementsIn(properties)) {
    const mark = MARK_ELEMENTS[element.name];
    if (mark) set.set(mark, set.get(mark) === true || isOn(element));
    if (element.name !== "w:vertAlign") continue;
    const value = element.attributes.get("val");
    set.set("superscript", value === "superscript");
    set.set("subscript", value === "subscript");
  }
  return set;
}

/** Marks set one over the other: the later ones win. */
export function marksOver(...layers: readonly ReadonlyMap<Mark, boolean>[]): readonly Mark[] {
  const all = new Map(layers.flatMap((layer) => [...layer]));
  return MARKS.filter((mark) => all.get(mark) === true);
}

function styleIn(element: XmlElement): Style {
  const numbering = childOf(childOf(element, "w:pPr"), "w:numPr");
  return {
    name: valueOf(element, "w:name") ?? "",
    basedOn: valueOf(element, "w:basedOn"),
    marks: setMarks(childOf(element, "w:rPr")),
    isList: numbering !== undefined && valueOf(numbering, "w:numId") !== "0",
  };
}

/** Reads the styles of a Word document. What a name does not say, the style that it is based on does. */
export function wordStyles(part: XmlElement | null): WordStyles {
  const elements = elementsIn(part ?? undefined).filter(({ name }) => name === "w:style");
  const styles = new Map(elements.map((one) => [one.attributes.get("styleId") ?? "", styleIn(one)]));
  const normal = elements.find(
    ({ attributes }) => attributes.get("type") === "paragraph" && attributes.get("default") === "1",
  );
  const normalId = normal?.attributes.get("styleId");
  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    for (let at = id; at !== undefined && found.length < LONGEST_CHAIN;) {
      const style: Style | undefined = styles.get(at);
      // A file without styles still names them.
      if (!style)
        return found.length > 0 ? found : [{ name: at, basedOn: undefined, marks: new Map(), isList: false }];
      if (at !== id && at === normalId) break;
      found.push(style);
      at = style.basedOn;
    }
    return found;
  };
  return {
    roleOf: (id) =>
      chain(id)
        .map(({ name }) => namedRole(name))
        .find((role) => role !== null) ?? "paragraph",
    isList: (id) => chain(id).some(({ isList }) => isList),
    marksOf: (id) =>
      marksOver(
        ...chain(id)
          .toReversed()
          .map(({ marks }) => marks),
      ),
    isDateline: (id) => chain(id)[0]?.name === DATELINE_STYLE,
    isLink: (id) => /^(?:followed ?|visited )?(?:hyperlink|internet link)$/i.test(chain(id)[0]?.name ?? ""),
    isHouseStyle: (id) => {
      const name = chain(id)[0]?.name.toLowerCase() ?? "";
      return HOUSE.has(name) && !SHARED_NAMES.has(name);
    },
  };
}
