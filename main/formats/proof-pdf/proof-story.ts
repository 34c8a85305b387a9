import type { KitInUse } from "#shared/contract/kits.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import type { DeskKit, Face } from "#shared/fit/kit/kit.ts";
import type { PAPERS } from "./paper.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";

/** A CMYK profile that pictures are converted to. */
export interface CmykProfile {
  /** The file's name, for the slug line. */
  readonly name: string;
  /** Where the ICC file lies: the picture library reads it itself. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a proof is set in and printed on. */
export interface ProofSetting extends Pick<KitInUse, "legs" | "headline" | "factor" | "measured"> {
  readonly kit: DeskKit;
  readonly spec: string;
  readonly compositor: Compositor;
  readonly fontBytes: (face: Face) => Uint8Array;
  readonly paper: keyof typeof PAPERS;
  /** Null leaves pictures in RGB. */
  readonly profile: CmykProfile | null;
  /** What stands in for something of the kit, as a sentence; null where nothing does. */
  readonly trouble: Sayable | null;
  /** The story's version, as its history counts it. */
  readonly version: number;
}
