import type { PrintStory } from "../story-format.ts";
import { element, xmlMarkup, type XmlElement } from "../xml.ts";

function textInAnyLanguage(text: string): XmlElement {
  return element("rdf:Alt", {}, [element("rdf:li", { "xml:lang": "x-default" }, [text])]);
}

function authorsOf({ document }: PrintStory): readonly string[] {
  return document.blocks.flatMap((block) => (block.kind === "byline" ? block.authors : []));
}

function creators(authors: readonly string[]): readonly XmlElement[] {
  if (authors.length === 0) return [];
  const names = authors.map((author) => element("rdf:li", {}, [author]));
  return [element("dc:creator", {}, [element("rdf:Seq", {}, names)])];
}

/** What a file browser shows of the story, as an XMP packet (XMP specification, part 1, section 7). */
export function storyMetadata(story: PrintStory): XmlElement {
  const description = element(
    "rdf:Description",
    {
      "rdf:about": "",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
    },
    [
      element("dc:title", {}, [textInAnyLanguage(story.facts.slug)]),
      ...creators(authorsOf(story)),
      element("xmp:CreateDate", {}, [story.exportedAt]),
      element("xmp:CreatorTool", {}, ["Stet"]),
    ],
  );
  const rdf = element("rdf:RDF", { "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }, [
    description,
  ]);
  const packet = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    xmlMarkup(element("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [rdf])),
    '<?xpacket end="r"?>',
  ].join("\n");
  return element("MetadataPacketPreference", {}, [
    element("Properties", {}, [element("Contents", {}, [packet])]),
  ]);
}
