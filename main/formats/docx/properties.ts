import { runsText } from "#shared/document/index.ts";
import type { PrintStory } from "../story-format.ts";
import { element, writeXml, type XmlElement } from "../xml.ts";

const NAMESPACES = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
};

function oneLine(text: string): string {
  return text.replace(/[\n\t]+/g, " ").trim();
}

function title({ document, facts }: PrintStory): string {
  const headline = document.blocks.find((block) => block.kind === "headline");
  return (headline && oneLine(runsText(headline.runs))) || facts.slug;
}

function creator({ document }: PrintStory): string {
  return document.blocks
    .flatMap((block) => (block.kind === "byline" ? block.authors : []))
    .map(oneLine)
    .join("; ");
}

function told(name: string, text: string): readonly XmlElement[] {
  return text === "" ? [] : [element(name, {}, [text])];
}

/**
 * `docProps/core.xml` (ECMA-376-2, 11.1): the headline, the slug, who wrote it, and the time of the
 * export in both dates, so that the same export gives the same bytes.
 */
export function coreProperties(story: PrintStory): string {
  const at = story.exportedAt.replace(/\.\d+Z$/, "Z");
  const date = (name: string): XmlElement => element(name, { "xsi:type": "dcterms:W3CDTF" }, [at]);
  const slug = oneLine(story.facts.slug);
  const xml = writeXml(
    element("cp:coreProperties", NAMESPACES, [
      ...told("dc:title", title(story)),
      ...told("dc:subject", slug),
      ...told("dc:creator", creator(story)),
      ...told("cp:keywords", slug),
      date("dcterms:created"),
      date("dcterms:modified"),
    ]),
  );
  return new TextDecoder().decode(xml);
}

/** The facts that Word has no property for, by name; those that nobody has given are left out. */
export function customProperties({
  facts,
}: PrintStory): readonly { readonly name: string; readonly value: string }[] {
  const named: readonly (readonly [string, string | null])[] = [
    ["Slug", facts.slug],
    ["Desk", facts.desk],
    ["Section", facts.section],
    ["Edition", facts.edition],
    ["Page", facts.page],
    ["Publication date", facts.publicationDate],
    ["Embargo", facts.embargo],
  ];
  return named.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [{ name, value: oneLine(value) }],
  );
}
