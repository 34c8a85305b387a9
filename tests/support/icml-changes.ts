import { markupPieces, type MarkupPiece } from "./markup.ts";

/** What an InCopy document comes to where all its changes are accepted, and where all are rejected. */
export interface IcmlTexts {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

/** A change as InCopy lists it. */
export interface IcmlChange {
  readonly type: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** A note with its lines. */
export interface IcmlNote {
  readonly by: string;
  readonly lines: readonly string[];
}

function storyPieces(bytes: Uint8Array): readonly MarkupPiece[] {
  const all = markupPieces(bytes);
  const start = all.findIndex((piece) => piece.kind === "open" && piece.name === "Story");
  const end = all.findIndex((piece) => piece.kind === "close" && piece.name === "Story");
  return all.slice(start, end);
}

function typed(text: string): string {
  return text.replaceAll("\u2028", "\n");
}

function textsWithout(pieces: readonly MarkupPiece[], gone: string): readonly string[] {
  const texts: string[] = [];
  const path: string[] = [];
  const changes: string[] = [];
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "text") {
      const isShown = path.at(-1) === "Content" && !path.includes("Note") && !changes.includes(gone);
      if (isShown) text += typed(piece.text);
      continue;
    }
    if (piece.kind === "open") {
      path.push(piece.name);
      if (piece.name === "Change") changes.push(piece.attributes.get("ChangeType") ?? "");
      if (piece.name === "Br" && !path.includes("Note") && !changes.includes(gone)) {
        texts.push(text);
        text = "";
      }
      continue;
    }
    path.pop();
    if (piece.name === "Change") changes.pop();
  }
  return [...texts, text].filter((one) => one !== "");
}

/** The paragraphs of a marked-up InCopy document, as somebody who decides on all of it gets them. */
export function icmlTexts(bytes: Uint8Array): IcmlTexts {
  const pieces = storyPieces(bytes);
  return {
    accepted: textsWithout(pieces, "DeletedText"),
    rejected: textsWithout(pieces, "InsertedText"),
  };
}

/** Every tracked change in order; a paragraph end in it is `¶`. */
export function icmlChanges(bytes: Uint8Array): readonly IcmlChange[] {
  const changes: { type: string; by: string; at: string; text: string }[] = [];
  const path: string[] = [];
  for (const piece of storyPieces(bytes)) {
    const change = changes.at(-1);
    if (piece.kind === "text") {
      if (path.includes("Change") && path.at(-1) === "Content" && change) change.text += typed(piece.text);
    } else if (piece.kind === "close") path.pop();
    else {
      path.push(piece.name);
      if (piece.name === "Br" && path.includes("Change") && change) change.text += "¶";
      if (piece.name !== "Change") continue;
      const attribute = (name: string): string => piece.attributes.get(name) ?? "";
      changes.push({
        type: attribute("ChangeType"),
        by: attribute("UserName"),
        at: attribute("Date"),
        text: "",
      });
    }
  }
  return changes;
}

/** Every note in order. */
export function icmlNotes(bytes: Uint8Array): readonly IcmlNote[] {
  const notes: { by: string; lines: string[] }[] = [];
  const path: string[] = [];
  for (const piece of storyPieces(bytes)) {
    if (piece.kind === "text") {
      if (path.includes("Note") && path.at(-1) === "Content") notes.at(-1)?.lines.push(piece.text);
    } else if (piece.kind === "close") path.pop();
    else {
      path.push(piece.name);
      if (piece.name === "Note") notes.push({ by: piece.attributes.get("UserName") ?? "", lines: [] });
    }
  }
  return notes;
}
