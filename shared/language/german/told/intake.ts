import type { LikeFile, PictureLeftWhy } from "../../english/told/intake.ts";
import type { ToldCatalogue } from "../../told.ts";
import { germanForms as forms } from "../forms.ts";

const PICTURE_LEFT: Readonly<Record<PictureLeftWhy, string>> = {
  linked: "Die Datei verweist nur auf den Ort, an dem es lag",
  drawn: "Word hat gezeichnet, was dort steht (ein Diagramm, ein Schaubild, eine Form)",
  vector: "Das Fotoarchiv nimmt keine Vektorzeichnungen (EMF, WMF, SVG)",
  crowded: "Mehrere stehen in einem Absatz mit Text, und nichts sagt, welches wohin gehört",
  damaged: "Die Daten in der Datei sind beschädigt",
  large: "So große nimmt das Fotoarchiv nicht",
  other: "Das Fotoarchiv nimmt JPEG, PNG, TIFF und WebP",
};

const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  jpg: "ein JPEG-Bild",
  png: "ein PNG-Bild",
  gif: "ein GIF-Bild",
  tif: "ein TIFF-Bild",
  webp: "ein WebP-Bild",
  heic: "ein HEIC-Bild",
  psd: "ein Photoshop-Bild",
  pdf: "ein PDF-Dokument",
  rtf: "ein RTF-Dokument",
  ps: "eine PostScript-Datei",
  eps: "ein EPS-Bild",
  docx: "ein Word-Dokument",
  odt: "ein OpenDocument-Text",
  cfb: "ein altes Word- oder Office-Dokument",
  xlsx: "eine Excel-Mappe",
  zip: "ein ZIP-Archiv",
  exe: "ein Windows-Programm",
  mp3: "eine MP3-Aufnahme",
  mp4: "ein MP4-Video",
  sqlite: "eine Datenbank",
};

const FAMILIES: Readonly<Record<string, readonly [article: string, noun: string]>> = {
  image: ["ein", "Bild"],
  audio: ["eine", "Aufnahme"],
  video: ["ein", "Video"],
};

function fileName({ extension, family }: LikeFile): string {
  const [article, noun] = FAMILIES[family] ?? ["eine", "Datei"];
  return SPOKEN_NAMES[extension] ?? `${article} ${extension.toUpperCase()}-${noun}`;
}

function size(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} Byte`;
  if (bytes < 1024 * 1024) return `${String(Math.round(bytes / 1024))} KB`;
  const megabytes = bytes / 1024 / 1024;
  return `${Number.isInteger(megabytes) ? String(megabytes) : forms.decimal(megabytes, 1)} MB`;
}

export const intake = {
  emptyCopy: ({ name }) => `${name} ist leer: 0 Byte. Die Datei bitte noch einmal anfordern.`,
  blankCopy: ({ name }) =>
    `${name} ist leer: Es steht kein Buchstabe darin, nur Leerraum. Die Datei bitte noch einmal anfordern.`,
  emptyPaste: "Hier gibt es keinen Text: In der Zwischenablage steht kein Buchstabe.",
  largeCopy: ({ name, bytes, mostBytes }) =>
    `${name} ist zu groß: Die Datei hat ${size(bytes)} Text, und Stet nimmt bis ${size(mostBytes)}. Bitte nur den einen Text hereinholen.`,
  largePaste: ({ bytes, mostBytes }) =>
    `Der eingefügte Text ist zu groß: Er hat ${size(bytes)}, und Stet nimmt bis ${size(mostBytes)}. Bitte nur den einen Text hereinholen.`,
  binaryCopy: ({ name }) => `${name} ist kein Text: Die Datei enthält Binärdaten.`,
  otherCopy: ({ name, like }) => `${name} ist kein Text: Die Datei beginnt wie ${fileName(like)}.`,
  damagedCopy: ({ name, encoding, places }) =>
    `${name} ist ${encoding}, aber an ${forms.counted(places, { one: "Stelle", other: "Stellen" })} beschädigt: Dort steht �. Danach suchen oder die Datei noch einmal anfordern.`,
  guessedEncoding: ({ name, encoding }) =>
    `Nichts in ${name} sagt, wie die Buchstaben kodiert sind; gelesen wurde die Datei als ${encoding}. Akzente und Anführungszeichen bitte prüfen.`,
  codesDropped: ({ count }) =>
    `${forms.counted(count, { one: "Zeichen ist", other: "Zeichen sind" })} weggefallen: Steuerzeichen, die ein Text nicht enthalten kann.`,
  halvesReplaced: ({ count }) =>
    `${forms.counted(count, { one: "halbes Zeichen wurde", other: "halbe Zeichen wurden" })} durch \uFFFD ersetzt: Ein anderes Programm hat Zeichen entzweigeschnitten.`,
  markupRead:
    "Dies ist ausgezeichneter Text (XML oder HTML); er wurde mit seinen Tags gelesen. Besser die Seite einfügen, wie sie zu lesen ist.",
  lockedWord: ({ name }) =>
    `${name} ist mit einem Kennwort geschützt. In Word öffnen, das Kennwort entfernen (Datei, Informationen, Dokument schützen) und noch einmal hereinholen.`,
  oldWord: ({ name }) =>
    `${name} ist ein Dokument eines alten Word oder Office (.doc). Bitte öffnen und als .docx speichern.`,
  macroWord: ({ name }) =>
    `${name} ist ein Word-Dokument mit Makros (.docm): Das sind Programme, und Stet öffnet keine. Bitte als .docx speichern.`,
  brokenWord: ({ name }) =>
    `${name} ist ein beschädigtes Word-Dokument: Es ist nicht vollständig. Die Datei noch einmal anfordern oder von Word reparieren lassen und neu speichern.`,
  largeWord: ({ name, bytes, mostBytes }) =>
    `${name} ist zu groß: ${size(bytes)}, und Stet nimmt Word-Dokumente bis ${size(mostBytes)}. Die Bilder herausnehmen oder nur den einen Text hereinholen.`,
  swollenWord: ({ name }) =>
    `${name} enthält entpackt mehr Text, als je ein Text hat. Bitte nur den einen Text hereinholen.`,
  wordPicturesLeft: ({ count }) =>
    `${forms.counted(count, { one: "Bild wurde", other: "Bilder wurden" })} weggelassen: Bitte ${count === 1 ? "die Originaldatei" : "die Originaldateien"} anfordern. Die Bildunterschriften haben ihren Platz im Text.`,
  wordPicturesCome: ({ count }) =>
    count === 1
      ? "1 Bild kommt mit: Mit dem Text kommt es ins Fotoarchiv."
      : `${forms.figure(count)} Bilder kommen mit: Mit dem Text kommen sie ins Fotoarchiv.`,
  wordPicturesOut: ({ count, because }) =>
    `${forms.counted(count, { one: "Bild wurde", other: "Bilder wurden" })} weggelassen: ${PICTURE_LEFT[because]}. Bitte ${count === 1 ? "die Originaldatei" : "die Originaldateien"} anfordern.`,
  wordNumbersLeft: ({ count }) =>
    `Die Nummern von ${forms.counted(count, { one: "Listenpunkt", other: "Listenpunkten" })} wurden weggelassen: Das Format der Seite bringt sie mit.`,
  wordHiddenLeft: "Verborgener Text wurde weggelassen.",
  wordSymbolsLeft: ({ count }) =>
    `${forms.counted(count, { one: "Zeichen", other: "Zeichen" })} einer Symbolschrift ${count === 1 ? "war" : "waren"} nicht zu lesen. Bitte mit der Datei vergleichen.`,
  wordChanges: ({ count, people }) =>
    `In der Datei ${count === 1 ? "ist" : "sind"} ${forms.counted(count, { one: "Änderung", other: "Änderungen" })} offen (${people.join(", ")}). Hier steht der Text, als ${count === 1 ? "wäre sie" : "wären alle"} angenommen; in einem neuen Text ${count === 1 ? "bleibt sie" : "bleiben sie"} offen.`,
  wordNotes: ({ count }) =>
    count === 1
      ? "In der Datei ist 1 Kommentar: In einem neuen Text wird er eine Notiz."
      : `In der Datei sind ${forms.figure(count)} Kommentare: In einem neuen Text werden sie Notizen.`,
  unquoted: ({ lines }) =>
    `Der Text war zitiert wie in einer Mail: Das > am Anfang von ${forms.figure(lines)} Zeilen wurde entfernt.`,
} satisfies Partial<ToldCatalogue>;
