import type { Note } from "#shared/document/index.ts";
import { noteHeading, noteLines } from "../marked-up/note-words.ts";
import { personName } from "../marked-up/person-name.ts";
import { element, type XmlElement } from "../xml.ts";
import { NO_CHARACTER_STYLE } from "./character-styles.ts";
import { localTime, localTimeInWords } from "./local-time.ts";
import { NO_PARAGRAPH_STYLE } from "./paragraph-styles.ts";
import type { UserIds } from "./users.ts";

/** A note as text: what it is, its words, and every reply with who wrote it and when. */
function linesOf(note: Note): readonly string[] {
  return [
    noteHeading(note),
    ...noteLines(note),
    ...note.replies.flatMap((reply) => [
      `${personName(reply.by)}, ${localTimeInWords(reply.at)}:`,
      ...noteLines(reply),
    ]),
  ];
}

function lastWritten({ at, editedAt, replies }: Note): string {
  return [at, editedAt ?? at, ...replies.flatMap((reply) => [reply.at, reply.editedAt ?? reply.at])].reduce(
    (last, time) => (time > last ? time : last),
  );
}

/** A note as InCopy keeps it among the text: it has no replies and no state there, so its words say them. */
export function noteElement(note: Note, users: UserIds): XmlElement {
  const attributes = {
    Collapsed: "false",
    CreationDate: localTime(note.at),
    ModificationDate: localTime(lastWritten(note)),
    UserName: personName(note.by),
    AppliedDocumentUser: users.get(note.by),
  };
  const lines = linesOf(note);
  const paragraphs = lines.map((line, nth) =>
    element("ParagraphStyleRange", { AppliedParagraphStyle: NO_PARAGRAPH_STYLE }, [
      element("CharacterStyleRange", { AppliedCharacterStyle: NO_CHARACTER_STYLE }, [
        element("Content", {}, [line]),
        ...(nth < lines.length - 1 ? [element("Br")] : []),
      ]),
    ]),
  );
  return element("Note", attributes, paragraphs);
}
