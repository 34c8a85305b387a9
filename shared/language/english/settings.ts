import { englishForms as forms } from "./forms.ts";

const { counted } = forms;

/** The settings: how it looks, the typography, boilerplate, the name, the newsroom. */
export const settings = {
  language: {
    legend: "Language of the interface",
    asSystem: "As the system",
    /** Said of the choice: it is not the language of the copy. */
    note: "Menus, panels and sentences of Stet. Quotation marks and spelling of the copy stay as they are.",
    commands: {
      system: "Language of the interface as the system",
      other: ({ name }: { readonly name: string }) => `Language of the interface: ${name}`,
    },
  },
  theme: "Theme",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  yourName: "Your name",
  yourNameMeans: "Stands on your changes and in exports.",
  newsroom: {
    title: "Newsroom",
    own: ({ stories }: { readonly stories: number }) =>
      `Your newsroom, ${counted(stories, { one: "story", other: "stories" })} when it was opened`,
    sample: ({ stories }: { readonly stories: number }) =>
      `The sample newsroom, ${counted(stories, { one: "story", other: "stories" })} when it was opened`,
    openOwn: "Open your newsroom",
    openSample: "Open the sample newsroom",
    version: ({ version }: { readonly version: string }) => `Stet ${version}`,
  },
  contrastAndMotion: "Contrast and motion",
  contrast: "Contrast",
  motion: "Motion",
  page: "The page",
  textSize: "Size of the text",
  percent: ({ percent }: { readonly percent: number }) => `${String(percent)}%`,
  measure: "Measure",
  pageCharacters: "Characters in a line of the page, about",
  typeface: "Typeface",
  lineSpacing: "Line spacing",
  lineSpacingFactor: ({ percent }: { readonly percent: number }) => (percent / 100).toFixed(2),
  looseLetters: "Letters and words apart, for dyslexia",
  typewriter: "Typewriter scrolling",
  estimates: "Estimates of length",
  columnCharacters: "Characters in a line of the column",
  wordsPerMinute: "Words read in a minute",
  wholeNumber: ({ least, most }: { readonly least: number; readonly most: number }) =>
    `A whole number from ${String(least)} to ${String(most)}, please.`,
  typography: {
    title: "Typography",
    locale: "Language and style",
    asYouType: "Typography as you type",
    invisibles: "Show invisibles",
    both: "As you type, and when a story is cleaned up",
    cleaning: "Only when a story is cleaned up",
  },
  boilerplate: {
    title: "Boilerplate",
    name: "Name",
    code: "Code",
    text: "Text",
    keep: "Keep",
    cancel: "Cancel",
    change: "Change",
    changeThis: ({ name }: { readonly name: string }) => `Change ${name}`,
    delete: "Delete",
    deleteThis: ({ name }: { readonly name: string }) => `Delete ${name}`,
    add: "Add a text",
    means: ({ known, cursor }: { readonly known: string; readonly cursor: string }) =>
      `Type the code and press the key of “Put boilerplate in place of its code”. ${known} are filled in, ${cursor} is where the caret goes, and any other {words} are asked for: Tab goes from one to the next.`,
    badCode: "A code has no spaces, and is not empty.",
    codeTaken: ({ code, name }: { readonly code: string; readonly name: string }) =>
      `“${code}” is the code of “${name}”.`,
    noName: "Give the text a name, by which it is found.",
    noText: "The text is empty.",
  },
};
