import type { Mark } from "#shared/document/index.ts";
import type { BodyKind, OpenCounts, PlainLine } from "../../english/told/exporting.ts";
import type { Counted } from "../../forms.ts";
import type { ToldCatalogue } from "../../told.ts";
import { germanForms as forms } from "../forms.ts";
import { nouns } from "../nouns.ts";

const { counted, quoted } = forms;

const MARKED_TEXT: Readonly<Record<Mark, string>> = {
  bold: "fetter Text",
  italic: "kursiver Text",
  underline: "unterstrichener Text",
  strikethrough: "durchgestrichener Text",
  superscript: "hochgestellter Text",
  subscript: "tiefgestellter Text",
  smallCaps: "Kapitälchen",
};

const PLAIN_LINES: Readonly<Record<PlainLine, string>> = {
  byline: "Die Autorenzeile",
  source: "Die Quellenzeile",
  dateline: "Die Ortsmarke",
};

const BODY_KINDS: Readonly<Record<BodyKind, Counted>> = {
  subhead: { one: "Zwischentitel", other: "Zwischentitel" },
  listItem: { one: "Listenpunkt", other: "Listenpunkte" },
  pullQuote: { one: "Zitatkasten", other: "Zitatkästen" },
  factBox: { one: "Zeile eines Infokastens", other: "Zeilen von Infokästen" },
};

const ALT_TEXTS: Counted = { one: "Alternativtext", other: "Alternativtexte" };
const LINKS: Counted = { one: "Link", other: "Links" };
const WITHOUT = "; Bildunterschrift und Bildnachweis sind ohne das Bild exportiert";

function places(count: number): string {
  return counted(count, { one: "Stelle", other: "Stellen" });
}

function picture(photo: string): string {
  return photo === "" ? "Ein Bild" : `Das Bild ${quoted(photo)}`;
}

function pictureWithin(photo: string): string {
  return photo === "" ? "ein Bild" : `das Bild ${quoted(photo)}`;
}

function open({ changes, queries }: OpenCounts): string {
  const parts = [
    ...(changes === 0
      ? []
      : [
          `${counted(changes, {
            one: "offene Änderung gilt",
            other: "offene Änderungen gelten",
          })} als angenommen`,
        ]),
    ...(queries === 0
      ? []
      : [`${counted(queries, { one: "Rückfrage ist", other: "Rückfragen sind" })} offen`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

export const exporting = {
  otherWordingsLost: ({ wordings }) =>
    `${counted(wordings.length, { one: "andere Fassung", other: "andere Fassungen" })} des Titels weggelassen: ${wordings.map(quoted).join(", ")}.`,
  newerBlocksLost: ({ count }) =>
    `${counted(count, { one: "Block", other: "Blöcke" })} weggelassen, nur einem neueren Stet verständlich; in Stet fehlt dem Text nichts.`,
  pictureToCome: ({ photo }) =>
    `${picture(photo)} ist noch nicht da: Nur Bildunterschrift und Bildnachweis sind enthalten.`,
  pictureNotExported: ({ photo }) =>
    `${picture(photo)} wurde nicht exportiert: Nur Bildunterschrift und Bildnachweis sind enthalten.`,
  altTextLost: ({ photo, alt }) =>
    `${picture(photo)} fehlt und kann seinen Alternativtext nicht tragen: ${quoted(alt)}.`,
  subscriptLost: ({ count }) =>
    `Text, der hoch- und tiefgestellt zugleich ist, ist nur hochgestellt, an ${places(count)}.`,
  markPlain: ({ mark, count }) => `Als einfacher Text gesetzt: ${MARKED_TEXT[mark]} an ${places(count)}.`,
  markAsClass: ({ mark, count }) =>
    `Als Klasse behalten, die wenige Programme zeigen: ${MARKED_TEXT[mark]} an ${places(count)}.`,
  nitfPlainLine: ({ line }) =>
    `${PLAIN_LINES[line]} hat Fettung, Kursive, Links oder Zeilenumbrüche verloren: NITF hält dort nur einfachen Text.`,
  nitfHead: ({ count }) =>
    `${counted(count, { one: "Titel, Unter-, Autoren- oder Quellenzeile steht", other: "Titel, Unter-, Autoren- oder Quellenzeilen stehen" })} jetzt am Anfang, wo NITF sie führt.`,
  nitfEnd: "Der Autorenhinweis steht jetzt ganz am Ende, wo NITF ihn führt.",
  lookLost: ({ bodyKinds }) =>
    `Als Grundtext gesetzt: ${bodyKinds.map(([kind, amount]) => counted(amount, BODY_KINDS[kind])).join(", ")}.`,
  linksLost: ({ count }) => `${counted(count, LINKS)} weggelassen: Die Wörter sind da, die Adresse nicht.`,
  captionsMoved: ({ count }) =>
    `${counted(count, { one: "Bildunterschrift steht", other: "Bildunterschriften stehen" })} nach dem Text statt an der Stelle des Bildes.`,
  altTextsLost: ({ count }) => `${counted(count, ALT_TEXTS)} weggelassen.`,
  embargoLost: ({ embargo }) => `Die Sperrfrist bis ${embargo} steht nicht im Text.`,
  wordLinkLost: ({ href }) =>
    `Der Link auf ${quoted(href)} ist weggelassen, denn er ist keine vollständige Webadresse; die Wörter sind da.`,
  proofLinksLost: ({ count }) => `Als einfacher Text gesetzt: ${counted(count, LINKS)}.`,
  proofAltTextsLost: ({ count }) =>
    `Ein Probeabzug zeigt keine Alternativtexte: ${counted(count, ALT_TEXTS)} weggelassen.`,
  linkChangeLost: ({ excerpt, person, hrefWas }) =>
    `Der Link von ${quoted(excerpt)} steht so da, wie ${person} ihn hinterließ, und nicht als Änderung. ${hrefWas === null ? "Vorher war da keiner." : `Vorher war es ${hrefWas}.`}`,
  pictureStruck: ({ photo }) =>
    `${picture(photo)} wurde gestrichen: Nur Bildunterschrift und Bildnachweis sind enthalten, als gestrichen.`,
  pictureReplaced: ({ photo, person }) =>
    `${picture(photo)} ist das neue: Dass ${person} Bild, Größe, Ausschnitt oder Alternativtext geändert hat, steht nicht als Änderung da.`,
  pictureChanged: ({ photo, person }) =>
    `${picture(photo)} ist so, wie es jetzt ist: Dass ${person} Bild, Größe, Ausschnitt oder Alternativtext geändert hat, steht nicht als Änderung da.`,
  namesChangeLost: ({ excerpt }) =>
    `Eine Änderung der Namen hinter der Autorenzeile ${quoted(excerpt)} steht nicht als Änderung da.`,
  wordingsChangeLost: ({ excerpt }) =>
    `Eine Änderung der anderen Fassungen des Titels ${quoted(excerpt)} steht nicht als Änderung da.`,
  endsLost: ({ count }) =>
    `${counted(count, { one: "Absatzende", other: "Absatzenden" })}, eingefügt von einer und gestrichen von einer anderen Person, nicht gezeigt.`,
  newerChangesLost: ({ count }) =>
    `${counted(count, nouns.change)} an Blöcken weggelassen, die nur ein neueres Stet versteht.`,
  notesLost: ({ count }) =>
    `${counted(count, nouns.note)} weggelassen: Es gibt keinen Text, an dem sie stehen könnten.`,
  incopyFormats: ({ count }) =>
    `InCopy verfolgt keine Änderungen der Formatierung: ${counted(count, nouns.change)} so gezeigt, wie es jetzt ist.`,
  incopyKinds: ({ count }) =>
    `InCopy verfolgt keine Änderungen der Art eines Absatzes: ${counted(count, nouns.change)} so gezeigt, wie es jetzt ist.`,
  incopyMoves: ({ count }) =>
    `${counted(count, { one: "Verschiebung", other: "Verschiebungen" })} gezeigt als Text, der an einer Stelle gestrichen und an einer anderen eingefügt wurde.`,
  incopyPassing: ({ count }) =>
    `Text, den eine Person eingefügt und eine andere gestrichen hat, ist weggelassen, an ${places(count)}.`,
  incopyStruckLinks: ({ count }) => `Gestrichener Text hat keinen Link, an ${places(count)}.`,
  incopyPicturePutIn: ({ photo }) =>
    `Dass ${pictureWithin(photo)} eingefügt wurde, steht nicht als Änderung da; bei Bildunterschrift und Bildnachweis schon.`,
  incopyPictureMoved: ({ photo }) =>
    `Dass ${pictureWithin(photo)} verschoben wurde, steht nicht als Änderung da; bei Bildunterschrift und Bildnachweis schon.`,
  pictureWaiting: ({ photo }) => `${picture(photo)} ist noch nicht da${WITHOUT}.`,
  pictureGone: ({ photo }) => `${picture(photo)} ist nicht mehr im Archiv der Redaktion${WITHOUT}.`,
  pictureUnreadable: ({ photo, why }) =>
    `${picture(photo)} lässt sich nicht aus dem Archiv lesen (${why})${WITHOUT}.`,
  pictureSpoilt: ({ photo }) =>
    `${picture(photo)} ist im Archiv beschädigt: Die Bytes sind nicht mehr die, die hereinkamen${WITHOUT}.`,
  pictureNotConverted: ({ photo, why }) => `${picture(photo)} lässt sich nicht umwandeln (${why})${WITHOUT}.`,
  pictureUncropped: ({ photo }) => `${picture(photo)} geht hinaus, wie es kam: ohne seinen Ausschnitt.`,
  pictureWordless: ({ photo, why }) =>
    `${picture(photo)} trägt Bildunterschrift, Bildnachweis und Rechte nicht in der Datei: ${why}.`,
  pictureFirstPage: ({ photo, count }) =>
    `${picture(photo)} hat ${String(count)} Seiten oder Einzelbilder, von denen nur das erste exportiert ist.`,
  pictureOpaque: ({ photo }) => `${picture(photo)} hat durchsichtige Teile; in einem JPEG sind sie weiß.`,
  open,
  notMarkedUp: (counts) =>
    `Dieses Format zeigt keine Änderungen und keine Notizen: Es ist die Endfassung. ${open(counts)}`.trimEnd(),
  makingPicture: ({ file }) => `${file} wird für die Seite vorbereitet`,
  writingFile: ({ file }) => `${file} wird geschrieben`,
  packing: "Die .zip wird gepackt",
  exported: "Fertig",
  exportCancelled: "Der Export wurde abgebrochen. Geschrieben wurde nichts.",
  noWholePath: ({ path }) =>
    `${quoted(path)} sagt nicht, wo auf diesem Rechner: Gebraucht wird der ganze Pfad eines Ordners.`,
} satisfies Partial<ToldCatalogue>;
