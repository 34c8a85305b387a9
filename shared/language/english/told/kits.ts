import {
  troubleSentence,
  type FontFaultName,
  type KitFaultName,
  type KitTrouble,
} from "#shared/fit/kit/kit-trouble.ts";

export interface OfFile {
  readonly name: string;
}

export interface OfKit {
  /** The kit's name. */
  readonly kit: string;
}

export interface FontFaultOf {
  readonly name: FontFaultName;
  readonly of?: string;
}

/** What a file of a kit is, as it lies in the newsroom. */
export type KitPart = "kit" | "font";

const PARTS: Readonly<Record<KitPart, string>> = { kit: "A desk kit", font: "A font" };

/** What is wrong with the files of a kit, as the end of a sentence. */
export const fileFaults = {
  webFont: (of) => `is a ${of}, made for web pages; Stet takes the TrueType or OpenType file itself`,
  collection: () => "is a collection of several fonts; Stet takes one face a file",
  type1: () => "is a PostScript Type 1 font, which layout programs have given up; convert it to OpenType",
  otherFile: () => "is no TrueType or OpenType font",
  cutShort: () => "is cut short",
  lacksTable: (of) => `lacks the table “${of}”`,
  noOutlines: () => "has no outlines (glyf or CFF)",
  variable: () => "is a variable font; Stet takes one static face a file",
  noHead: () => "is damaged: its head is not one",
  emptyFile: () => "is empty",
  largeFile: () => "is larger than 32 MB",
  noFile: () => "is not in the file",
  otherFont: () => "is not the font that was signed: its hash is another",
  noLicence: (of) => `has no licence beside it: ${of} is not in the file`,
  otherLicence: (of) => `has another licence beside it than was signed: ${of}`,
  fontNotKept: () => "is not in the newsroom; add the font first",
  licenceNotKept: () => "has no licence in the newsroom",
  mayNotEmbed: () => "says that it must not be embedded: a proof made with it breaks its licence",
  otherSignature: (of) => `the kit was changed after it was signed: it says ${of}`,
} satisfies Partial<Record<KitFaultName, (of: string) => string>>;

/** What is told of desk kits and of what a proof is set in. */
export const kits = {
  emptyKit: ({ name }: OfFile) => `${name} is empty.`,
  largeKit: ({ name }: OfFile) => `${name} is larger than the 300 MB that a kit may have.`,
  kitUnpacked: ({ name, why }: OfFile & { readonly why: string }) =>
    `${name} is no desk kit: it cannot be unpacked (${why}).`,
  kitWithout: ({ name, entry }: OfFile & { readonly entry: string }) =>
    `${name} is no desk kit: there is no ${entry} in it.`,
  kitUnsaid: ({ name, entry, format }: OfFile & { readonly entry: string; readonly format: string }) =>
    `${name} is no desk kit: its ${entry} does not say “${format}” with a version, a signature and a kit.`,
  kitVersion: ({ name, found, known }: OfFile & { readonly found: number; readonly known: number }) =>
    `${name} is a kit of version ${String(found)}; this Stet reads version ${String(known)}. ${found > known ? "Take a newer Stet." : "Export it again from a newer Stet."}`,
  kitTrouble: (trouble: KitTrouble) => troubleSentence(trouble),
  kitRefused: ({ name, trouble, more }: OfFile & { readonly trouble: KitTrouble; readonly more: number }) =>
    `${name} was not taken in. ${troubleSentence(trouble)}${more === 0 ? "" : ` And ${String(more)} more.`}`,
  fontRefused: ({ name, fault }: OfFile & { readonly fault: FontFaultOf }) =>
    `${name} was not taken in: it ${fileFaults[fault.name](fault.of ?? "")}.`,
  noKit: "This newsroom has no such desk kit.",
  noFont: "This newsroom has no such font.",
  kitFileDamaged: ({ part, folder }: { readonly part: KitPart; readonly folder: string }) =>
    `${PARTS[part]} in ${folder} is damaged: its bytes are not those that were taken in. Import the kit again.`,
  kitStays: ({ kit }: OfKit) => `The kit “${kit}” comes with Stet and stays.`,
  kitChosenGone: "The desk kit that was chosen is not there any more.",
  noSpec: ({ kit, spec }: OfKit & { readonly spec: string }) =>
    `The kit “${kit}” has no column spec “${spec}”.`,
  noSpecAmong: ({ kit, spec, specs }: OfKit & { readonly spec: string; readonly specs: string }) =>
    `The kit “${kit}” has no column spec “${spec}”. It has: ${specs}.`,
  fontLacking: ({ name }: OfFile) => `${name} lacks a font.`,
  depthImpossible: ({
    slug,
    composedPt,
    realPt,
  }: {
    readonly slug: string;
    readonly composedPt: number;
    readonly realPt: number;
  }) =>
    `“${slug}” was composed ${(composedPt / 72).toFixed(2)} inches deep; a real depth of ${(realPt / 72).toFixed(2)} inches cannot be of the same text. Check the unit, and whether the story was cut on the page.`,
  noProfile: ({ path }: { readonly path: string }) =>
    `The colour profile ${path} is not there or cannot be read.`,
  notCmyk: ({ name }: OfFile) => `${name} is no CMYK profile (an ICC file for a press).`,
};
