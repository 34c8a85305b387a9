import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, figure } = forms;

/** The window itself: groups of commands, palette, state line, notices, the screens before and between stories. */
export const app = {
  groups: { Story: "Story", Edit: "Edit", Block: "Block", View: "View", Desk: "Desk", Help: "Help" },
  /** The tabs of the rail. */
  panels: {
    facts: "Facts",
    photos: "Photos",
    original: "Original",
    history: "History",
    outline: "Outline",
    changes: "Changes",
    notes: "Notes",
    fit: "Fit",
    export: "Export",
    settings: "Settings",
  },
  rail: { name: "About this story", panels: "Panels", waiting: "Waiting for the newsroom…" },
  commands: {
    new: "New story",
    bringIn: "Bring copy in",
    export: "Export this story",
    save: "Save now",
    keep: "Keep this version under a name",
    compareLast: "What changed since the last version",
    compareFile: "Compare with a file or pasted text",
    search: "Find stories",
    findWords: "Find and replace in stories",
    showBin: "Show the bin",
    leaveBin: "Leave the bin",
    own: "Open your newsroom",
    sample: "Open the sample newsroom",
    foldList: "Fold or unfold the desk list",
    foldRail: "Fold or unfold the rail",
    panels: {
      facts: "Story facts",
      photos: "Photos of this story",
      original: "Original of this story",
      history: "History of this story",
      outline: "Outline of this story",
      changes: "Changes in this story",
      notes: "Notes in this story",
      fit: "Fit of this story",
      settings: "Settings",
    },
    page: "Back to the page",
    nextPane: "Next pane",
    lastPane: "Last pane",
    themes: { system: "Theme as the system", light: "Light theme", dark: "Dark theme" },
    typographyOn: "Typography as you type on",
    typographyOff: "Typography as you type off",
    invisibles: "Show or hide invisibles",
    palette: "All commands",
    keyboard: "Keyboard",
    printKeyboard: "Print the keyboard page",
  },
  palette: {
    name: "Commands",
    find: "Find a command",
    none: ({ typed }: { readonly typed: string }) => `No command is called “${typed}”.`,
  },
  first: {
    lead: "A copy desk on this laptop, with or without a network.",
    begin: "Start an empty newsroom",
    beginMeaning: "A desk of your own on this laptop. Nothing is in it yet, and nothing leaves it by itself.",
    tryAgain: "Open your newsroom",
    tryAgainMeaning: "Stet tries once more. What is in it stays as it is.",
    sample: "Open the sample newsroom",
    sampleMeaning: "Invented stories and photos to try things on. Your own newsroom stays apart from it.",
    opening: "Opening…",
    note: "You can change to the other one at any time.",
  },
  empty: {
    newsroom: "An empty newsroom",
    page: "No story on the page",
    begin: "Three things to begin with:",
    choose: "Choose one from the desk list, or begin one.",
    write: "Write a story",
    writeMeaning: "Headline, byline, text. It is saved while you type.",
    bringIn: "Bring copy in",
    bringInMeaning:
      "Paste a page or an agency message, or drop a text or Word file. Stet finds the headline, byline and captions.",
    sample: "Open the sample",
    sampleMeaning: "A newsroom of invented stories to try things on.",
  },
  waiting: {
    opening:
      "Opening the newsroom. A large one takes a moment; one that was damaged is put together again first, which can take minutes. Nothing is deleted.",
    again: "The newsroom is not answering; trying again.",
  },
  page: {
    untitled: "Story",
    failed: "That story did not open",
    tryAgain: "Try again",
    unsaved: ({ slugIfAny }: { readonly slugIfAny: string | null }) =>
      `${slugIfAny ?? "The story on the page"} could not be saved, so it stays on the page. The state line says why.`,
    nothingKept: ({ slug }: { readonly slug: string }) => `Nothing has been kept of ${slug} yet.`,
    dropFirst: ({
      pictures,
      nameIfAny,
    }: {
      readonly pictures: number;
      readonly nameIfAny: string | null;
    }) => {
      const dropped = pictures === 1 ? (nameIfAny ?? "the picture") : counted(pictures, nouns.picture);
      return `Open a story first, then drop ${dropped} on it.`;
    },
  },
  title: {
    sample: "Stet, sample newsroom",
    story: ({ slug, place }: { readonly slug: string; readonly place: string }) => `${slug} – ${place}`,
  },
  state: {
    name: "State of the story",
    sample: "Sample newsroom",
    own: "Your newsroom",
    commands: "Commands",
    nextTk: "Go to the next one",
    tks: ({ count }: { readonly count: number }) => counted(count, nouns.tk),
    selected: ({ words, characters }: { readonly words: number; readonly characters: number }) =>
      `${counted(words, nouns.word)}, ${counted(characters, nouns.character)} selected`,
  },
  /** How long something is, against its plan. */
  length: {
    toLength: "to length",
    left: ({ words }: { readonly words: number }) => `${figure(words)} left`,
    over: ({ words }: { readonly words: number }) => `${figure(words)} over`,
    planned: ({ plan }: { readonly plan: string }) => `planned ${plan}`,
    against: ({ fit, plan }: { readonly fit: string; readonly plan: string }) => `${fit}, planned ${plan}`,
  },
  deadline: {
    minutes: ({ minutes }: { readonly minutes: number }) => `${String(minutes)} min`,
    hours: ({ hours, minutes }: { readonly hours: number; readonly minutes: number }) =>
      minutes === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(minutes).padStart(2, "0")}`,
    days: ({ days }: { readonly days: number }) => counted(days, nouns.day),
    due: ({ span }: { readonly span: string }) => `due in ${span}`,
    late: ({ span }: { readonly span: string }) => `late by ${span}`,
    dueShort: ({ span }: { readonly span: string }) => `in ${span}`,
    lateShort: ({ span }: { readonly span: string }) => `${span} late`,
    now: "due now",
    at: ({ moment }: { readonly moment: string }) => `Deadline ${moment}`,
  },
  saving: {
    editing: "Editing…",
    saving: "Saving…",
    slow: ({ isKeptHere }: { readonly isKeptHere: boolean }) =>
      `Still saving: the disk takes its time.${isKeptHere ? " Your text is kept here until it has." : ""}`,
    saved: ({ ago }: { readonly ago: string }) => `Saved on this laptop ${ago}`,
    committed: ({ atMs }: { readonly atMs: number }) =>
      `Committed to the disk of this laptop on ${forms.moment(atMs)}`,
    again: "Saved again.",
    failed: ({ message }: { readonly message: string }) => `Not saved: ${message}`,
    trouble: ({ what, until, isKeptHere }: Trouble & { readonly isKeptHere: boolean }) =>
      `Not saved. ${what}: ${isKeptHere ? "your text is kept here" : "your text is in this window only"} and ${until}.`,
    /** What goes wrong, and what Stet then does with the text that it keeps. */
    troubles: {
      diskFull: { what: "Disk full", until: "saved as soon as there is room" },
      notWritable: { what: "Disk locked or gone", until: "saved as soon as it can be written to" },
      inUse: { what: "Another program keeps the newsroom", until: "saved as soon as it is free" },
      unavailable: { what: "The newsroom is not answering", until: "saved as soon as it does" },
    },
    secondsAgo: ({ seconds }: { readonly seconds: number }) => `${figure(seconds)} s ago`,
    minutesAgo: ({ minutes }: { readonly minutes: number }) => `${figure(minutes)} min ago`,
    today: ({ clock }: { readonly clock: string }) => `at ${clock}`,
    earlier: ({ day, clock }: { readonly day: string; readonly clock: string }) => `${day} at ${clock}`,
  },
  settingNotKept: ({ message }: { readonly message: string }) =>
    `That choice holds for now, but could not be kept: ${message}`,
  notices: { name: "Window notices", dismiss: "Dismiss", undo: "Undo" },
  path: {
    copied: "The path is on the clipboard.",
    notCopied: "The path could not be copied: this window may not write to the clipboard.",
    show: "Show in folder",
    showWhat: ({ what }: { readonly what: string }) => `Show in folder: ${what}`,
    copy: "Copy path",
    copyWhat: ({ what }: { readonly what: string }) => `Copy path: ${what}`,
  },
  close: "Close",
  cancel: "Cancel",
};

export interface Trouble {
  readonly what: string;
  readonly until: string;
}
