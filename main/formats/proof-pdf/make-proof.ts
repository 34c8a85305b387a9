import { parseHeadlineCode } from "#shared/fit/kit/headline-code.ts";
import { everyText, storyFitter, type StoryFit } from "#shared/fit/depth/index.ts";
import { lossesEverywhere, printedRuns } from "../losses.ts";
import type { PrintStory, WrittenStory } from "../story-format.ts";
import { proofPages } from "./proof-pages.ts";
import type { ProofSetting } from "./proof-story.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { told, type Told } from "#shared/language/told.ts";

function linksLost(story: PrintStory): readonly Told[] {
  const links = printedRuns(story).filter(({ link }) => link).length;
  return links === 0 ? [] : [told("proofLinksLost", { count: links })];
}

function altTextsLost({ document }: PrintStory): readonly Told[] {
  const texts = document.blocks.filter((block) => block.kind === "photo" && block.alt !== "").length;
  return texts === 0 ? [] : [told("proofAltTextsLost", { count: texts })];
}

/** What the composer could not set as the kit wants: characters and faces that the fonts lack. */
function glyphsLost({ set, flagged }: StoryFit): readonly Sayable[] {
  if (everyText(set).every(({ composed }) => composed.troubles.length === 0)) return [];
  const sentences = flagged
    .filter(({ kind }) => kind === "missing-glyph" || kind === "missing-face")
    .map(({ sentence }) => sentence);
  return [...new Set(sentences)].map((message) => ({ message }));
}

/** Fits a story as a proof shows it: final text, the kit and column spec of the setting. */
export function fitForProof(story: PrintStory, setting: ProofSetting): StoryFit {
  const { kit, spec: name, compositor, legs, factor } = setting;
  const spec = kit.specs.find((candidate) => candidate.name === name) ?? kit.specs[0];
  if (!spec) throw new Error("a kit has no column spec");
  const headline = setting.headline === null ? null : parseHeadlineCode(setting.headline);
  const fitter = storyFitter({
    setting: { kit, spec, ...(headline ? { headline } : {}) },
    compositor,
    legs,
    factor,
    sizes: (photo) => {
      const picture = story.pictures.get(photo.id);
      // The file on its way out is cropped already where it says no crop of its own.
      if (!picture) return null;
      const { width, height } = photo.crop && !picture.crop ? photo.crop : { width: 1, height: 1 };
      return { widthPx: picture.widthPx / width, heightPx: picture.heightPx / height };
    },
  });
  return fitter.fit(story.document, story.facts.planned);
}

/** Makes a proof of a story. */
export async function writeProof(story: PrintStory, setting: ProofSetting): Promise<WrittenStory> {
  const fit = fitForProof(story, setting);
  return {
    bytes: await proofPages(story, fit, setting),
    losses: [
      ...(setting.trouble === null ? [] : [setting.trouble]),
      ...lossesEverywhere(story),
      ...linksLost(story),
      ...altTextsLost(story),
      ...glyphsLost(fit),
    ],
  };
}
