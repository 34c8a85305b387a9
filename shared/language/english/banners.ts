import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted } = forms;

export interface Moments {
  readonly atMs: number;
  readonly nowMs: number;
}

const TYPED_AT = ({ atMs, nowMs }: Moments): string => forms.dayAndTime(atMs, nowMs);

/** The lines at the head of the page: in the bin, two versions, merged, typed and not saved. */
export const banners = {
  bin: {
    name: "In the bin",
    text: ({ binned, days }: { readonly binned: string; readonly days: number }) =>
      `${binned}. It goes for good in ${days === 0 ? "less than a day" : counted(days, nouns.day)}.`,
    putBack: "Put back",
  },
  tail: {
    name: "Typed and not saved",
    text: ({ words, atMs, nowMs }: Moments & { readonly words: number }) =>
      `${words === 0 ? "Changes made" : `${counted(words, nouns.word)} typed`} at ${TYPED_AT({ atMs, nowMs })} never reached the newsroom.`,
    putBack: ({ words }: { readonly words: number }) =>
      words === 1 || words === 0 ? "Put it back" : "Put them back",
    show: "Show",
    throwAway: "Throw away",
    isBack: (at: Moments) => `What was typed at ${TYPED_AT(at)} is back in the newsroom.`,
    isGone: (at: Moments) => `What was typed at ${TYPED_AT(at)} is thrown away.`,
    before: "In the newsroom",
    after: (at: Moments) => `As typed at ${TYPED_AT(at)}`,
  },
  merged: {
    name: "Merged",
    text: ({ places }: { readonly places: number }) =>
      `Merged. ${counted(places, { one: "place was", other: "places were" })} changed in both versions: yours stands first, the other one after it.`,
    goThere: "Go there",
    done: "Done",
  },
  versions: {
    name: "Two versions",
    /** `by` is empty for another window of the same person. */
    text: ({ by, more, atMs, nowMs }: Moments & { readonly by: string; readonly more: number }) => {
      const whose = by === "" ? "yours and one from another window" : `yours and one by ${by}`;
      const waiting =
        more === 0 ? "" : ` ${counted(more, { one: "more waits", other: "more wait" })} after it.`;
      return `This story has two versions: ${whose} at ${forms.dayAndTime(atMs, nowMs)}.${waiting}`;
    },
    otherWindow: "the other window",
    compare: "Compare",
    compareTitle: "Compare the two versions",
    choices: {
      merge: { name: "Merge", title: "Merge the two versions" },
      mine: { name: "Keep mine", title: "Keep my version" },
      theirs: { name: "Keep theirs", title: "Keep the other version" },
    },
    before: ({ by }: { readonly by: string }) => (by === "" ? "The other version" : `${by}’s version`),
    after: "Yours",
    mineStands: ({ other }: { readonly other: string }) =>
      `Your version stands. The one from ${other} is kept in the history.`,
    theirsStands: ({ other }: { readonly other: string }) =>
      `The version from ${other} stands. Yours is kept in the history, and Undo brings it back.`,
    merged: "Merged: both versions are in the text. Each is kept in the history as well.",
  },
};
