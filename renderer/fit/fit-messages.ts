import type { KitSample } from "#renderer/kit/kit-sample.ts";
import type { Block, BlockId, StoryDocument } from "#shared/document/index.ts";
import type { FlaggedLine, Legs, PixelSize, WordingFit } from "#shared/fit/depth/index.ts";
import type { DeskKit, FaceStyle, HeadlineCode, KitId } from "#shared/fit/kit/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import type { CutsReport, FitReport, SetLineEnd } from "./fit-report.ts";
import type { Galley } from "./galley.ts";

/** A font of the kit, as the worker opens it. */
export interface SentFont {
  readonly family: string;
  readonly style: FaceStyle;
  readonly bytes: Uint8Array;
}

/** What the composer is asked, by name: what goes in and what comes back. Everything is plain data. */
export interface ComposerQuestions {
  /** Opens the fonts of a kit; asked once for each kit. */
  readonly openKit: {
    readonly asks: {
      readonly id: KitId;
      readonly kit: DeskKit;
      readonly harfBuzz: Uint8Array<ArrayBuffer>;
      readonly fonts: readonly SentFont[];
    };
    readonly gives: null;
  };
  /** Begins with a story in the kit that is open; blocks come with the next `fit`. */
  readonly openStory: {
    readonly asks: {
      readonly spec: string;
      readonly headline: HeadlineCode | null;
      readonly legs: Legs | null;
      readonly factor: number;
      readonly sizes: Readonly<Record<string, PixelSize>>;
    };
    readonly gives: null;
  };
  /** Takes the order of the blocks and those that are new or changed, and sets the story. */
  readonly fit: {
    readonly asks: {
      readonly order: readonly BlockId[];
      readonly put: readonly Block[];
      readonly planned: PlannedLength | null;
    };
    readonly gives: FitReport;
  };
  readonly cuts: { readonly asks: null; readonly gives: CutsReport };
  readonly headlines: {
    readonly asks: { readonly code: HeadlineCode };
    readonly gives: readonly WordingFit[];
  };
  readonly galley: { readonly asks: null; readonly gives: Galley };
  readonly flagged: { readonly asks: null; readonly gives: readonly FlaggedLine[] };
  readonly lineEnds: { readonly asks: null; readonly gives: readonly SetLineEnd[] };
  /** Sets copy in a kit that is being edited, on the fonts of the one that is open. */
  readonly sample: {
    readonly asks: {
      readonly kit: DeskKit;
      readonly spec: number;
      readonly copy: StoryDocument;
      readonly story: StoryDocument | null;
      readonly sizes: Readonly<Record<string, PixelSize>>;
    };
    readonly gives: KitSample;
  };
}

export type ComposerQuestion = keyof ComposerQuestions;

/** A question on its way to the worker. */
export type SentQuestion = {
  readonly [Name in ComposerQuestion]: {
    readonly nr: number;
    readonly name: Name;
    readonly asks: ComposerQuestions[Name]["asks"];
  };
}[ComposerQuestion];

/** An answer on its way back. */
export interface SentAnswer {
  readonly nr: number;
  readonly answer:
    { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };
}
