import type { PrintBlock, PrintParagraph } from "../print-blocks.ts";
import type { PrintPicture } from "../story-format.ts";
import { element, onLines, type XmlElement } from "../xml.ts";
import { dateline } from "./body-head.ts";
import { enriched } from "./inline.ts";
import { media } from "./media.ts";

const FACT_BOX = "fact-box";

/** A paragraph; one under a dateline of its own stands in a block, which may hold one. */
function bodyParagraph(paragraph: PrintParagraph, isLede: boolean): XmlElement {
  const text = element("p", isLede ? { lede: "true" } : {}, enriched(paragraph.runs));
  if (paragraph.dateline.length === 0) return text;
  return element("block", {}, onLines([dateline(paragraph.dateline), text]));
}

function textElement(paragraph: PrintParagraph, isLede: boolean): XmlElement {
  const content = enriched(paragraph.runs);
  switch (paragraph.kind) {
    case "subhead":
      return element("hl2", {}, content);
    case "pullQuote":
      return element("bq", { class: "pull-quote" }, [element("block", {}, [element("p", {}, content)])]);
    case "listItem":
      return element("ul", {}, [element("li", {}, content)]);
    case "factBox":
      return element("block", { class: FACT_BOX }, [
        element(paragraph.isBoxTitle ? "hl2" : "p", {}, content),
      ]);
    case "dateline":
      return element("block", {}, [dateline(paragraph.runs)]);
    case "endMark":
      return element("p", { class: "end-mark" }, content);
    default:
      return bodyParagraph(paragraph, isLede);
  }
}

/** Neighbouring items share one list, and the lines of a fact box one box. */
function joined(elements: readonly XmlElement[]): readonly XmlElement[] {
  const result: XmlElement[] = [];
  for (const next of elements) {
    const last = result.at(-1);
    const joins = next.name === "ul" || next.attributes["class"] === FACT_BOX;
    if (joins && last?.name === next.name && last.attributes["class"] === next.attributes["class"]) {
      result[result.length - 1] = { ...last, children: [...last.children, ...next.children] };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** The story from its first paragraph on, pictures in their places, in the order of print. */
export function bodyContent(
  blocks: readonly PrintBlock[],
  pictures: ReadonlyMap<string, PrintPicture>,
): XmlElement {
  const lede = blocks.find((block) => block.kind === "paragraph")?.id;
  const elements = blocks.map((block) =>
    block.kind === "photo"
      ? media(block.photo, pictures.get(block.id))
      : textElement(block, block.id === lede),
  );
  return element("body.content", {}, onLines(joined(elements)));
}
