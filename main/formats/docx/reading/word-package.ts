import { packageParts, type PackageParts } from "./package-parts.ts";
import type { PicturePaths } from "./word-drawings.ts";
import { elementsIn, xmlTree, type XmlElement } from "./xml-tree.ts";

const ROOT_RELATIONSHIPS = "_rels/.rels";
const CONTENT_TYPES = "[Content_Types].xml";

/** The parts of a Word document that a story is read from; null where the file has none. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly comments: XmlElement | null;
  readonly commentsExtended: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly coreProperties: XmlElement | null;
  readonly relations: Readonly<Record<TextPart, PartRelations>>;
  readonly readPicture: PackageParts["readPicture"];
}

/** The parts that have text. */
export type TextPart = "document" | "footnotes" | "endnotes";

/** What a part points to, by the ids of its relationships. */
export interface PartRelations {
  /** Where the links of its text lead. */
  readonly links: ReadonlyMap<string, string>;
  readonly pictures: PicturePaths;
}

interface Relationship {
  readonly id: string;
  /** The last step of its type: `hyperlink`, `comments`. */
  readonly kind: string;
  readonly target: string;
  readonly isOutside: boolean;
}

function relationshipsIn(part: XmlElement | null): readonly Relationship[] {
  return elementsIn(part ?? undefined).map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    kind: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
    target: attributes.get("Target") ?? "",
    isOutside: attributes.get("TargetMode") === "External",
  }));
}

/** A target as a path in the package (ECMA-376-2, 9.3). */
function pathOf(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function relationsOf(folder: string, own: readonly Relationship[]): PartRelations {
  return {
    links: new Map(
      own.flatMap(({ id, kind, target }) => (kind === "hyperlink" ? [[id, target] as const] : [])),
    ),
    pictures: new Map(
      own.flatMap(({ id, kind, target, isOutside }) =>
        kind === "image" ? [[id, isOutside ? null : pathOf(folder, target)] as const] : [],
      ),
    ),
  };
}

/** What a zip is that is not read. */
export type NoWordPackage = "other" | "macros";

/** Opens a Word document. Throws where the zip or a part of it is damaged. */
export async function wordPackage(bytes: Uint8Array): Promise<WordPackage | NoWordPackage> {
  const parts = await packageParts(bytes);
  const tree = async (path: string): Promise<XmlElement | null> => {
    const part = await parts.read(path);
    return part && xmlTree(part);
  };
  if (!parts.has(CONTENT_TYPES) || !parts.has(ROOT_RELATIONSHIPS)) return "other";
  const roots = relationshipsIn(await tree(ROOT_RELATIONSHIPS));
  const main = roots.find(({ kind }) => kind === "officeDocument");
  if (!main) return "other";
  const path = pathOf("", main.target);
  const types = elementsIn((await tree(CONTENT_TYPES)) ?? undefined);
  const type = types.find(({ attributes }) => attributes.get("PartName") === `/${path}`);
  const contentType = type?.attributes.get("ContentType") ?? "";
  if (contentType.includes("macroEnabled")) return "macros";
  if (!contentType.includes("wordprocessingml")) return "other";
  const document = await tree(path);
  if (!document) return "other";
  const folder = folderOf(path);
  const ownOf = async (part: string): Promise<readonly Relationship[]> => {
    const beside = folderOf(part);
    return relationshipsIn(await tree(`${beside}_rels/${part.slice(beside.length)}.rels`));
  };
  const own = await ownOf(path);
  const pathOfPart = (kind: string): string | null => {
    const found = own.find((one) => one.kind === kind && !one.isOutside);
    return found ? pathOf(folder, found.target) : null;
  };
  const partOf = async (kind: string): Promise<XmlElement | null> => {
    const part = pathOfPart(kind);
    return part === null ? null : tree(part);
  };
  const footRelations = async (kind: "footnotes" | "endnotes"): Promise<PartRelations> => {
    const part = pathOfPart(kind);
    return part === null ? relationsOf(folder, []) : relationsOf(folderOf(part), await ownOf(part));
  };
  const core = roots.find(({ kind }) => kind === "core-properties");
  return {
    document,
    styles: await partOf("styles"),
    numbering: await partOf("numbering"),
    comments: await partOf("comments"),
    commentsExtended: await partOf("commentsExtended"),
    footnotes: await partOf("footnotes"),
    endnotes: await partOf("endnotes"),
    coreProperties: core ? await tree(pathOf("", core.target)) : null,
    relations: {
      document: relationsOf(folder, own),
      footnotes: await footRelations("footnotes"),
      endnotes: await footRelations("endnotes"),
    },
    readPicture: parts.readPicture,
  };
}
