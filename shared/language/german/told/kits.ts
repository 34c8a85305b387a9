import type { KitFaultName, KitStep, KitTrouble } from "#shared/fit/kit/kit-trouble.ts";
import type { KitPart } from "../../english/told/kits.ts";
import type { ToldCatalogue } from "../../told.ts";
import { fit } from "../fit.ts";
import { germanForms as forms } from "../forms.ts";
import { kit } from "../kit.ts";

const { decimal, quoted } = forms;

const PARTS: Readonly<Record<KitPart, string>> = { kit: "Ein Satzpaket", font: "Eine Schrift" };

const TYPES: Readonly<Record<string, string>> = {
  string: "ein Text",
  number: "eine Zahl",
  boolean: "true oder false",
  array: "eine Liste",
  object: "eine Gruppe von Werten",
  null: "nichts",
  int: "eine ganze Zahl",
};

type Finding = keyof typeof kit.troubles.findings;

/** Was in einem Satzpaket nicht stimmt, als Satz ohne Punkt. */
const FAULTS: Readonly<Record<Exclude<KitFaultName, Finding>, (of: string) => string>> = {
  missing: (of) => `fehlt; hierher gehört ${TYPES[of] ?? of}`,
  otherType: (of) => `hierher gehört ${TYPES[of] ?? of}`,
  otherValue: (of) => `erlaubt ist nur: ${of}`,
  unknownParts: (of) => `enthält, was dieses Stet nicht kennt: ${of}`,
  otherForm: (of) => `hat nicht die erwartete Form (${of})`,
  unreadable: () => "lässt sich nicht lesen",
  webFont: (of) =>
    `ist eine ${of}-Schrift für Webseiten; Stet nimmt die TrueType- oder OpenType-Datei selbst`,
  collection: () => "ist eine Sammlung mehrerer Schriften; Stet nimmt einen Schnitt je Datei",
  type1: () =>
    "ist eine PostScript-Type-1-Schrift, die Satzprogramme nicht mehr nehmen; bitte in OpenType wandeln",
  otherFile: () => "ist keine TrueType- oder OpenType-Schrift",
  cutShort: () => "ist abgeschnitten",
  lacksTable: (of) => `hat keine Tabelle ${quoted(of)}`,
  noOutlines: () => "hat keine Umrisse (glyf oder CFF)",
  variable: () => "ist eine variable Schrift; Stet nimmt einen festen Schnitt je Datei",
  noHead: () => "ist beschädigt: Der Kopf der Datei stimmt nicht",
  emptyFile: () => "ist leer",
  largeFile: () => "ist größer als 32 MB",
  noFile: () => "liegt nicht in der Datei",
  otherFont: () => "ist nicht die Schrift, die unterschrieben wurde: Ihr Hash ist ein anderer",
  noLicence: (of) => `hat keine Lizenz bei sich: ${of} liegt nicht in der Datei`,
  otherLicence: (of) => `hat eine andere Lizenz bei sich als die unterschriebene: ${of}`,
  fontNotKept: () => "ist nicht in der Redaktion; bitte zuerst die Schrift aufnehmen",
  licenceNotKept: () => "hat in der Redaktion keine Lizenz",
  mayNotEmbed: () =>
    "sagt von sich, dass sie nicht eingebettet werden darf: Ein Korrekturabzug damit verletzt die Lizenz",
  otherSignature: (of) => `das Satzpaket wurde nach dem Unterschreiben geändert: ${of}`,
};

/** Die Teile eines Satzpakets; was hier fehlt, heißt wie in der Datei. */
const PARTS_OF_KIT: Readonly<Record<string, string>> = {
  specs: "Satzart",
  page: "Druckseite",
  fonts: "Schriften",
  styles: "Stile",
  measures: "Satzbreiten",
  depths: "Bildhöhen",
  headlineCodes: "Titelaufträge",
  ...fit.styles,
  firstParagraph: "erster Absatz",
  dropCap: "Initiale",
  dateline: "Ortsmarke",
  pictures: "Bilder",
  justification: "Ausschluss",
  wordSpace: "Wortabstand",
  letterSpace: "Buchstabenabstand",
  glyphScale: "Schriftbreite",
  hyphenation: "Silbentrennung",
  face: "Schnitt",
  family: "Familie",
  style: "Schnitt",
  file: "Datei",
  licence: "Lizenz",
  sha256: "Hash",
  licenceSha256: "Hash der Lizenz",
  name: "Bezeichnung",
  note: "Notiz",
  columns: "Spalten",
  sizePt: "Schriftgrad",
  leadingPt: "Zeilenabstand",
  widthPt: "Breite",
  heightPt: "Höhe",
  indentFirstPt: "Einzug der ersten Zeile",
  indentLeftPt: "Einzug links",
  indentRightPt: "Einzug rechts",
  spaceBeforePt: "Abstand davor",
  spaceAfterPt: "Abstand danach",
  signature: "Signatur",
};

function placeOf(steps: readonly KitStep[]): string {
  const parts = steps.map(({ part, member }) => {
    const name = PARTS_OF_KIT[part] ?? part;
    if (member === undefined) return name;
    return `${name} ${typeof member === "string" ? quoted(member) : String(member)}`;
  });
  return parts.length === 0 ? "Das Satzpaket" : parts.join(", ");
}

function isFinding(name: string): name is Finding {
  return Object.hasOwn(kit.troubles.findings, name);
}

function isFault(name: string): name is keyof typeof FAULTS {
  return Object.hasOwn(FAULTS, name);
}

function faultSaid(name: string, of: string): string | null {
  if (isFinding(name)) return kit.troubles.findings[name].replace(/\.$/u, "");
  return isFault(name) ? FAULTS[name](of) : null;
}

function troubleSentence({ place, message, steps, fault }: KitTrouble): string {
  const said = fault ? faultSaid(fault.name, fault.of ?? "") : null;
  return said === null || !steps ? `${place}: ${message}.` : `${placeOf(steps)}: ${said}.`;
}

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
  kitTrouble: (trouble) => troubleSentence(trouble),
  kitRefused: ({ name, trouble, more }) =>
    `${name} kam nicht herein. ${troubleSentence(trouble)}${more === 0 ? "" : ` Und ${String(more)} weitere Stellen.`}`,
  fontRefused: ({ name, fault }) =>
    `${name} kam nicht herein: Die Datei ${FAULTS[fault.name](fault.of ?? "")}.`,
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
