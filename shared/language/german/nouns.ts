import type { nouns as english } from "../english/nouns.ts";

/** Nominative and accusative are the same for all of these. */
export const nouns = {
  word: { one: "Wort", other: "Wörter" },
  character: { one: "Zeichen", other: "Zeichen" },
  line: { one: "Zeile", other: "Zeilen" },
  story: { one: "Text", other: "Texte" },
  photo: { one: "Foto", other: "Fotos" },
  picture: { one: "Bild", other: "Bilder" },
  file: { one: "Datei", other: "Dateien" },
  part: { one: "Teil", other: "Teile" },
  day: { one: "Tag", other: "Tage" },
  tk: { one: "TK", other: "TKs" },
  command: { one: "Befehl", other: "Befehle" },
  change: { one: "Änderung", other: "Änderungen" },
  note: { one: "Notiz", other: "Notizen" },
  query: { one: "Rückfrage", other: "Rückfragen" },
} satisfies typeof english;

/** Days after “in” and “seit”. */
export const daysDative = { one: "Tag", other: "Tagen" };
