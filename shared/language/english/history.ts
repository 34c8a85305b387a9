import type { BlockKind, Mark } from "#shared/document/index.ts";
import type { RevisionCause } from "#shared/contract/index.ts";
import type { PrintStatus } from "#shared/newsroom/index.ts";
import { englishForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

export type Kind = BlockKind | "unknown";

export interface Named {
  readonly blockKind: Kind;
}

function name(kind: Kind): string {
  return kind === "unknown" ? "Block of a newer Stet" : story.kinds[kind];
}

/** `photo (2), tagline`: each kind once, with how many there are of it where there are several. */
function kindsListed(kinds: readonly Kind[]): string {
  return [...new Set(kinds)]
    .map((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      const said = name(kind).toLowerCase();
      return count === 1 ? said : `${said} (${figure(count)})`;
    })
    .join(", ");
}

const CAUSES: Readonly<Record<RevisionCause, string>> = {
  first: "Begun",
  import: "Brought in",
  auto: "Saved by itself",
  status: "Status changed",
  named: "Kept by hand",
  "before-restore": "Before a version was put back",
  "before-merge": "Before two versions were joined",
  merge: "Two versions joined",
  branch: "Kept beside the story",
};

const LOOKS: Readonly<Record<Mark, string>> = {
  bold: "bold",
  italic: "italic",
  underline: "underlined",
  strikethrough: "struck through",
  superscript: "superscript",
  subscript: "subscript",
  smallCaps: "small caps",
};

const PRINT: Readonly<Record<PrintStatus, string>> = {
  none: "not on a page",
  placed: "placed",
  fitted: "fitted",
  released: "released",
};

/** What a story was: its versions, their comparison, and putting one back. */
export const history = {
  noStory: "Open a story to see what it was.",
  none: "No version has been kept yet. Stet keeps one by itself every few minutes while the text changes.",
  again: "Try again",
  versions: "Versions of this story",
  compareWith: "Compare with",
  storyNow: "the story now",
  versionBefore: "the version before it",
  mark: "Mark",
  marked: "marked to compare",
  notSettled: "not settled yet",
  keep: {
    ask: "Keep this version…",
    as: "Keep this version as",
    keep: "Keep",
    cancel: "Cancel",
    noName: "Give this version a name: what it is, or where it goes.",
    notSaved: "The text could not be saved, so there is nothing to keep yet. The state line says why.",
    kept: ({ name: wanted }: { readonly name: string }) => `This version is kept as “${wanted}”.`,
  },
  causes: CAUSES,
  statusChanged: ({ status }: { readonly status: string }) => `Status changed to ${status}`,
  keptAs: ({ name: kept }: { readonly name: string }) => `Kept as “${kept}”`,
  savedBeside: "Saved beside the story",
  /** What a version changed: `+12 −3 words`. */
  wordsChanged: ({ added, removed }: { readonly added: number; readonly removed: number }) =>
    `${[...(added > 0 ? [`+${figure(added)}`] : []), ...(removed > 0 ? [`−${figure(removed)}`] : [])].join(" ")} words`,
  otherLook: "same words, other look",
  noChange: "no change in the text",
  justNow: "just now",
  minutesAgo: ({ count }: { readonly count: number }) => `${String(count)} min ago`,
  hoursAgo: ({ count }: { readonly count: number }) => `${String(count)} h ago`,
  today: "Today",
  yesterday: "Yesterday",
  version: ({
    why,
    dayIfAny,
    clock,
  }: {
    readonly why: string;
    readonly dayIfAny: string | null;
    readonly clock: string;
  }) => (dayIfAny === null ? `${why}, ${clock}` : `${why}, ${dayIfAny} ${clock}`),
  comparison: {
    label: ({ before, after }: { readonly before: string; readonly after: string }) =>
      `${before} compared with ${after}`,
    next: "Next difference",
    last: "Last difference before this one",
    putBack: "Put this part back as it was",
    back: "Back to the page",
    place: ({ hereIfAny, of }: { readonly hereIfAny: number | null; readonly of: number }) =>
      `${hereIfAny === null ? "–" : String(hereIfAny)} of ${String(of)}`,
    close: "Close",
    text: "The story with its differences marked",
    facts: "Facts",
    storyNow: "The story now",
    putVersionBack: "Put this version back",
    putEarlierBack: "Put the earlier back",
    putLaterBack: "Put the later back",
    mark: "Mark as tracked changes",
    notOpened: "That version did not open",
    takeBlockOut: "Take out",
    putBlockBack: "Put back",
    /** Said before what was added and deleted, to those who listen. */
    heard: { added: " added: ", deleted: " deleted: ", otherLook: " other look: " },
  },
  /** A version that came in from outside: a file, or pasted text. */
  outside: {
    name: "Compare with another version",
    button: "Compare with a file…",
    ask: "Paste another version of this story",
    whose: "Whose version",
    noAuthor: "Say whose version this is: its changes will bear that name.",
    compare: "Compare",
    refused: ({ name: file }: { readonly name: string }) => `${file} was not compared`,
    other: "Compare with something else",
    oneAtATime: ({ name: file, leftOut }: { readonly name: string; readonly leftOut: number }) =>
      `One version is compared at a time: ${file} was taken, ${counted(leftOut, { one: "other file was", other: "other files were" })} left out.`,
    version: ({ name: file, author }: { readonly name: string; readonly author: string }) =>
      `${file}, by ${author}`,
    /** What a text says nothing of; each kind as often as there are blocks of it. */
    stays: ({ name: file, kinds }: { readonly name: string; readonly kinds: readonly Kind[] }) =>
      `${file} has none of these, so they stay as they are: ${kindsListed(kinds)}.`,
    mark: ({ author }: { readonly author: string }) => `Mark as tracked changes by ${author}`,
    marked: ({
      count,
      author,
      name: file,
    }: {
      readonly count: number;
      readonly author: string;
      readonly name: string;
    }) =>
      count === 0
        ? `${file} has the same text: nothing was marked.`
        : `${counted(count, { one: "tracked change", other: "tracked changes" })} by ${author} from ${file}: each can be accepted or rejected.`,
    notKept: ({ name: file, why }: { readonly name: string; readonly why: string }) =>
      `The changes are marked, but ${file} could not be kept beside the story: ${why}`,
  },
  blocks: {
    name: ({ blockKind }: Named) => name(blockKind),
    added: ({ blockKind }: Named) => `${name(blockKind)} added`,
    deleted: ({ blockKind }: Named) => `${name(blockKind)} deleted`,
    changed: ({ blockKind }: Named) => `${name(blockKind)} changed`,
    movedAway: ({ blockKind, way }: Named & { readonly way: "up" | "down" | "away" }) =>
      `${name(blockKind)} moved ${way} from here`,
    movedHere: ({ blockKind, way }: Named & { readonly way: "up" | "down" }) =>
      `${name(blockKind)} moved from ${way === "up" ? "below" : "above"}`,
    movedHereAndChanged: ({ blockKind, way }: Named & { readonly way: "up" | "down" }) =>
      `${name(blockKind)} moved from ${way === "up" ? "below" : "above"} and changed`,
  },
  sum: {
    none: "No difference in the text",
    wordsAdded: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "word", other: "words" })} added`,
    wordsDeleted: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "word", other: "words" })} deleted`,
    /** After the words that were added have been counted. */
    andDeleted: ({ count }: { readonly count: number }) => `${figure(count)} deleted`,
    paragraphsMoved: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "paragraph", other: "paragraphs" })} moved`,
    blocksMoved: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "block", other: "blocks" })} moved`,
    picturesChanged: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "picture", other: "pictures" })} changed`,
    otherwiseChanged: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "block", other: "blocks" })} with the same words changed`,
  },
  looks: {
    marks: LOOKS,
    plain: "plain",
    linked: ({ href }: { readonly href: string }) => `linked to ${href}`,
    inserted: "marked as inserted",
    deleted: "marked as deleted",
    reformatted: "marked as reformatted",
    factsChanged: "marked as changed",
    moved: "marked as moved",
    notesChanged: "notes changed",
    changed: ({ before, after }: { readonly before: string; readonly after: string }) =>
      `now ${after}, was ${before}`,
  },
  photo: {
    withoutAlt: "Photo without alternative text",
    toCome: "Picture to come",
    added: "Picture added",
    deleted: "Picture deleted",
  },
  differences: {
    kind: "Kind",
    alternates: "Other headlines",
    authors: "Authors",
    agency: "Agency",
    crop: "Crop",
    size: "Print size",
    content: "Content",
    none: "none",
    openChanges: "Open changes",
    newerStet: { before: "as a newer Stet wrote it then", after: "as it wrote it later" },
    wholePicture: "the whole picture",
    cropped: ({
      width,
      height,
      left,
      top,
    }: {
      readonly width: string;
      readonly height: string;
      readonly left: string;
      readonly top: string;
    }) => `${width} × ${height}, ${left} from the left, ${top} from the top`,
    noSize: "no size",
    sized: ({ widthPt, heightPt }: { readonly widthPt: number; readonly heightPt: number }) =>
      `${figure(widthPt)} × ${figure(heightPt)} pt`,
  },
  inPrint: "In print",
  print: PRINT,
  putBack: {
    marked: ({ count, version }: { readonly count: number; readonly version: string }) =>
      count === 0
        ? `Nothing in the text has changed since ${version}.`
        : `${counted(count, { one: "tracked change", other: "tracked changes" })} since ${version}: each can be accepted or rejected.`,
    version: ({ slug, version }: { readonly slug: string; readonly version: string }) =>
      `${slug} is as it was: ${version}.`,
    facts: {
      back: "Its facts are back too.",
      kept: ({ message }: { readonly message: string }) => `Its facts stay as they are: ${message}`,
      stay: {
        slug: "Its slug stays, because another story has the old one by now.",
        status: "Its status stays: the story does not go back on its way.",
        printStatus: "What is in print stays.",
      },
    },
    takenOut: ({ blockKind }: Named) => `${name(blockKind)} taken out.`,
    block: ({ blockKind }: Named) => `${name(blockKind)} put back as it was.`,
    notSaved: ({ slug }: { readonly slug: string }) =>
      `${slug} could not be saved, so nothing was put back. The state line says why.`,
    undo: "Undo",
  },
};
