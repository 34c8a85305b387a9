/** A file by the content of its first bytes: its usual ending without the dot, and its kind of media (`image`). */
export interface LikeFile {
  readonly extension: string;
  readonly family: string;
}

/**
 * Why a picture of a file did not come along: only a link to it is in the file; Word drew it; it is of
 * lines; several stand in one paragraph of text; what the archive of photos refuses.
 */
export type PictureLeftWhy = "linked" | "drawn" | "vector" | "crowded" | "damaged" | "large" | "other";

const PICTURE_LEFT: Readonly<Record<PictureLeftWhy, string>> = {
  linked: "the file only links to where it lay",
  drawn: "Word drew what is there (a chart, a diagram, a shape)",
  vector: "the photo archive takes no vector drawings (EMF, WMF, SVG)",
  crowded: "several stand in one paragraph of text, and nothing says which belongs where",
  damaged: "the data in the file are damaged",
  large: "the photo archive takes none so large",
  other: "the photo archive takes JPEG, PNG, TIFF and WebP",
};

const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  jpg: "a JPEG picture",
  png: "a PNG picture",
  gif: "a GIF picture",
  tif: "a TIFF picture",
  webp: "a WebP picture",
  heic: "a HEIC picture",
  psd: "a Photoshop picture",
  pdf: "a PDF document",
  rtf: "an RTF document",
  ps: "a PostScript file",
  eps: "an EPS picture",
  docx: "a Word document",
  odt: "an OpenDocument text",
  cfb: "an old Word or Office document",
  xlsx: "an Excel workbook",
  zip: "a ZIP archive",
  exe: "a Windows program",
  mp3: "an MP3 recording",
  mp4: "an MP4 video",
  sqlite: "a database",
};

const FAMILIES: Readonly<Record<string, string>> = { image: "picture", audio: "recording", video: "video" };

function fileName({ extension, family }: LikeFile): string {
  const article = /^[AEFHILMNORSX]/.test(extension.toUpperCase()) ? "an" : "a";
  return SPOKEN_NAMES[extension] ?? `${article} ${extension.toUpperCase()} ${FAMILIES[family] ?? "file"}`;
}

/** A size as a person reads it: "512 bytes", "48 KB", "12.4 MB". */
function size(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} bytes`;
  if (bytes < 1024 * 1024) return `${String(Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "")} MB`;
}

/** A file that is larger than Stet takes. */
export interface LargeFile {
  readonly name: string;
  readonly bytes: number;
  readonly mostBytes: number;
}

/** What is told of copy that comes in. */
export const intake = {
  emptyCopy: ({ name }: { readonly name: string }) => `${name} is empty: 0 bytes. Ask for it again.`,
  blankCopy: ({ name }: { readonly name: string }) =>
    `${name} is empty: it holds no letter, only white space. Ask for it again.`,
  emptyPaste: "There is no text to bring in: the clipboard holds no letter.",
  largeCopy: ({ name, bytes, mostBytes }: LargeFile) =>
    `${name} is too large: it has ${size(bytes)} of text, and Stet takes up to ${size(mostBytes)}. Bring in the story alone.`,
  largePaste: ({ bytes, mostBytes }: { readonly bytes: number; readonly mostBytes: number }) =>
    `Pasted text is too large: it has ${size(bytes)} of text, and Stet takes up to ${size(mostBytes)}. Bring in the story alone.`,
  binaryCopy: ({ name }: { readonly name: string }) => `${name} is not text: it holds binary data.`,
  otherCopy: ({ name, like }: { readonly name: string; readonly like: LikeFile }) =>
    `${name} is not text: it begins like ${fileName(like)}.`,
  damagedCopy: ({
    name,
    encoding,
    places,
  }: {
    readonly name: string;
    readonly encoding: string;
    readonly places: number;
  }) =>
    `${name} is ${encoding}, but damaged in ${places === 1 ? "1 place" : `${String(places)} places`}: � stands there. Look for it, or ask for the file again.`,
  guessedEncoding: ({ name, encoding }: { readonly name: string; readonly encoding: string }) =>
    `Nothing in ${name} says how its letters are written: it was read as ${encoding}. Check its accents and quotation marks.`,
  codesDropped: ({ count }: { readonly count: number }) =>
    `${count === 1 ? "1 character was" : `${String(count)} characters were`} dropped: control codes that a story cannot hold.`,
  halvesReplaced: ({ count }: { readonly count: number }) =>
    `${count === 1 ? "1 half character was" : `${String(count)} half characters were`} replaced by \uFFFD: another program has cut characters in two.`,
  markupRead:
    "This is marked-up text (XML or HTML): it was read with its tags. Paste the page as it reads instead.",
  lockedWord: ({ name }: { readonly name: string }) =>
    `${name} is locked with a password. Open it in Word, take the password off (File, Info, Protect document), and bring it in again.`,
  oldWord: ({ name }: { readonly name: string }) =>
    `${name} is a document of an old Word or Office (.doc). Open it and save it as .docx.`,
  macroWord: ({ name }: { readonly name: string }) =>
    `${name} is a Word document with macros (.docm): those are programs, and Stet opens none. Save it as .docx.`,
  brokenWord: ({ name }: { readonly name: string }) =>
    `${name} is a damaged Word document: not all of it is there. Ask for it again, or let Word mend it and save it anew.`,
  largeWord: ({ name, bytes, mostBytes }: LargeFile) =>
    `${name} is too large: ${size(bytes)}, and Stet takes Word documents of up to ${size(mostBytes)}. Take its pictures out, or bring in the story alone.`,
  swollenWord: ({ name }: { readonly name: string }) =>
    `${name} unpacks to more text than any story has. Bring in the story alone.`,
  wordPicturesLeft: ({ count }: { readonly count: number }) =>
    `${count === 1 ? "1 picture was" : `${String(count)} pictures were`} left out: ask for the original ${count === 1 ? "file" : "files"}. Captions have their place in the story.`,
  wordPicturesCome: ({ count }: { readonly count: number }) =>
    count === 1
      ? "1 picture comes along: it goes into the photo archive with the story."
      : `${String(count)} pictures come along: they go into the photo archive with the story.`,
  wordPicturesOut: ({ count, because }: { readonly count: number; readonly because: PictureLeftWhy }) =>
    `${count === 1 ? "1 picture was" : `${String(count)} pictures were`} left out: ${PICTURE_LEFT[because]}. Ask for the original ${count === 1 ? "file" : "files"}.`,
  wordNumbersLeft: ({ count }: { readonly count: number }) =>
    `The numbers of ${count === 1 ? "1 list item" : `${String(count)} list items`} were left out: the page’s style brings them.`,
  wordHiddenLeft: "Hidden text was left out.",
  wordSymbolsLeft: ({ count }: { readonly count: number }) =>
    `${count === 1 ? "1 sign" : `${String(count)} signs`} of a symbol font could not be read. Compare with the file.`,
  wordChanges: ({ count, people }: { readonly count: number; readonly people: readonly string[] }) =>
    `${count === 1 ? "1 tracked change is" : `${String(count)} tracked changes are`} open in the file (${people.join(", ")}). What is shown here is the text with ${count === 1 ? "it" : "all of them"} accepted; in a new story ${count === 1 ? "it stays" : "they stay"} open.`,
  wordNotes: ({ count }: { readonly count: number }) =>
    count === 1
      ? "1 comment is in the file: in a new story it becomes a note."
      : `${String(count)} comments are in the file: in a new story they become notes.`,
  unquoted: ({ lines }: { readonly lines: number }) =>
    `The copy was quoted as in a mail: the > at the start of ${String(lines)} lines was taken off.`,
};
