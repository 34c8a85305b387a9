import type { Document } from "docx";
import type { Run } from "#shared/document/index.ts";
import { told, type Told } from "#shared/language/told.ts";

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
const SAFE_ADDRESS = /^[\u0021-\u007E]+$/;

/**
 * The address as a relationship may hold it (ECMA-376-2, 8.3: a URI), or null where it is none:
 * Word calls a file damaged over a single target that it cannot parse.
 */
export function wordAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  return SAFE_ADDRESS.test(href) ? href : new URL(href).href;
}

/** The addresses that a story links to, each once and in order, with the id of its relationship. */
export function linkTable(runs: readonly Pick<Run, "link">[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { link } of runs) {
    if (link && !ids.has(link.href) && wordAddress(link.href) !== null) {
      ids.set(link.href, `Link${String(ids.size + 1)}`);
    }
  }
  return ids;
}

/** Writes the relationships of {@link linkTable} into a document. */
export function addLinks(document: Document, links: ReadonlyMap<string, string>): void {
  for (const [href, id] of links) {
    document.Document.Relationships.addRelationship(id, HYPERLINK, wordAddress(href) ?? href, "External");
  }
}

/** One sentence for every address that Word could not follow. */
export function linksLost(runs: readonly Pick<Run, "link">[]): readonly Told[] {
  const lost = new Set(
    runs.flatMap(({ link }) => (link && wordAddress(link.href) === null ? [link.href] : [])),
  );
  return [...lost].map((href) => told("wordLinkLost", { href }));
}
