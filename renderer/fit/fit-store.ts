import { observable, type MutableObservable } from "#renderer/app/observable.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { KitChoice, KitInUse } from "#shared/contract/kits.ts";
import type { DeskKit, HeadlineCode } from "#shared/fit/kit/kit.ts";
import type { StoryId } from "#shared/contract/stories.ts";
import type { FlaggedLine, PlannedFit, WordingFit } from "#shared/fit/depth/index.ts";
import type { CutsReport, FitReport, SetLineEnd } from "./fit-report.ts";
import type { Galley } from "./galley.ts";

/** A story that has been set, and in what. */
export interface FittedPage {
  readonly session: StorySession;
  readonly kit: DeskKit;
  readonly use: KitInUse;
  readonly report: FitReport;
}

/** How far the composer is with the story on the page. */
export type FitState =
  | { readonly state: "none" }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly message: string }
  | ({ readonly state: "set" } & FittedPage);

/** What is worked out only while somebody looks at it. */
export interface LookedAt {
  readonly cuts: CutsReport;
  readonly headlines: readonly WordingFit[];
  readonly galley: Galley;
  /** The lines to look at; they are marked on the page, too. */
  readonly flagged: readonly FlaggedLine[];
  /** Where the set lines end. */
  readonly lineEnds: readonly SetLineEnd[];
}

/** The fit of the story on the page, as every part of the window reads it. */
export interface FitStore {
  readonly state: MutableObservable<FitState>;
  readonly cuts: MutableObservable<CutsReport | null>;
  readonly headlines: MutableObservable<readonly WordingFit[] | null>;
  readonly galley: MutableObservable<Galley | null>;
  readonly flagged: MutableObservable<readonly FlaggedLine[] | null>;
  readonly lineEnds: MutableObservable<readonly SetLineEnd[] | null>;
  /** How deep the stories of the desk list run, against plans in lines or inches; filled by `follow-depths.ts`. */
  readonly planned: MutableObservable<ReadonlyMap<StoryId, PlannedFit>>;
  /** How many parts of the window look at each of these. */
  readonly watched: MutableObservable<Readonly<Record<keyof LookedAt, number>>>;
  /** The order that headlines are measured against where it is not the story's own. */
  readonly code: MutableObservable<HeadlineCode | null>;
  /** Whether the ends of the set lines are drawn on the page. */
  readonly lineEndsShown: MutableObservable<boolean>;
  /** Whether the story is shown in its columns beside the page. */
  readonly galleyOpen: MutableObservable<boolean>;
  /** The kit that is to be edited, where it is not the one that the story on the page is set in. */
  readonly kitAtHand: MutableObservable<KitChoice | null>;
  /** Which half of the panel is shown. */
  readonly half: MutableObservable<"column" | "headline">;
}

/** Makes the store. It is filled by `follow-fit.ts`, which the window fetches once it has come to rest. */
export function fitStore(): FitStore {
  return {
    state: observable<FitState>({ state: "none" }),
    cuts: observable<CutsReport | null>(null),
    headlines: observable<readonly WordingFit[] | null>(null),
    galley: observable<Galley | null>(null),
    flagged: observable<readonly FlaggedLine[] | null>(null),
    lineEnds: observable<readonly SetLineEnd[] | null>(null),
    planned: observable<ReadonlyMap<StoryId, PlannedFit>>(new Map()),
    watched: observable<Readonly<Record<keyof LookedAt, number>>>({
      cuts: 0,
      headlines: 0,
      galley: 0,
      flagged: 0,
      lineEnds: 0,
    }),
    code: observable<HeadlineCode | null>(null),
    lineEndsShown: observable(false),
    galleyOpen: observable(false),
    kitAtHand: observable<KitChoice | null>(null),
    half: observable<"column" | "headline">("column"),
  };
}

/** Asks for something to be worked out until the answer is called. */
export function watch({ watched }: FitStore, name: keyof LookedAt): () => void {
  const add = (step: 1 | -1): void => {
    const now = watched.get();
    watched.set({ ...now, [name]: now[name] + step });
  };
  add(1);
  return () => add(-1);
}
