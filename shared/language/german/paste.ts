import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";

const { counted, figure } = forms;

export const paste = {
  commands: {
    text: "Als Text einfügen",
    lines: "Mit den Absätzen der Quelle einfügen",
    insteadText: "Stattdessen als reinen Text einfügen",
    insteadLines: "Zeilen der Quelle im Eingefügten behalten",
  },
  undo: "Rückgängig",
  asPlainText: "Stattdessen als reinen Text einfügen",
  keepLines: "Zeilen der Quelle behalten",
  empty: "In der Zwischenablage ist kein Text.",
  mayNotRead: ({ keys, pastedAs }) =>
    pastedAs === "text"
      ? `Dieses Fenster darf die Zwischenablage nicht selbst lesen. Jetzt ${keys} drücken: Es wird als Text eingefügt.`
      : `Dieses Fenster darf die Zwischenablage nicht selbst lesen. Jetzt ${keys} drücken: Es wird mit den Absätzen der Quelle eingefügt.`,
  underWay: ({ count }) => `${figure(count)} Absätze werden eingefügt …`,
  stop: "Anhalten und zurücknehmen",
  isLong: "Ein langer Text wird eingefügt. Das dauert einen Augenblick …",
  tooMuch: ({ paragraphs, most }) =>
    `Es wurde nichts eingefügt: Das sind ${figure(paragraphs)} Absätze, und auf einmal lassen sich ${figure(most)} einfügen. In Teilen geht es, oder als Datei hereingeholt.`,
  programs: {
    stet: "Stet",
    googleDocs: "Google Docs",
    googleSheets: "Google Tabellen",
    wordOnline: "Word im Web",
    outlook: "Outlook",
    word: "Word",
    excel: "Excel",
    libreOffice: "LibreOffice",
    apple: "einer Mac- oder iPhone-App",
    pdf: "einem PDF",
    gmail: "Gmail",
    web: "einer Webseite",
  },
  pastedParagraphs: ({ count, fromIfAny }) =>
    fromIfAny === null
      ? `${counted(count, { one: "Absatz", other: "Absätze" })} eingefügt.`
      : `${counted(count, { one: "Absatz", other: "Absätze" })} aus ${fromIfAny} eingefügt.`,
  pastedBlocks: ({ count, fromIfAny }) =>
    fromIfAny === null
      ? `${counted(count, { one: "Block", other: "Blöcke" })} eingefügt.`
      : `${counted(count, { one: "Block", other: "Blöcke" })} aus ${fromIfAny} eingefügt.`,
  joined: ({ count, hyphens }) => {
    const lines = counted(count, { one: "Zeilenende", other: "Zeilenenden" });
    if (hyphens === 0) return `${lines} verbunden.`;
    return hyphens === 1
      ? `${lines} verbunden und 1 Trennstrich entfernt: bitte prüfen.`
      : `${lines} verbunden und ${figure(hyphens)} Trennstriche entfernt: bitte prüfen.`;
  },
  leftOutSentence: ({ each }) => `Weggelassen: ${each.join(", ")}.`,
  leftOut: {
    looks: () => "Schriften und Farben",
    pictures: ({ count }) => counted(count, { one: "Bild", other: "Bilder" }),
    trackers: ({ count }) => counted(count, { one: "Zählpixel", other: "Zählpixel" }),
    embeds: ({ count }) => counted(count, { one: "Player oder Rahmen", other: "Player oder Rahmen" }),
    scripts: ({ count }) => counted(count, { one: "Skript", other: "Skripte" }),
    controls: ({ count }) =>
      counted(count, { one: "Schaltfläche oder Formularfeld", other: "Schaltflächen oder Formularfelder" }),
    hidden: ({ count }) =>
      counted(count, { one: "Stück verborgener Text", other: "Stücke verborgener Text" }),
    deletions: ({ count }) => counted(count, { one: "markierte Löschung", other: "markierte Löschungen" }),
    comments: ({ count }) => counted(count, { one: "Kommentar", other: "Kommentare" }),
    numbers: ({ count }) =>
      count === 1
        ? "die Nummer von 1 Aufzählungspunkt"
        : `die Nummern von ${figure(count)} Aufzählungspunkten`,
    redirects: ({ count }) =>
      counted(count, { one: "Umleitung vor einem Link", other: "Umleitungen vor Links" }),
    deadLinks: ({ count }) =>
      counted(count, { one: "Link, der nirgends hinführt", other: "Links, die nirgends hinführen" }),
    characters: ({ count }) => counted(count, { one: "Steuerzeichen", other: "Steuerzeichen" }),
    halves: ({ count }) =>
      `${counted(count, { one: "halbes Zeichen", other: "halbe Zeichen" })} (dafür steht jeweils \uFFFD)`,
  },
} satisfies Catalogue["paste"];
