import { element, type XmlElement, type XmlNode } from "../xml.ts";
import type { CopyParagraph, Passage } from "./copy.ts";

/** A passage that leads to a web address. `nr` counts from 1 through the story. */
export interface LinkedPassage {
  readonly nr: number;
  readonly href: string;
}

/** The links of a story in order, by the passage that they are set on. */
export function linkedPassages(paragraphs: readonly CopyParagraph[]): ReadonlyMap<Passage, LinkedPassage> {
  const links = new Map<Passage, LinkedPassage>();
  for (const passage of paragraphs.flatMap((paragraph) => paragraph.passages)) {
    if (passage.href !== null) links.set(passage, { nr: links.size + 1, href: passage.href });
  }
  return links;
}

function sourceId({ nr }: LinkedPassage): string {
  return `link-source-${String(nr)}`;
}

/** In an id a colon parts a group from a name (IDML specification, "Style groups"). */
function destinationId(href: string): string {
  return `HyperlinkURLDestination/${href.replaceAll(":", "%3a")}`;
}

/** The text that a reader can follow, wrapped round its ranges. */
export function hyperlinkSource(link: LinkedPassage, ranges: readonly XmlNode[]): XmlElement {
  return element(
    "HyperlinkTextSource",
    { Self: sourceId(link), Name: `Link ${String(link.nr)}`, Hidden: "false" },
    ranges,
  );
}

/** The addresses, each once, and the links to them; they stand after the story. */
export function hyperlinks(links: readonly LinkedPassage[]): readonly XmlElement[] {
  const keys = new Map(
    [...new Set(links.map((link) => link.href))].map((href, index) => [href, String(index + 1)]),
  );
  const destinations = [...keys].map(([href, key]) =>
    element("HyperlinkURLDestination", {
      Self: destinationId(href),
      Name: href,
      DestinationURL: href,
      Hidden: "false",
      DestinationUniqueKey: key,
    }),
  );
  const connections = links.map((link) =>
    element(
      "Hyperlink",
      {
        Self: `link-${String(link.nr)}`,
        Name: `Link ${String(link.nr)}`,
        Source: sourceId(link),
        Visible: "false",
        Hidden: "false",
        DestinationUniqueKey: keys.get(link.href),
      },
      [
        element("Properties", {}, [
          element("BorderColor", { type: "enumeration" }, ["Black"]),
          element("Destination", { type: "object" }, [destinationId(link.href)]),
        ]),
      ],
    ),
  );
  return [...destinations, ...connections];
}
