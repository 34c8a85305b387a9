import type { Mark } from "#shared/document/index.ts";

const MARKED_TEXT: Readonly<Record<Mark, string>> = {
  bold: "bold text",
  italic: "italic text",
  underline: "underlined text",
  strikethrough: "struck-through text",
  superscript: "superscript text",
  subscript: "subscript text",
  smallCaps: "small capitals",
};

const PLAIN_LINES = { byline: "byline", source: "source line", dateline: "dateline" } as const;

/** The lines that NITF holds as plain text. */
export type PlainLine = keyof typeof PLAIN_LINES;

const BODY_KINDS = {
  subhead: "subhead",
  listItem: "list item",
  pullQuote: "pull quote",
  factBox: "fact box line",
} as const;

/** The kinds that nothing but their look tells from body text. */
export type BodyKind = keyof typeof BODY_KINDS;

function counted(amount: number, noun: string, plural = `${noun}s`): string {
  return `${String(amount)} ${amount === 1 ? noun : plural}`;
}

/** A photo by the first words of its caption or credit; "" where it has none. */
function picture(photo: string): string {
  return photo === "" ? "A picture" : `The picture “${photo}”`;
}

function pictureWithin(photo: string): string {
  return photo === "" ? "a picture" : `the picture “${photo}”`;
}

export interface OfPhoto {
  readonly photo: string;
}

export interface OfPhotoAndWhy extends OfPhoto {
  readonly why: string;
}

export interface Count {
  readonly count: number;
}

export interface OpenCounts {
  readonly changes: number;
  readonly queries: number;
}

function open({ changes, queries }: OpenCounts): string {
  const parts = [
    ...(changes === 0
      ? []
      : [counted(changes, "open change was taken as accepted", "open changes were taken as accepted")]),
    ...(queries === 0 ? [] : [counted(queries, "query is open", "queries are open")]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

const WITHOUT = "; its caption and credit are exported without it";

/** What is told of an export: what it could not carry, what was open, what it is doing. */
export const exporting = {
  otherWordingsLost: ({ wordings }: { readonly wordings: readonly string[] }) =>
    `${counted(wordings.length, "other wording")} of the headline left out: ${wordings.map((wording) => `“${wording}”`).join(", ")}.`,
  newerBlocksLost: ({ count }: Count) =>
    `${counted(count, "block")} left out that only a newer Stet understands; nothing is missing from the story in Stet.`,
  pictureToCome: ({ photo }: OfPhoto) =>
    `${picture(photo)} has not come in yet: only its caption and credit are there.`,
  pictureNotExported: ({ photo }: OfPhoto) =>
    `${picture(photo)} was not exported: only its caption and credit are there.`,
  altTextLost: ({ photo, alt }: OfPhoto & { readonly alt: string }) =>
    `${picture(photo)} is not there to carry its alt text: “${alt}”.`,
  subscriptLost: ({ count }: Count) =>
    `Text that is both superscript and subscript is set as superscript only, in ${counted(count, "place")}.`,
  markPlain: ({ mark, count }: Count & { readonly mark: Mark }) =>
    `Set as plain text: ${MARKED_TEXT[mark]} in ${counted(count, "place")}.`,
  markAsClass: ({ mark, count }: Count & { readonly mark: Mark }) =>
    `Kept as a class that few programs show: ${MARKED_TEXT[mark]} in ${counted(count, "place")}.`,
  nitfPlainLine: ({ line }: { readonly line: PlainLine }) =>
    `The ${PLAIN_LINES[line]} has lost its bold, italic, links or line breaks: NITF holds plain text there.`,
  nitfHead: ({ count }: Count) =>
    `${counted(count, "headline, deck, byline or source line")} moved to the head of the story, where NITF keeps them.`,
  nitfEnd: "The tagline moved to the very end of the story, where NITF keeps it.",
  lookLost: ({ bodyKinds }: { readonly bodyKinds: readonly (readonly [BodyKind, number])[] }) =>
    `Set as body text: ${bodyKinds.map(([kind, amount]) => counted(amount, BODY_KINDS[kind])).join(", ")}.`,
  linksLost: ({ count }: Count) =>
    `${counted(count, "link")} left out: the words are there, the address is not.`,
  captionsMoved: ({ count }: Count) =>
    `${counted(count, "caption")} moved from the picture’s place to after the text.`,
  altTextsLost: ({ count }: Count) => `${counted(count, "alt text")} left out.`,
  embargoLost: ({ embargo }: { readonly embargo: string }) =>
    `The embargo until ${embargo} is not in the text.`,
  wordLinkLost: ({ href }: { readonly href: string }) =>
    `The link to “${href}” is left out, because it is no whole web address; its words are there.`,
  proofLinksLost: ({ count }: Count) => `Set as plain text: ${counted(count, "link")}.`,
  proofAltTextsLost: ({ count }: Count) =>
    `A proof shows no alt text: ${counted(count, "alt text")} left out.`,
  linkChangeLost: ({
    excerpt,
    person,
    hrefWas,
  }: {
    readonly excerpt: string;
    readonly person: string;
    readonly hrefWas: string | null;
  }) =>
    `The link of “${excerpt}” is written as ${person} left it, and not as a change. ${hrefWas === null ? "There was none." : `It was ${hrefWas}.`}`,
  pictureStruck: ({ photo }: OfPhoto) =>
    `${picture(photo)} was struck out: only its caption and credit are there, as struck out.`,
  pictureReplaced: ({ photo, person }: OfPhoto & { readonly person: string }) =>
    `${picture(photo)} is the new one: that ${person} changed the picture, its size, crop or alt text is not written as a change.`,
  pictureChanged: ({ photo, person }: OfPhoto & { readonly person: string }) =>
    `${picture(photo)} is as it is now: that ${person} changed the picture, its size, crop or alt text is not written as a change.`,
  namesChangeLost: ({ excerpt }: { readonly excerpt: string }) =>
    `A change of the names behind the byline “${excerpt}” is not written as a change.`,
  wordingsChangeLost: ({ excerpt }: { readonly excerpt: string }) =>
    `A change of the other wordings of the headline “${excerpt}” is not written as a change.`,
  endsLost: ({ count }: Count) =>
    `${counted(count, "paragraph break")} that one person put in and another struck out is not shown.`,
  newerChangesLost: ({ count }: Count) =>
    `${counted(count, "change")} of blocks that only a newer Stet understands left out.`,
  notesLost: ({ count }: Count) =>
    `${counted(count, "note")} left out: there is no text for them to stand on.`,
  incopyFormats: ({ count }: Count) =>
    `InCopy does not track changes of formatting: ${counted(count, "change")} shown as it is now.`,
  incopyKinds: ({ count }: Count) =>
    `InCopy does not track changes of what a paragraph is: ${counted(count, "change")} shown as it is now.`,
  incopyMoves: ({ count }: Count) =>
    `${counted(count, "move")} shown as text that was struck out in one place and put in at another.`,
  incopyPassing: ({ count }: Count) =>
    `Text that one person put in and another struck out is left out, in ${counted(count, "place")}.`,
  incopyStruckLinks: ({ count }: Count) => `Struck-out text has no link, in ${counted(count, "place")}.`,
  incopyPicturePutIn: ({ photo }: OfPhoto) =>
    `That ${pictureWithin(photo)} was put in is not written as a change; of its caption and credit it is.`,
  incopyPictureMoved: ({ photo }: OfPhoto) =>
    `That ${pictureWithin(photo)} was moved is not written as a change; of its caption and credit it is.`,
  pictureWaiting: ({ photo }: OfPhoto) => `${picture(photo)} has not come in yet${WITHOUT}.`,
  pictureGone: ({ photo }: OfPhoto) =>
    `${picture(photo)} is not in the newsroom's archive any more${WITHOUT}.`,
  pictureUnreadable: ({ photo, why }: OfPhotoAndWhy) =>
    `${picture(photo)} cannot be read from the archive (${why})${WITHOUT}.`,
  pictureSpoilt: ({ photo }: OfPhoto) =>
    `${picture(photo)} is damaged in the archive: its bytes are not those that were taken in${WITHOUT}.`,
  pictureNotConverted: ({ photo, why }: OfPhotoAndWhy) =>
    `${picture(photo)} cannot be converted (${why})${WITHOUT}.`,
  pictureUncropped: ({ photo }: OfPhoto) => `${picture(photo)} goes out as it came: its crop is not applied.`,
  pictureWordless: ({ photo, why }: OfPhotoAndWhy) =>
    `${picture(photo)} does not carry its caption, credit and rights inside the file: ${why}.`,
  pictureFirstPage: ({ photo, count }: OfPhoto & Count) =>
    `${picture(photo)} has ${String(count)} pages or frames, of which only the first is exported.`,
  pictureOpaque: ({ photo }: OfPhoto) =>
    `${picture(photo)} has transparent parts, which are white in a JPEG.`,
  open,
  notMarkedUp: (counts: OpenCounts) =>
    `This format shows no changes and no notes: this is the final text. ${open(counts)}`.trimEnd(),
  makingPicture: ({ file }: { readonly file: string }) => `Making ${file} ready for the page`,
  writingFile: ({ file }: { readonly file: string }) => `Writing ${file}`,
  packing: "Packing the .zip",
  exported: "Done",
  exportCancelled: "The export was cancelled. Nothing was written.",
  noWholePath: ({ path }: { readonly path: string }) =>
    `“${path}” does not say where on this computer: give the whole path of a folder.`,
};
