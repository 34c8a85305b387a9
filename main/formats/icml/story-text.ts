import { element, onLines, type XmlElement, type XmlNode } from "../xml.ts";
import { characterStyleId, NO_CHARACTER_STYLE } from "./character-styles.ts";
import type { CopyParagraph, Passage, Span } from "./copy.ts";
import { hyperlinkSource, type LinkedPassage } from "./hyperlinks.ts";
import { paragraphStyleId } from "./paragraph-styles.ts";
import { anchoredPicture } from "./picture.ts";

const FORCED_LINE_BREAK = "\u2028";

/** Text in a character style, by the id of that style. */
export function range(style: string, content: readonly XmlNode[]): XmlElement {
  return element("CharacterStyleRange", { AppliedCharacterStyle: style }, content);
}

/** Text as it stands in the file: `\n` is a forced line break (U+2028). */
export function textContent(text: string): XmlElement {
  return element("Content", {}, [text.replaceAll("\n", FORCED_LINE_BREAK)]);
}

function spanRange({ look, text }: Span): XmlElement {
  return range(characterStyleId(look), [textContent(text)]);
}

function passageRanges(passage: Passage, link: LinkedPassage | undefined): readonly XmlElement[] {
  const ranges = passage.spans.map(spanRange);
  return link ? [hyperlinkSource(link, ranges)] : ranges;
}

/** The end of a paragraph stands in the last range of its text; a link or a picture does not hold it. */
function endingParagraph(ranges: readonly XmlElement[]): readonly XmlElement[] {
  const last = ranges.at(-1);
  const end = element("Br");
  if (last?.name !== "CharacterStyleRange") return [...ranges, range(NO_CHARACTER_STYLE, [end])];
  return [...ranges.slice(0, -1), { ...last, children: [...last.children, end] }];
}

/**
 * The text of the story: one ParagraphStyleRange for each paragraph, and a `Br` between each two.
 * `\n` is a forced line break (U+2028); every other character is as it was typed.
 */
export function storyText(
  paragraphs: readonly CopyParagraph[],
  links: ReadonlyMap<Passage, LinkedPassage>,
): readonly XmlElement[] {
  return paragraphs.map(({ role, passages, picture }, index) => {
    const ranges = picture
      ? [range(NO_CHARACTER_STYLE, [anchoredPicture(picture, index + 1)])]
      : passages.flatMap((passage) => passageRanges(passage, links.get(passage)));
    const isLast = index === paragraphs.length - 1;
    return element(
      "ParagraphStyleRange",
      { AppliedParagraphStyle: paragraphStyleId(role) },
      onLines(isLast ? ranges : endingParagraph(ranges)),
    );
  });
}
