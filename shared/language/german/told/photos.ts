import type { DescribedText, DescribedThing } from "../../english/told/photos.ts";
import type { ToldCatalogue } from "../../told.ts";

const MEGABYTE = 1024 * 1024;

function size(bytes: number): string {
  if (bytes >= MEGABYTE) return `${String(Math.round(bytes / MEGABYTE))} MB`;
  return bytes >= 1024 ? `${String(Math.round(bytes / 1024))} KB` : `${String(bytes)} Byte`;
}

const THINGS: Readonly<Record<DescribedThing, string>> = {
  caption: "Als Bildunterschrift",
  creator: "Als Fotograf",
  creditLine: "Als Bildnachweis",
  headline: "Als Überschrift",
  city: "Als Ort",
  state: "Als Bundesland oder Provinz",
  country: "Als Land",
  time: "Als Aufnahmezeit",
};

function inPlace({ text, place }: DescribedText): string {
  return `in ${place} „${text}“`;
}

const TAKEN = "Stet nimmt Fotos als JPEG, PNG, TIFF oder WebP.";

export const photos = {
  emptyPicture: ({ name }) => `${name} ist leer: Die Datei hat kein einziges Byte.`,
  largePicture: ({ name, bytes, mostBytes }) =>
    `${name} hat ${size(bytes)}; Stet nimmt Bilder bis ${size(mostBytes)}.`,
  otherPicture: ({ name, type, mime }) => `${name} ist eine ${type}-Datei (${mime}). ${TAKEN}`,
  noPicture: ({ name }) => `${name} ist kein Bild: Der Inhalt hat kein Bildformat. ${TAKEN}`,
  pixelsOver: ({ name }) => `${name} hat mehr Pixel, als Stet öffnen kann (268 Millionen).`,
  pictureCutShort: ({ name, bytes }) =>
    `${name} ist abgeschnitten: Die ${size(bytes)}, die ankamen, enden vor dem Ende des Bildes. Die Datei bitte noch einmal anfordern.`,
  pictureBroken: ({ name, why }) =>
    `${name} ist defekt: Das Bild lässt sich nicht entschlüsseln (${why}). Die Datei bitte noch einmal anfordern.`,
  pictureDamaged: ({ name, why }) =>
    `${name} ist beschädigt: Alles kam an, aber Teile des Bildes lassen sich nicht entschlüsseln (${why}). Die Datei bitte noch einmal anfordern.`,
  descriptionsDisagree: ({ thing, taken, others }) =>
    `${THINGS[thing]} steht ${inPlace(taken)}, aber ${others.map(inPlace).join(" und ")}. Genommen wurde, was in ${taken.place} steht.`,
  noPhoto: "Dieses Foto gibt es in dieser Redaktion nicht.",
} satisfies Partial<ToldCatalogue>;
