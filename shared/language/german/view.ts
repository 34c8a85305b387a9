import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, figure } = forms;

export const view = {
  measures: { narrow: "Schmal", medium: "Mittel", wide: "Breit", characters: "Nach Zeichen" },
  faces: {
    serif: "Source Serif",
    sans: "Libre Franklin",
    systemSerif: "Antiqua des Systems",
    systemSans: "Grotesk des Systems",
    systemMono: "Schreibmaschinenschrift des Systems",
  },
  contrasts: { system: "Wie das System", more: "Hoch", usual: "Üblich" },
  motions: { system: "Wie das System", none: "Keine" },
  commands: {
    alone: "Nur die Seite oder wieder alles",
    length: "Länge des Textes",
    newWindow: "Diesen Text in einem neuen Fenster öffnen",
    zoomIn: "Größere Schrift",
    zoomOut: "Kleinere Schrift",
    zoomUsual: "Schrift in üblicher Größe",
    wider: "Breiteres Spaltenmaß",
    narrower: "Schmaleres Spaltenmaß",
    measures: {
      narrow: "Schmales Spaltenmaß",
      medium: "Mittleres Spaltenmaß",
      wide: "Breites Spaltenmaß",
      characters: "Spaltenmaß nach Zeichen",
    },
    moreSpacing: "Mehr Zeilenabstand",
    lessSpacing: "Weniger Zeilenabstand",
    nextFace: "Nächste Schrift",
    face: ({ face }) => `Schrift: ${face}`,
    looseLetters: "Buchstaben und Wörter weiter auseinander, bei Legasthenie, oder wie üblich",
    typewriter: "Schreibmaschinenrollen ein oder aus",
    nextTheme: "Nächste Farben",
    contrast: "Hoher Kontrast oder üblicher",
    contrastSystem: "Kontrast wie das System",
    motion: "Keine Bewegung oder wie das System",
    usual: "Die übliche Ansicht",
  },
  length: {
    name: "Länge des Textes",
    head: "Länge",
    figure: "Zahl",
    story: "Text",
    selection: "Auswahl",
    rows: {
      words: "Wörter",
      characters: "Zeichen mit Leerzeichen",
      withoutSpaces: "Zeichen ohne Leerzeichen",
      lines: "Zeilen der Spalte, etwa",
      minutes: "Lesezeit, etwa",
    },
    note: ({ words, characters, perMinute }) =>
      `Ohne Notizen und Gestrichenes. ${counted(words, nouns.word)} davon ${words === 1 ? "füllt" : "füllen"} die Spalte, bei etwa ${counted(characters, nouns.character)} je Zeile; gelesen mit ${figure(perMinute)} Wörtern in der Minute.`,
    change: "Diese Werte ändern",
    part: ({ words, characters }) => `${counted(words, nouns.word)}, ${counted(characters, nouns.character)}`,
    partTitle: ({ words, characters }) =>
      `Text, der die Spalte füllt: ${counted(words, nouns.word)}, ${counted(characters, nouns.character)}`,
    noTime: "0 Min.",
    underMinute: "unter 1 Min.",
    minutes: ({ minutes }) => `${String(minutes)} Min.`,
    estimate: ({ lines, read }) => (lines === 0 ? read : `etwa ${counted(lines, nouns.line)}, ${read}`),
  },
} satisfies Catalogue["view"];
