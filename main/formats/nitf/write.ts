import { paragraphsOf, printBlocks, type PrintParagraph } from "../print-blocks.ts";
import type { PrintStory, StoryWriter } from "../story-format.ts";
import { element, onLines, writeXml, type XmlElement } from "../xml.ts";
import { bodyContent } from "./body-content.ts";
import { bodyHead, HEAD_KINDS } from "./body-head.ts";
import { nitfHead } from "./head.ts";
import { enriched } from "./inline.ts";
import { nitfLosses } from "./losses.ts";

const NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/";
const VERSION = {
  version: "-//IPTC//DTD NITF 3.6//EN",
  "change.date": "September 11, 2009",
  "change.time": "12:26",
};

/** `namespaced` passes IPTC's XSD; `bare` is how many real feeds come, and what their readers expect. */
export type NitfForm = "namespaced" | "bare";

/** The closing lines: NITF has one tagline, so more than one stand in it on lines of their own. */
function bodyEnd(taglines: readonly PrintParagraph[]): XmlElement {
  const lines = taglines.flatMap(({ runs }, index) => [
    ...(index === 0 ? [] : [element("br")]),
    ...enriched(runs),
  ]);
  return element("body.end", {}, lines.length === 0 ? [] : [element("tagline", {}, lines)]);
}

/**
 * The dateline that leads the story goes to `body.head`, as NITF has it; one further down stays
 * with its paragraph.
 */
function body(story: PrintStory): XmlElement {
  const blocks = printBlocks(story.document);
  const content = blocks.filter((block) => !HEAD_KINDS.has(block.kind) && block.kind !== "tagline");
  const first = content.find((block) => block.kind !== "photo");
  const leading = first?.dateline ?? [];
  return element(
    "body",
    {},
    onLines([
      bodyHead(story.document, blocks, leading),
      bodyContent(
        content.map((block) => (block === first ? { ...first, dateline: [] } : block)),
        story.pictures,
      ),
      bodyEnd(paragraphsOf(blocks, "tagline")),
    ]),
  );
}

/** A story as a NITF 3.6 file, in UTF-8, in either form. */
export function nitfFile(story: PrintStory, form: NitfForm): Uint8Array {
  const namespace = form === "namespaced" ? NAMESPACE : undefined;
  const root = { xmlns: namespace, ...VERSION };
  return writeXml(element("nitf", root, onLines([nitfHead(story), body(story)])));
}

/**
 * NITF 3.6 (IPTC, 2010) for the wire and the archive. Every text stands in it once: the dateline
 * is not repeated in the first paragraph.
 */
export const nitfWriter: StoryWriter = {
  format: "nitf",
  extension: ".xml",
  title: "News wire (NITF 3.6)",
  carriesChanges: false,
  write: (story) => ({
    bytes: nitfFile(story, "namespaced"),
    losses: nitfLosses(story, printBlocks(story.document)),
  }),
};
