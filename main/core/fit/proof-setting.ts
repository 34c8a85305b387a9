import type { Failure } from "#shared/contract/failures.ts";
import type { KitInUse } from "#shared/contract/kits.ts";
import type { Settings } from "#shared/contract/settings.ts";
import type { DeskKit, Face, KitId } from "#shared/fit/kit/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { NewsroomKits } from "../kits/newsroom-kits.ts";
import { readCmykProfile } from "./cmyk-profile.ts";
import type { ReadFont } from "./node-compositor.ts";

/** A story to be proofed. */
export interface StoryToProof {
  readonly id: string;
  readonly desk: string;
  readonly version: number;
}

type Print = Pick<Settings, "proofPaper" | "proofProfile">;

/** The bytes of a face of the kit; that of the kit's first font where it has no such face, as the composer does. */
function faceBytes(kit: DeskKit, files: ReadonlyMap<KitId, Uint8Array>): (face: Face) => Uint8Array {
  return ({ family, style }) => {
    const font = kit.fonts.find((one) => one.family === family && one.style === style) ?? kit.fonts[0];
    const bytes = font && files.get(font.sha256);
    if (!bytes) throw new Error(`the kit has no font for ${family} ${style}`);
    return bytes;
  };
}

/** Opens a proof's setting on a kit, its fonts read by `readFont`. Gives `broken-file`, `not-found`, `unsupported-file`. */
export async function openProofSetting(
  kits: NewsroomKits,
  kit: DeskKit,
  readFont: ReadFont,
  use: Pick<KitInUse, "legs" | "headline" | "factor" | "measured" | "trouble"> & { readonly spec: string },
  { proofPaper, proofProfile }: Print,
  version: number,
): Promise<Result<ProofSetting, Failure>> {
  const compositor = await kits.compositors.of(kit, readFont);
  if (!compositor.ok) return compositor;
  const files = new Map<KitId, Uint8Array>();
  for (const { sha256 } of kit.fonts) {
    const bytes = readFont(sha256);
    if (!bytes.ok) return bytes;
    files.set(sha256, bytes.value);
  }
  const profile = proofProfile === "" ? ok(null) : await readCmykProfile(proofProfile);
  if (!profile.ok) return profile;
  const { legs, headline, factor, measured, trouble, spec } = use;
  return ok({
    kit,
    spec,
    compositor: compositor.value,
    fontBytes: faceBytes(kit, files),
    paper: proofPaper,
    profile: profile.value,
    legs,
    headline,
    factor,
    measured,
    trouble,
    version,
  });
}

/** What a story of the newsroom is proofed in. Gives what {@link openProofSetting} gives. */
export function storyProofSetting(
  kits: NewsroomKits,
  { id, desk, version }: StoryToProof,
  print: Print,
  spec: string | null = null,
): Promise<Result<ProofSetting, Failure>> {
  const use = kits.chooser.inUse(id, desk);
  const choice = spec === null ? use.choice : { kit: use.choice.kit, spec };
  const sound = kits.check(choice);
  const kept = kits.archive.read(choice.kit);
  if (!sound.ok) return Promise.resolve(failed(sound.error));
  if (!kept.ok) return Promise.resolve(failed(kept.error));
  const learned = kits.calibrations.of(choice);
  const { factor, measurements } = learned;
  const own = { ...use, spec: choice.spec, factor, measured: measurements.length };
  return openProofSetting(kits, kept.value.kit, kits.archive.file, own, print, version);
}
