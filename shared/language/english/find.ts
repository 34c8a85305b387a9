import type { Mark } from "#shared/document/index.ts";
import type { PatternTrouble, QueryTrouble } from "#shared/find/index.ts";
import { englishForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

const PATTERN_TROUBLES: Readonly<Record<PatternTrouble, string>> = {
  "unclosed-group": "This regular expression cannot be read: a bracket ( is not closed.",
  "unopened-group": "This regular expression cannot be read: a bracket ) was never opened.",
  "unclosed-class": "This regular expression cannot be read: a bracket [ is not closed.",
  "lone-brace":
    "This regular expression cannot be read: { and } count something, or are written \\{ and \\}.",
  "nothing-to-repeat": "This regular expression cannot be read: *, + or ? has nothing before it to repeat.",
  "numbers-out-of-order":
    "This regular expression cannot be read: the numbers in {…} stand the wrong way round.",
  "range-out-of-order": "This regular expression cannot be read: a range in […] stands the wrong way round.",
  "unclosed-brace": "This regular expression cannot be read: { is not closed.",
  "backslash-at-end": "This regular expression cannot be read: it ends with a \\ that has nothing behind it.",
  "meaningless-escape":
    "This regular expression cannot be read: a \\ stands before a letter that has no meaning with it.",
  "unknown-property": "This regular expression cannot be read: there is no such kind of letter in \\p{…}.",
  "unknown-group":
    "This regular expression cannot be read: a group is named that does not exist, or named wrongly.",
  "same-group-twice": "This regular expression cannot be read: two groups have the same name.",
  "unknown-kind-of-group": "This regular expression cannot be read: what follows (? is not known.",
  "too-large": "This regular expression cannot be read: it is too large.",
  unknown: "This regular expression cannot be read. Check its brackets and backslashes.",
};

function trouble(of: QueryTrouble): string {
  switch (of.problem) {
    case "nothing":
      return "There is no letter or sign to look for.";
    case "too-long":
      return `That is too long to look for: ${String(of.most)} characters are the most.`;
    default:
      return PATTERN_TROUBLES[of.pattern];
  }
}

/** Finding and replacing, in the story and across stories. */
export const find = {
  commands: {
    open: "Find in this story",
    replace: "Find and replace in this story",
    next: "Find next",
    previous: "Find previous",
  },
  bar: "Find in this story",
  field: "Find",
  inStory: "Find in this story",
  inStories: "Find in stories",
  /** Why a query cannot be asked. */
  trouble,
  notFound: "Not found",
  found: ({ count }: { readonly count: number }) => `${figure(count)} found`,
  place: ({ nth, of }: { readonly nth: number; readonly of: number }) => `${figure(nth)} of ${figure(of)}`,
  undo: "Undo",
  previous: "Previous",
  previousKeys: "Previous (Shift+F3)",
  next: "Next",
  nextKeys: "Next (F3)",
  onlyIn: ({ limits }: { readonly limits: number }) =>
    limits === 0 ? "Only in" : `Only in (${String(limits)})`,
  onlyInPlaces: "Only in",
  onlyWhereItIs: "Only where it is",
  list: "List",
  close: "Close",
  closeKeys: "Close (Esc)",
  ways: "How to look",
  way: {
    matchesCase: { sign: "Case", name: "Match case" },
    isWholeWord: { sign: "Whole words", name: "Whole words" },
    ignoresAccents: { sign: "Ignore accents", name: "Ignore accents" },
    isPattern: { sign: ".*", name: "Regular expression" },
  },
  replaceWith: "Replace with",
  replaceWithGroups: "Replace with ($1 for a group)",
  replace: "Replace",
  replaceKeys: "Enter in the field",
  replaceTicked: ({ count }: { readonly count: number }) => `Replace ${figure(count)} ticked`,
  takeOutTicked: ({ count }: { readonly count: number }) => `Take out ${figure(count)} ticked`,
  replaceAll: ({ count }: { readonly count: number }) =>
    count > 0 ? `Replace all ${figure(count)}` : "Replace all",
  replaceAllKeys: "Ctrl or ⌘ with Enter in the field",
  /** How what is written in place of the hits looks. */
  look: {
    keepCase: "Keep case",
    keepCaseMeans:
      "Fog becomes Mist and FOG becomes MIST; a replacement that has a capital stays as it is written.",
    isExact: "With “Match case” or a regular expression, the replacement is taken as it is written.",
    format: "Format",
    formatIs: ({ look }: { readonly look: string }) => `Format: ${look}`,
    choices: { stays: "as it is", set: "set", cleared: "clear" },
    /** What becomes of the look of text: `bold, not italic`. */
    changes: ({ sets, clears }: { readonly sets: readonly Mark[]; readonly clears: readonly Mark[] }) =>
      [
        ...sets.map((mark) => story.marks[mark].toLowerCase()),
        ...clears.map((mark) => `not ${story.marks[mark].toLowerCase()}`),
      ].join(", "),
  },
  readOnly: "This story can only be read.",
  ticked: ({ count, of }: { readonly count: number; readonly of: number }) =>
    `${figure(count)} of ${figure(of)} ticked`,
  tickAll: "Tick all",
  tickNone: "Tick none",
  hits: "Hits in this story",
  hitsInStories: "Hits in stories",
  replaced: ({ count, missed }: { readonly count: number; readonly missed: number }) => {
    const done =
      count === 0
        ? "Nothing was replaced."
        : `${counted(count, { one: "place", other: "places" })} replaced.`;
    if (missed === 0) return done;
    return `${done} ${counted(missed, { one: "place reads", other: "places read" })} differently by now.`;
  },
  fromTop: "On from the top.",
  fromEnd: "On from the end.",
  takenBack: "Taken back.",
  patternTooSlow:
    "This pattern takes too long in this story. Make it stricter: fewer * and + inside of each other.",
  patternMatchesNothing: "This pattern matches only between letters: there is nothing to find.",
  notSaved: "The story could not be saved, so nothing was replaced. The state line says why.",
  changedSince: "Something else was changed since: undo in the text takes that back first.",
  stories: {
    title: "Find and replace in stories",
    close: "Close",
    search: "Search",
    stop: "Stop",
    found: "Found",
    outcome: "Outcome",
    open: ({ slug }: { readonly slug: string }) => `Open ${slug}`,
    unsaved: "The story on the page could not be saved, so nothing was searched. The state line says why.",
    stopped: "The search was stopped.",
    storyNotSaved: ({ slug }: { readonly slug: string }) => `${slug} could not be saved.`,
    beforeTakenOut: ({ sought }: { readonly sought: string }) => `Before “${sought}” was taken out`,
    beforeReplaced: ({ sought, replacement }: { readonly sought: string; readonly replacement: string }) =>
      `Before “${sought}” became “${replacement}”`,
    /** Stands for the words that were looked for where none were. */
    anyOfLook: "text of one look",
    beforeFormat: ({ sought, look }: { readonly sought: string; readonly look: string }) =>
      `Before “${sought}” was set ${look}`,
    formatTicked: ({ count }: { readonly count: number }) => `Format ${figure(count)} ticked`,
    replacedNothing: "Nothing was replaced.",
    replaced: ({ places, stories }: { readonly places: number; readonly stories: number }) =>
      `${counted(places, { one: "place", other: "places" })} replaced in ${counted(stories, { one: "story", other: "stories" })}. History keeps each as it was before.`,
    takenBack: ({ stories }: { readonly stories: number }) =>
      stories === 0
        ? "Nothing was taken back."
        : `Taken back in ${counted(stories, { one: "story", other: "stories" })}.`,
    leftAsIs: ({ slugs }: { readonly slugs: readonly string[] }) =>
      `Changed since, so left as it is: ${slugs.join(", ")}. History has the version before.`,
    searching: "Searching…",
    searchingAt: ({ nth, of }: { readonly nth: number; readonly of: number }) =>
      `Searching ${figure(nth)} of ${figure(of)}…`,
    replacing: "Replacing…",
    replacingAt: ({ nth, of }: { readonly nth: number; readonly of: number }) =>
      `Replacing ${figure(nth)} of ${figure(of)}…`,
    typeFirst: "Type what to find, then Enter.",
    enterSearches: "Enter searches every story.",
    notFound: ({ searched }: { readonly searched: number }) =>
      `Not found in ${counted(searched, { one: "story", other: "stories" })}.`,
    sum: ({
      places,
      stories,
      searched,
    }: {
      readonly places: number;
      readonly stories: number;
      readonly searched: number;
    }) =>
      `${counted(places, { one: "place", other: "places" })} in ${counted(stories, { one: "story", other: "stories" })}, of ${figure(searched)} searched.`,
  },
};
