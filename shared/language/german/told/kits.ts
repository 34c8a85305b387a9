import type { KitPart } from "../../english/told/kits.ts";
import type { ToldCatalogue } from "../../told.ts";
import { germanForms as forms } from "../forms.ts";

const { decimal, quoted } = forms;

const PARTS: Readonly<Record<KitPart, string>> = { kit: "Ein Satzpaket", font: "Eine Schrift" };

function inches(points: number): string {
  return decimal(points / 72, 2);
}

export const kits = {
  emptyKit: ({ name }) => `${name} ist leer.`,
  largeKit: ({ name }) => `${name} ist größer als die 300 MB, die ein Satzpaket haben darf.`,
  kitUnpacked: ({ name, why }) =>
    `${name} ist kein Satzpaket: Die Datei lässt sich nicht entpacken (${why}).`,
  kitWithout: ({ name, entry }) => `${name} ist kein Satzpaket: ${entry} fehlt darin.`,
  kitUnsaid: ({ name, entry, format }) =>
    `${name} ist kein Satzpaket: ${entry} nennt nicht ${quoted(format)} mit Version, Signatur und Paket.`,
  kitVersion: ({ name, found, known }) =>
    `${name} ist ein Satzpaket der Version ${String(found)}; dieses Stet liest Version ${String(known)}. ${found > known ? "Dazu gehört ein neueres Stet." : "Bitte aus einem neueren Stet noch einmal exportieren."}`,
  kitRefused: ({ name, detail, more }) =>
    `${name} kam nicht herein: Etwas in dem Satzpaket stimmt nicht${more === 0 ? "" : `, und ${String(more)} weitere Stellen auch nicht`}. Der Befund auf Englisch: ${detail}`,
  noKit: "Dieses Satzpaket gibt es in dieser Redaktion nicht.",
  noFont: "Diese Schrift gibt es in dieser Redaktion nicht.",
  kitFileDamaged: ({ part, folder }) =>
    `${PARTS[part]} in ${folder} ist beschädigt: Die Bytes sind nicht mehr die, die hereinkamen. Bitte das Satzpaket noch einmal hereinholen.`,
  kitStays: ({ kit }) => `Das Satzpaket ${quoted(kit)} gehört zu Stet und bleibt.`,
  kitChosenGone: "Das gewählte Satzpaket ist nicht mehr da.",
  noSpec: ({ kit, spec }) => `Das Satzpaket ${quoted(kit)} hat keinen Spaltensatz ${quoted(spec)}.`,
  noSpecAmong: ({ kit, spec, specs }) =>
    `Das Satzpaket ${quoted(kit)} hat keinen Spaltensatz ${quoted(spec)}. Es hat: ${specs}.`,
  fontLacking: ({ name }) => `In ${name} fehlt eine Schrift.`,
  depthImpossible: ({ slug, composedPt, realPt }) =>
    `${quoted(slug)} ist gesetzt ${inches(composedPt)} Zoll tief; eine wirkliche Tiefe von ${inches(realPt)} Zoll kann nicht zum selben Text gehören. Bitte die Einheit prüfen, und ob auf der Seite gekürzt wurde.`,
  noProfile: ({ path }) => `Das Farbprofil ${path} ist nicht da oder nicht lesbar.`,
  notCmyk: ({ name }) => `${name} ist kein CMYK-Profil (eine ICC-Datei für den Druck).`,
} satisfies Partial<ToldCatalogue>;
