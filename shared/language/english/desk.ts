import type { LengthUnit } from "#shared/newsroom/index.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, decimal, figure, nounFor } = forms;

/** The desk list, its bin, and the panels of the rail about the story: facts, photos, original. */
export const desk = {
  name: "Desk list",
  find: "Find stories",
  findHint: "Find by slug or words",
  bin: "Bin",
  back: "Back to the desk",
  orders: { name: "Order", updated: "Latest first", deadline: "By deadline", slug: "By slug" },
  filters: { status: "Status", anyStatus: "Any status", desk: "Desk", anyDesk: "Any desk" },
  rows: "Stories",
  binRows: "Stories in the bin",
  counted: ({
    count,
    bin,
    narrowed,
  }: {
    readonly count: number;
    readonly bin: boolean;
    readonly narrowed: boolean;
  }) => `${counted(count, nouns.story)}${bin ? " in the bin" : ""}${narrowed ? " found" : ""}`,
  looking: "Looking…",
  emptyBin: "Nothing in the bin",
  noneFound: "No story found",
  none: "No stories yet",
  tryAgain: "Try again",
  binMeaning: ({ days }: { readonly days: number }) =>
    `Stories that are deleted or spiked wait here for ${String(days)} days, and can be put back.`,
  listMeaning: "Every story of this newsroom is listed here.",
  noneSo: "No story has that status and desk.",
  noneWith: ({ sought }: { readonly sought: string }) => `No story has “${sought}” in it.`,
  showAll: "Show all stories",
  row: {
    empty: "No words yet",
    page: ({ page }: { readonly page: string }) => `p. ${page}`,
    words: ({ words }: { readonly words: number }) => counted(words, nouns.word),
    wordsOf: ({ words, planned }: { readonly words: number; readonly planned: number }) =>
      `${figure(words)}/${figure(planned)} words`,
    /** The depth of a story that was set, of the one that was planned. */
    depthOf: ({ deep, planned, planUnit }: DepthOf) =>
      planUnit === "inches"
        ? `${decimal(deep, 1)} of ${figure(planned)} in`
        : `${figure(deep)} of ${figure(planned)} ${nounFor(planned, planUnit === "lines" ? nouns.line : nouns.word)}`,
    tks: ({ count }: { readonly count: number }) => counted(count, nouns.tk),
    changes: ({ count }: { readonly count: number }) => counted(count, nouns.change),
    queries: ({ count }: { readonly count: number }) => counted(count, nouns.query),
    /** What is read aloud behind a count. */
    open: "open",
    photos: ({ photos }: { readonly photos: number }) => counted(photos, nouns.photo),
    binLeft: ({ span }: { readonly span: string }) => `${span} left`,
  },
  menu: {
    name: "Menu of a story",
    of: ({ slug }: { readonly slug: string }) => `What to do with ${slug}`,
    open: "Open",
    look: "Look at it",
    beside: "Open beside",
    newWindow: "Open in a new window",
  },
  commands: {
    duplicate: "Duplicate story",
    spike: "Spike…",
    bin: "Move to the bin",
    unbin: "Put back from the bin",
  },
  /** How long a story stays in the bin, to be put into a sentence. */
  binDays: ({ days }: { readonly days: number }) =>
    days === 0 ? "less than a day" : counted(days, nouns.day),
  binned: ({ by, atMs, nowMs }: { readonly by: string; readonly atMs: number; readonly nowMs: number }) =>
    `Put in the bin${by === "" ? "" : ` by ${by}`} ${forms.when(atMs, nowMs)}`,
  spiked: ({
    by,
    why,
    atMs,
    nowMs,
  }: {
    readonly by: string;
    readonly why: string;
    readonly atMs: number;
    readonly nowMs: number;
  }) => `Spiked${by === "" ? "" : ` by ${by}`} ${forms.when(atMs, nowMs)}: ${why}`,
  sent: ({ slug, done }: { readonly slug: string; readonly done: string }) => `${slug} ${done}.`,
  duplicated: ({ slug, from }: { readonly slug: string; readonly from: string }) =>
    `${slug} is a draft with the text of ${from}.`,
  unbinned: ({ slug }: { readonly slug: string }) => `${slug} is back on the desk.`,
  movedToBin: ({ slug }: { readonly slug: string }) => `${slug} is in the bin for 30 days.`,
  movedSpiked: ({ slug }: { readonly slug: string }) => `${slug} is spiked and in the bin for 30 days.`,
  spike: {
    head: ({ slugIfAny }: { readonly slugIfAny: string | null }) => `Spike ${slugIfAny ?? "the story"}`,
    why: "Why it does not run",
    meaning: "It goes into the bin with the reason, and can be put back for 30 days.",
    doIt: "Spike",
  },
  tks: { goThere: "Go there", despite: "Set it all the same" },
  facts: {
    none: "Open a story to see its facts.",
    slug: "Slug",
    noSlug: "A story needs a slug.",
    status: "Status",
    statusOf: ({ name, meaning }: { readonly name: string; readonly meaning: string }) =>
      `${name}, ${meaning}`,
    desk: "Desk",
    section: "Section",
    edition: "Edition",
    page: "Page",
    planned: "Planned length",
    plannedUnit: "Unit of the planned length",
    noLength: ({ amount }: { readonly amount: string }) =>
      `“${amount}” is no length. Write a number, such as 450.`,
    deadline: "Deadline",
    embargo: "Embargo",
    runsOn: "Runs on",
    priority: "Priority",
    noPriority: "Not said",
    /** The six priorities of the wire formats. */
    priorities: {
      1: "1 Flash",
      2: "2 Bulletin",
      3: "3 Urgent",
      4: "4 Regular",
      5: "5 Daily",
      6: "6 When there is room",
    },
    assignee: "Assigned to",
    needs: "Needs",
    need: { legal: "Legal reading", picture: "Picture" },
    note: "Note to the desk",
    begun: ({ begun, changed }: { readonly begun: string; readonly changed: string }) =>
      `Begun ${begun}, last changed ${changed}`,
  },
  original: {
    none: "Open a story to see what it was made from.",
    begunHere: "This story was begun here: there is no original beside it.",
    cameIn: ({ moment }: { readonly moment: string }) => `came in ${moment}`,
  },
  photos: {
    none: "Open a story to see its photos.",
    empty: "This story has no photo. Drop one on the page, or paste it.",
    add: "Add photos…",
    noCaption: "No caption yet",
    lacks: ({ lacking }: { readonly lacking: readonly string[] }) => `Lacks ${lacking.join(", ")}`,
    lacking: { picture: "the picture", caption: "a caption", credit: "a credit", alt: "alt text" },
    size: ({ name, widthPx, heightPx }: Picture) => `${name}, ${figure(widthPx)} × ${figure(heightPx)} px`,
  },
};

export interface DepthOf {
  readonly deep: number;
  readonly planned: number;
  readonly planUnit: LengthUnit;
}

export interface Picture {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
}
