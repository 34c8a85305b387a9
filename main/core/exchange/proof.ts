import { readFile } from "node:fs/promises";
import type { Proof, ProofRequest } from "#shared/contract/exporting.ts";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { finalView, type BlockId, type PhotoBlock } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { writeProof } from "#main/formats/proof-pdf/make-proof.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { PrintPicture } from "#main/formats/story-format.ts";
import { openProofSetting, storyProofSetting } from "../fit/proof-setting.ts";
import { readKitFile } from "../kits/kit-file.ts";
import type { Newsroom } from "../newsroom.ts";
import { storyFileNames } from "./file-names.ts";
import { told } from "#shared/language/told.ts";

/** What a picture without a stated resolution prints at, in pixels per inch: a proof gives it the size of its box. */
const PPI = 300;

/** The pictures as they lie in the archive: the proof itself turns, crops and shrinks them. */
function picturesOf(
  photos: readonly PhotoBlock[],
  { photos: archive }: Newsroom,
): ReadonlyMap<BlockId, PrintPicture> {
  const pictures = new Map<BlockId, PrintPicture>();
  for (const { id, asset, crop } of photos) {
    const known = archive.describe(asset);
    const file = archive.file(asset);
    if (!known.ok || !file) continue;
    const { widthPx, heightPx, mediaType, name } = known.value;
    const bytes = async (): Promise<Uint8Array> => new Uint8Array(await readFile(file.path));
    pictures.set(id, { path: name, mediaType, widthPx, heightPx, ppi: PPI, crop, bytes });
  }
  return pictures;
}

interface ProofedStory {
  readonly id: string;
  readonly desk: string;
  readonly version: number;
}

async function settingFor(
  { kitFile, spec, paper, profile }: ProofRequest,
  { kits, settings }: Newsroom,
  story: ProofedStory,
): Promise<Result<ProofSetting, Failure>> {
  const chosen = settings.read();
  const print = { proofPaper: paper ?? chosen.proofPaper, proofProfile: profile ?? chosen.proofProfile };
  if (!kitFile) return storyProofSetting(kits, story, print, spec);
  const whole = await readKitFile(kitFile.name, kitFile.bytes);
  if (!whole.ok) return whole;
  const { kit, files } = whole.value;
  const named = kit.specs.find(({ name }) => name === (spec ?? kit.specs[0]?.name));
  if (!named) {
    const names = kit.specs.map(({ name }) => name).join(", ");
    const sentence = told("noSpecAmong", { kit: kit.name, spec: spec ?? "", specs: names });
    return failed(failure("not-found", sentence, spec ?? ""));
  }
  const { legs, headline } = kits.chooser.inUse(story.id, story.desk);
  return openProofSetting(
    kits,
    kit,
    (sha256) => {
      const bytes = files.get(sha256);
      return bytes
        ? ok(bytes)
        : failed(failure("not-found", told("fontLacking", { name: kitFile.name }), kitFile.name));
    },
    { spec: named.name, legs, headline, factor: 1, measured: 0, trouble: null },
    print,
    story.version,
  );
}

/** Makes a proof of a story. Gives `not-found`, and `broken-file`, `unsupported-file` or `newer-version` for the kit or the profile. */
export async function makeProof(
  request: ProofRequest,
  newsroom: Newsroom,
  nowMs: number,
): Promise<Result<Proof, Failure>> {
  const opened = newsroom.stories.open(request.story);
  if (!opened.ok) return opened;
  const { summary, document } = opened.value;
  const { id, facts, version } = summary;
  const setting = await settingFor(request, newsroom, { id, desk: facts.desk, version });
  if (!setting.ok) return setting;
  const photos = document.blocks.filter((block) => block.kind === "photo");
  const print = {
    id,
    facts,
    document: finalView(document),
    pictures: picturesOf(photos, newsroom),
    exportedAt: new Date(nowMs).toISOString(),
  };
  const { bytes, losses } = await writeProof(print, setting.value);
  return ok({ name: `${storyFileNames([facts.slug])[0] ?? "story"}-proof.pdf`, bytes, losses });
}
