import type { ExportFormat } from "#shared/contract/export-choices.ts";
import type { BlockId, Crop, StoryDocument } from "#shared/document/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import type { ProofSetting } from "./proof-pdf/proof-story.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";

/** A picture as it lies in the export's folder, ready to be linked to. */
export interface PrintPicture {
  /** Relative to the story file, with `/`: `pictures/transit-tax-1.jpg`. */
  readonly path: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The resolution written in the file, in pixels per inch. */
  readonly ppi: number;
  /** The part of the file that prints; null where all of it does, because nobody cropped it or the file is the part. */
  readonly crop: Crop | null;
  /** Reads the file, for a format that holds its pictures inside. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** A story on its way out: the final text (no deletions, no notes) and its pictures by photo block. */
export interface PrintStory {
  readonly id: string;
  readonly facts: StoryFacts;
  readonly document: StoryDocument;
  readonly pictures: ReadonlyMap<BlockId, PrintPicture>;
  /** When the export began, ISO 8601 UTC. */
  readonly exportedAt: string;
  /** The story with its open changes and notes, where the file is to show them. */
  readonly markup?: StoryDocument;
  /** Opens what a proof is set in; asked for by the proof alone. */
  readonly proofSetting?: () => Promise<ProofSetting>;
}

/** A written story and, as sentences, everything in it that the format cannot hold. */
export interface WrittenStory {
  readonly bytes: Uint8Array;
  readonly losses: readonly Sayable[];
}

/** One way out of Stet. Adding one: a folder here, a line in `writers.ts`, a row in docs/formats.md. */
export interface StoryWriter {
  readonly format: ExportFormat;
  /** With its dot: `.icml`. */
  readonly extension: string;
  /** As a person chooses it: "InCopy story (ICML)". */
  readonly title: string;
  /** True where the format can show open changes and notes; all others are given no `markup`. */
  readonly carriesChanges: boolean;
  readonly write: (story: PrintStory) => WrittenStory | Promise<WrittenStory>;
}
