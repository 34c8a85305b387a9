import type { Catalogue } from "../catalogue.ts";

export const story = {
  kinds: {
    headline: "Titel",
    byline: "Autorenzeile",
    photo: "Foto",
    deck: "Unterzeile",
    source: "Quellenzeile",
    dateline: "Ortsmarke",
    paragraph: "Absatz",
    subhead: "Zwischentitel",
    pullQuote: "Zitatkasten",
    listItem: "Listenpunkt",
    factBox: "Infokasten",
    tagline: "Autorenhinweis",
    endMark: "Schlusszeichen",
  },
  statuses: {
    draft: {
      name: "Entwurf",
      command: "Zurück in den Entwurf",
      meaning: "beim Autor",
      done: "liegt wieder beim Autor",
    },
    desk: {
      name: "Ressort",
      command: "An das Ressort geben",
      meaning: "beim Ressort",
      done: "liegt beim Ressort",
    },
    copy: {
      name: "Textredaktion",
      command: "An die Textredaktion geben",
      meaning: "bei der Textredaktion",
      done: "liegt bei der Textredaktion",
    },
    slot: {
      name: "Abnahme",
      command: "Zur Abnahme geben",
      meaning: "beim Chef vom Dienst",
      done: "liegt beim Chef vom Dienst",
    },
    ready: {
      name: "Druckreif",
      command: "Für druckreif erklären",
      meaning: "bereit für die Seite",
      done: "ist bereit für die Seite",
    },
    sent: {
      name: "Gesendet",
      command: "Als gesendet vermerken",
      meaning: "aus dem Haus",
      done: "ist aus dem Haus",
    },
    hold: {
      name: "Stehsatz",
      command: "In den Stehsatz legen",
      meaning: "für später aufgehoben",
      done: "steht im Stehsatz",
    },
    kill: {
      name: "Gestrichen",
      command: "Streichen",
      meaning: "erscheint nicht",
      done: "erscheint nicht",
    },
  },
  units: {
    words: { one: "Wort", other: "Wörter" },
    lines: { one: "Zeile", other: "Zeilen" },
    inches: { one: "Zoll", other: "Zoll" },
  },
  marks: {
    bold: "Fett",
    italic: "Kursiv",
    underline: "Unterstrichen",
    strikethrough: "Durchgestrichen",
    superscript: "Hochgestellt",
    subscript: "Tiefgestellt",
    smallCaps: "Kapitälchen",
  },
  photoFields: { caption: "Bildunterschrift", credit: "Bildnachweis", alt: "Alternativtext" },
} satisfies Catalogue["story"];
