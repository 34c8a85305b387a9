import { DATELINE_STYLE, markStyle } from "../style-names.ts";
import { MARKS, type Mark } from "#shared/document/index.ts";
import { element, onLines, type XmlElement } from "../xml.ts";

/** What sets a stretch of text apart: one character style for each look that a story uses. */
export interface CharacterLook {
  readonly dateline: boolean;
  readonly link: boolean;
  readonly marks: readonly Mark[];
}

const LINK_STYLE = "Link";

/** The style without a name, under which text has the look of its paragraph. */
export const NO_CHARACTER_STYLE = "CharacterStyle/$ID/[No character style]";

const PLAIN = { dateline: false, link: false };

/** The looks whose styles are in every file, so that a desk can map them once from any story. */
const ALWAYS: readonly CharacterLook[] = [
  ...MARKS.map((mark) => ({ ...PLAIN, marks: [mark] })),
  { ...PLAIN, marks: ["bold", "italic"] },
  { dateline: true, link: false, marks: [] },
  { dateline: false, link: true, marks: [] },
];

/** The name under which a desk maps the look: `Bold Italic`, `Dateline`, `Link Bold`; empty for plain text. */
export function characterStyleName({ dateline, link, marks }: CharacterLook): string {
  return [dateline ? DATELINE_STYLE : "", link ? LINK_STYLE : "", markStyle(marks)]
    .filter((part) => part !== "")
    .join(" ");
}

/** How a range of text refers to the style of its look. */
export function characterStyleId(look: CharacterLook): string {
  const name = characterStyleName(look);
  return name === "" ? NO_CHARACTER_STYLE : `CharacterStyle/${name}`;
}

function fontStyle(marks: readonly Mark[]): string | undefined {
  const face = [marks.includes("bold") ? "Bold" : "", marks.includes("italic") ? "Italic" : ""];
  return face.filter((part) => part !== "").join(" ") || undefined;
}

/** Text stands above or below the line, not both: superscript wins (see `subscriptLost`). */
function position(marks: readonly Mark[]): string | undefined {
  if (marks.includes("superscript")) return "Superscript";
  return marks.includes("subscript") ? "Subscript" : undefined;
}

function characterStyle(look: CharacterLook): XmlElement {
  const { marks } = look;
  const attributes = {
    Self: characterStyleId(look),
    Name: characterStyleName(look),
    FontStyle: fontStyle(marks),
    Capitalization: marks.includes("smallCaps") ? "SmallCaps" : undefined,
    Position: position(marks),
    Underline: marks.includes("underline") ? "true" : undefined,
    StrikeThru: marks.includes("strikethrough") ? "true" : undefined,
  };
  const basedOn = element("BasedOn", { type: "string" }, ["$ID/[No character style]"]);
  return element("CharacterStyle", attributes, [element("Properties", {}, [basedOn])]);
}

/** The character styles of a story: the usual ones and every further look that it uses. */
export function characterStyles(used: readonly CharacterLook[]): XmlElement {
  const looks = new Map<string, CharacterLook>();
  for (const look of [...ALWAYS, ...used]) {
    const name = characterStyleName(look);
    if (name !== "") looks.set(name, look);
  }
  const none = element("CharacterStyle", { Self: NO_CHARACTER_STYLE, Name: "$ID/[No character style]" });
  const styles = [none, ...[...looks.values()].map(characterStyle)];
  return element("RootCharacterStyleGroup", { Self: "character-styles" }, onLines(styles));
}
