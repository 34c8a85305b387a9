import type { Contrast, Measure, Motion, PageFace } from "#shared/contract/index.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, figure } = forms;

const measures: Readonly<Record<Measure, string>> = {
  narrow: "Narrow",
  medium: "Medium",
  wide: "Wide",
  characters: "By characters",
};

const faces: Readonly<Record<PageFace, string>> = {
  serif: "Source Serif",
  sans: "Libre Franklin",
  systemSerif: "The system’s serif",
  systemSans: "The system’s sans",
  systemMono: "The system’s typewriter face",
};

const contrasts: Readonly<Record<Contrast, string>> = {
  system: "As the system",
  more: "High",
  usual: "Usual",
};

const motions: Readonly<Record<Motion, string>> = { system: "As the system", none: "None" };

/** How the page looks, and how long what stands on it is. */
export const view = {
  measures,
  faces,
  contrasts,
  motions,
  commands: {
    alone: "Distraction-free, or everything again",
    length: "Length of the story",
    newWindow: "Open this story in a new window",
    zoomIn: "Larger text",
    zoomOut: "Smaller text",
    zoomUsual: "Text at its usual size",
    wider: "Wider measure",
    narrower: "Narrower measure",
    measures: {
      narrow: "Narrow measure",
      medium: "Medium measure",
      wide: "Wide measure",
      characters: "Measure by characters",
    },
    moreSpacing: "More line spacing",
    lessSpacing: "Less line spacing",
    nextFace: "Next typeface",
    face: ({ face }: { readonly face: string }) => `Typeface: ${face}`,
    looseLetters: "Letters and words apart, for dyslexia, or as usual",
    typewriter: "Typewriter scrolling on or off",
    nextTheme: "Next theme",
    contrast: "High contrast, or usual",
    contrastSystem: "Contrast as the system",
    motion: "No motion, or as the system",
    usual: "The usual view",
  },
  length: {
    name: "Length of the story",
    head: "Length",
    figure: "Figure",
    story: "Story",
    selection: "Selection",
    rows: {
      words: "Words",
      characters: "Characters with spaces",
      withoutSpaces: "Characters without spaces",
      lines: "Lines of the column, about",
      minutes: "To read, about",
    },
    note: ({ words, characters, perMinute }: Basis) =>
      `Without notes and struck text. ${counted(words, nouns.word)} of it fill the column, at about ${counted(characters, nouns.character)} a line; read at ${figure(perMinute)} words a minute.`,
    change: "Change these figures",
    part: ({ words, characters }: Size) => `${counted(words, nouns.word)}, ${figure(characters)} characters`,
    partTitle: ({ words, characters }: Size) =>
      `Text that fills the column: ${counted(words, nouns.word)}, ${counted(characters, nouns.character)}`,
    noTime: "0 min",
    underMinute: "under 1 min",
    minutes: ({ minutes }: { readonly minutes: number }) => `${String(minutes)} min`,
    estimate: ({ lines, read }: { readonly lines: number; readonly read: string }) =>
      lines === 0 ? read : `about ${counted(lines, nouns.line)}, ${read}`,
  },
};

export interface Size {
  readonly words: number;
  readonly characters: number;
}

export interface Basis extends Size {
  readonly perMinute: number;
}
