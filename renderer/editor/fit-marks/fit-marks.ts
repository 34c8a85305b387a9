import type { FlagKind, StoryPlace } from "#shared/fit/depth/index.ts";

/** What the composer has to say on the page. Places as the composer gives them: see {@link StoryPlace}. */
export interface FitMarks {
  /** From where on the text finds no room; the label stands at its rule. */
  readonly overset: { readonly place: StoryPlace; readonly label: string } | null;
  /** Lines to look at. */
  readonly flagged: readonly {
    readonly kind: FlagKind;
    readonly from: StoryPlace;
    readonly to: StoryPlace;
  }[];
  /** Where the set lines end. */
  readonly lineEnds: readonly { readonly place: StoryPlace; readonly hyphen: boolean }[];
}

export const NO_FIT_MARKS: FitMarks = { overset: null, flagged: [], lineEnds: [] };
