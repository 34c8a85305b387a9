import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { markupPieces, type MarkupPiece } from "./markup.ts";

/** A Word document with tracked changes as LibreOffice has it. */
export interface OfficeChanges {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
  /** Kind and author of each change: `insertion Ana Ruiz`. */
  readonly changes: readonly string[];
  /** Each comment with its author, its lines, and whether it is done. */
  readonly comments: readonly {
    readonly by: string;
    readonly lines: readonly string[];
    readonly done: boolean;
  }[];
}

const KINDS = ["text:insertion", "text:deletion", "text:format-change"];
const GONE = { accepted: "text:deletion", rejected: "text:insertion" } as const;
/** What is in the text and is none of it. */
const ASIDE = ["office:annotation", "draw:frame", "text:tracked-changes", "text:sequence-decls"];

function isParagraph(name: string): boolean {
  return name === "text:p" || name === "text:h";
}

function shortOf(name: string): string {
  return name.replace("text:", "");
}

function changeKinds(pieces: readonly MarkupPiece[]): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  let id = "";
  for (const piece of pieces) {
    if (piece.kind !== "open") continue;
    if (piece.name === "text:changed-region") id = piece.attributes.get("text:id") ?? "";
    if (KINDS.includes(piece.name)) kinds.set(id, [...(kinds.get(id) ?? []), piece.name]);
  }
  return kinds;
}

function decidedTexts(
  pieces: readonly MarkupPiece[],
  kinds: ReadonlyMap<string, readonly string[]>,
  gone: string,
): readonly string[] {
  const texts: string[] = [];
  const open = new Set<string>();
  let text = "";
  let aside = 0;
  let within = 0;
  for (const piece of pieces) {
    if (piece.kind !== "text" && ASIDE.includes(piece.name)) aside += piece.kind === "open" ? 1 : -1;
    if (aside > 0) continue;
    if (piece.kind === "text") {
      if (within > 0 && open.size === 0) text += piece.text;
      continue;
    }
    const id = piece.kind === "open" ? (piece.attributes.get("text:change-id") ?? "") : "";
    if (id !== "" && kinds.get(id)?.includes(gone)) {
      if (piece.name === "text:change-start") open.add(id);
      if (piece.name === "text:change-end") open.delete(id);
    }
    if (isParagraph(piece.name)) within += piece.kind === "open" ? 1 : -1;
    if (piece.kind === "open" && open.size === 0) {
      if (piece.name === "text:s") text += " ".repeat(Number(piece.attributes.get("text:c") ?? "1"));
      if (piece.name === "text:tab") text += "\t";
      if (piece.name === "text:line-break") text += "\n";
    }
    if (piece.kind === "close" && isParagraph(piece.name) && open.size === 0) {
      texts.push(text);
      text = "";
    }
  }
  return [...texts, text].filter((one) => one !== "");
}

function namedChanges(pieces: readonly MarkupPiece[]): readonly string[] {
  const named: string[] = [];
  let kind = "";
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== "open") continue;
    if (piece.name === "office:text") kind = "";
    if (KINDS.includes(piece.name)) kind = shortOf(piece.name);
    if (piece.name === "office:annotation") kind = "";
    const next = pieces[at + 1];
    if (piece.name === "dc:creator" && kind !== "" && next?.kind === "text") {
      named.push(`${kind} ${next.text}`);
      kind = "";
    }
  }
  return named;
}

function commentsIn(pieces: readonly MarkupPiece[]): OfficeChanges["comments"] {
  const comments: { by: string; lines: string[]; done: boolean }[] = [];
  let path: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === "open") path.push(piece.name);
    if (piece.kind === "open" && piece.name === "office:annotation") {
      comments.push({ by: "", lines: [], done: piece.attributes.get("loext:resolved") === "true" });
    }
    const comment = comments.at(-1);
    if (path.includes("office:annotation") && comment) {
      if (piece.kind === "open" && piece.name === "text:p") comment.lines.push("");
      if (piece.kind === "text" && path.at(-1) === "dc:creator") comment.by += piece.text;
      if (piece.kind === "text" && path.includes("text:p", path.indexOf("office:annotation"))) {
        comment.lines.push((comment.lines.pop() ?? "") + piece.text);
      }
    }
    if (piece.kind === "close") path = path.slice(0, -1);
  }
  return comments;
}

/** Opens Word documents in LibreOffice and tells their changes; the files and a profile lie in one folder. */
export async function officeChanges(paths: readonly string[]): Promise<readonly OfficeChanges[]> {
  const folder = dirname(paths[0] ?? "");
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const args = [profile, "--headless", "--convert-to", "fodt", "--outdir", folder, ...paths];
  const { error, status, stderr } = spawnSync("soffice", args, { encoding: "utf8", timeout: 120_000 });
  if (error) throw error;
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  return Promise.all(
    paths.map(async (path) => {
      const all = markupPieces(await readFile(path.replace(/\.docx$/u, ".fodt")));
      const start = all.findIndex((piece) => piece.kind === "open" && piece.name === "office:text");
      const pieces = all.slice(start);
      const kinds = changeKinds(pieces);
      return {
        accepted: decidedTexts(pieces, kinds, GONE.accepted),
        rejected: decidedTexts(pieces, kinds, GONE.rejected),
        changes: namedChanges(pieces),
        comments: commentsIn(pieces),
      };
    }),
  );
}
