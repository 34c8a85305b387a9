import {
  cleanText,
  newNoteId,
  NOTE_STATES,
  type Note,
  type NoteReply,
  type NoteState,
} from "#shared/document/index.ts";
import { signed } from "./change-stamps.ts";
import type { WordPackage } from "./word-package.ts";
import { elementsIn, textIn, type XmlElement } from "./xml-tree.ts";

/** The comments of a Word document as notes. */
export interface WordNotes {
  readonly notes: readonly Note[];
  /** The note that the place of a comment is the place of; null for one that has no place any more. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** The first line of a comment that Stet wrote; see `note-words.ts`. */
const HEADING =
  /^(Query|Note)(?: to (.+?))?, (open|answered|resolved)(?:, on words that are gone: “([^]*)”)?$/u;

interface Comment {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly lines: readonly string[];
  /** By which `commentsExtended` knows it: the id of its last paragraph. */
  readonly paragraph: string;
}

function lettersIn(element: XmlElement): string {
  if (element.name === "w:t") return textIn(element);
  if (element.name === "w:br" || element.name === "w:cr") return "\n";
  if (element.name === "w:tab") return "\t";
  return elementsIn(element).map(lettersIn).join("");
}

function commentIn(element: XmlElement, otherwise: string): Comment {
  const paragraphs = elementsIn(element).filter(({ name }) => name === "w:p");
  return {
    id: element.attributes.get("id") ?? "",
    ...signed(element, otherwise),
    lines: paragraphs.map((paragraph) => cleanText(lettersIn(paragraph)).text),
    paragraph: paragraphs.at(-1)?.attributes.get("w14:paraId") ?? "",
  };
}

function stateNamed(name: string | undefined): NoteState | null {
  return NOTE_STATES.find((state) => state === name) ?? null;
}

function noteOf({ by, at, lines }: Comment, isDone: boolean): Note {
  const [first = "", ...others] = lines;
  const [, kind, asked, stated, quote] = HEADING.exec(first) ?? [];
  const state = stateNamed(stated);
  const plain = { id: newNoteId(), by, at, replies: [] };
  if (kind === undefined || state === null) {
    return { ...plain, kind: "note", text: lines.join("\n"), state: isDone ? "resolved" : "open" };
  }
  return {
    ...plain,
    kind: kind === "Query" ? "query" : "note",
    text: others.join("\n"),
    state,
    ...(asked === undefined ? {} : { asked }),
    ...(quote === undefined ? {} : { orphan: { quote } }),
  };
}

function replyOf({ by, at, lines }: Comment): NoteReply {
  return { id: newNoteId(), by, at, text: lines.join("\n") };
}

/** Reads the comments of a Word document, each thread as one note. `otherwise` is the time of those that have none. */
export function wordNotes(
  { comments: part, commentsExtended }: Pick<WordPackage, "comments" | "commentsExtended">,
  otherwise: string,
): WordNotes {
  const comments = elementsIn(part ?? undefined)
    .filter(({ name }) => name === "w:comment")
    .map((element) => commentIn(element, otherwise));
  const more = new Map(
    elementsIn(commentsExtended ?? undefined).map(({ attributes }) => [
      attributes.get("w15:paraId") ?? "",
      { parent: attributes.get("w15:paraIdParent"), isDone: attributes.get("w15:done") === "1" },
    ]),
  );
  const byParagraph = new Map(comments.map((comment) => [comment.paragraph, comment]));
  const parentOf = ({ paragraph }: Comment): Comment | undefined => {
    const parent = more.get(paragraph)?.parent;
    return parent === undefined ? undefined : byParagraph.get(parent);
  };
  const firstOf = (comment: Comment): Comment => {
    let first = comment;
    // As many steps as there are comments: a thread that runs in a circle ends too.
    for (let step = 0; step < comments.length; step += 1) first = parentOf(first) ?? first;
    return first;
  };
  const threads = new Map<Comment, Note>();
  const anchors = new Map<string, string>();
  for (const comment of comments) {
    const first = firstOf(comment);
    const known = threads.get(first) ?? noteOf(first, more.get(first.paragraph)?.isDone === true);
    const replies = comment === first ? known.replies : [...known.replies, replyOf(comment)];
    threads.set(first, { ...known, replies });
    if (!known.orphan) anchors.set(comment.id, known.id);
  }
  return { notes: [...threads.values()], anchors };
}
