import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

export const exporting = {
  none: "Exportieren lässt sich ein Text, sobald er geöffnet ist.",
  what: " mit den Bildern und einer Liste der Dateien",
  formats: {
    icml: { name: "InCopy-Artikel (ICML)", purpose: "zum Platzieren in InDesign, mit Absatzformaten" },
    docx: { name: "Word (DOCX)", purpose: "zum Lesen und Redigieren in Word, mit Formatvorlagen" },
    nitf: { name: "NITF 3.6", purpose: "für Agenturen und Archive" },
    text: { name: "Reiner Text", purpose: "für Mails und alles andere" },
    proof: { name: "Probeabzug (PDF)", purpose: "zum Drucken und Lesen: der Text, wie er gesetzt ist" },
  },
  pictures: {
    jpeg: { name: "JPEG", purpose: "aufrecht, RGB, fertig zum Platzieren" },
    tiff: { name: "TIFF", purpose: "aufrecht, RGB, verlustfrei, groß" },
    original: { name: "Wie sie kamen", purpose: "die Dateien selbst" },
  },
  variants: {
    final: {
      name: "Endfassung",
      purpose: "für den Druck: als wären alle Änderungen angenommen, ohne Notizen",
    },
    markedUp: {
      name: "Mit markierten Änderungen und Notizen",
      purpose: "um anderswo zu lesen oder zu entscheiden; nicht für den Druck",
    },
  },
  markedFormats: ({ each }) =>
    `Änderungen und Notizen zeigen nur ${forms.all(each)}, in Dateien mit „-marked“ im Namen; alle anderen Formate sind die Endfassung. Der nächste Export ist ohne neue Wahl wieder die Endfassung.`,
  heads: { formats: "Formate", variant: "Fassung", pictures: "Bilder", packing: "Verpackung" },
  zip: { name: "Eine .zip neben dem Ordner", purpose: "eine einzige Datei für Mail oder USB-Stick" },
  into: "In den Ordner",
  noFolder: "Der Ordner für den Export fehlt.",
  choose: "Wählen …",
  start: "Exportieren",
  noFormat: "Bitte erst ein Format wählen.",
  saving: "Der Text wird gespeichert",
  doing: ({ doing }) => `${doing}…`,
  unsaved:
    "Die letzten Änderungen an diesem Text sind nicht gespeichert, deshalb wurde nichts exportiert. Die Statuszeile am Fuß sagt, warum.",
  done: "Exportiert",
  again: "Noch einmal exportieren",
  whole: "Jedes Format enthält den ganzen Text.",
  open: "Noch offen",
  losses: "Was verloren ging",
  lossPictures: "Bilder",
  files: ({ files }) => forms.counted(files, nouns.file),
} satisfies Catalogue["exporting"];
