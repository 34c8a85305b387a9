import {
  runsText,
  type Block,
  type BylineBlock,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { paragraphsOf, type PrintBlock, type PrintParagraph } from "../print-blocks.ts";
import { element, onLines, type XmlElement, type XmlNode } from "../xml.ts";
import { enriched } from "./inline.ts";

/** The kinds that NITF keeps in `body.head`, wherever they stand in the story. */
export const HEAD_KINDS: ReadonlySet<Block["kind"]> = new Set(["headline", "deck", "byline", "source"]);

function hedline(headline: readonly Run[], decks: readonly PrintParagraph[]): XmlElement {
  const hl2 = decks.map((deck) => element("hl2", {}, enriched(deck.runs)));
  return element("hedline", {}, onLines([element("hl1", {}, enriched(headline)), ...hl2]));
}

/** The first headline with every deck as `hl2`, then any other headlines. `hl1` may not be missing. */
function hedlines(blocks: readonly PrintBlock[]): readonly XmlElement[] {
  const [first, ...others] = paragraphsOf(blocks, "headline");
  const decks = paragraphsOf(blocks, "deck");
  if (!first && decks.length === 0) return [];
  return [hedline(first?.runs ?? [], decks), ...others.map((other) => hedline(other.runs, []))];
}

/** The byline's own words, with the names that it is about marked in them. */
function bylineContent(line: string, { authors, agency }: BylineBlock): readonly XmlNode[] {
  const nodes: XmlNode[] = [];
  let at = 0;
  const mark = (name: string, wrap: (name: string) => XmlElement): void => {
    const found = line.indexOf(name, at);
    if (found < 0) return;
    nodes.push(line.slice(at, found), wrap(name));
    at = found + name.length;
  };
  for (const author of authors) mark(author, (name) => element("person", {}, [name]));
  if (agency !== null) mark(agency, (name) => element("byttl", {}, [element("org", {}, [name])]));
  return [...nodes, line.slice(at)];
}

function bylineBlocks(document: StoryDocument): readonly BylineBlock[] {
  return document.blocks.filter((block) => block.kind === "byline");
}

function bylines(document: StoryDocument, blocks: readonly PrintBlock[]): readonly XmlElement[] {
  const facts = new Map(bylineBlocks(document).map((block) => [block.id, block]));
  return paragraphsOf(blocks, "byline").map(({ id, runs }) => {
    const line = runsText(runs);
    const block = facts.get(id);
    return element("byline", {}, block ? bylineContent(line, block) : [line]);
  });
}

/** The source lines, or the agency of the byline where the story has none. NITF has room for one distributor. */
function distributor(document: StoryDocument, blocks: readonly PrintBlock[]): readonly XmlElement[] {
  const lines = paragraphsOf(blocks, "source").map(({ runs }) => runsText(runs));
  const agency = bylineBlocks(document).find((block) => block.agency !== null)?.agency ?? null;
  if (lines.length > 0) return [element("distributor", {}, [lines.join("\n")])];
  return agency === null ? [] : [element("distributor", {}, [element("org", {}, [agency])])];
}

/** A dateline: its words alone, for its element holds no marks (NITF 3.6, dateline). */
export function dateline(runs: readonly Run[]): XmlElement {
  const line = runsText(runs);
  const place = line.trimEnd();
  return element("dateline", {}, [element("location", {}, [place]), line.slice(place.length)]);
}

/** Headlines, decks, bylines, distributor and the dateline that leads the story, in the order of the schema. */
export function bodyHead(
  document: StoryDocument,
  blocks: readonly PrintBlock[],
  leading: readonly Run[],
): XmlElement {
  return element(
    "body.head",
    {},
    onLines([
      ...hedlines(blocks),
      ...bylines(document, blocks),
      ...distributor(document, blocks),
      ...(leading.length === 0 ? [] : [dateline(leading)]),
    ]),
  );
}
