import { DOCUMENT_SCHEMA, type Block, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { createCompositor, type Compositor } from "#shared/fit/compose/index.ts";
import {
  storyFitter,
  storyHeadlines,
  type PictureSizes,
  type StoryFit,
  type StoryFitter,
  type StorySetting,
} from "#shared/fit/depth/index.ts";
import { loadHyphenators } from "#shared/fit/hyphenate/languages.ts";
import type { DeskKit, HyphenationLanguage } from "#shared/fit/kit/index.ts";
import { openFonts, type FontBook } from "#shared/fit/shaping/font-book.ts";
import { loadHarfBuzz } from "#shared/fit/shaping/harfbuzz.ts";
import { kitSample } from "#renderer/kit/kit-sample.ts";
import type { ComposerQuestions, SentAnswer, SentQuestion } from "./fit-messages.ts";
import { cutsReport, fitReport, setLineEnds } from "./fit-report.ts";
import { galleyOf } from "./galley.ts";

/** The composer, on a thread of its own: it holds one kit and one story, and sets again what changed. */

interface OpenKit {
  readonly kit: DeskKit;
  readonly compositor: Compositor;
  readonly fonts: FontBook;
  readonly languages: ReadonlySet<HyphenationLanguage>;
}
interface OpenStory {
  readonly setting: StorySetting;
  readonly fitter: StoryFitter;
  readonly sizes: PictureSizes;
  readonly blocks: Map<BlockId, Block>;
  fitted: { readonly document: StoryDocument; readonly fit: StoryFit } | null;
}

let open: OpenKit | null = null;
let story: OpenStory | null = null;

type Asks<Name extends keyof ComposerQuestions> = ComposerQuestions[Name]["asks"];

function languagesOf(kit: DeskKit): ReadonlySet<HyphenationLanguage> {
  const languages = kit.specs.flatMap(({ styles }) =>
    Object.values(styles).flatMap(({ hyphenation }) => (hyphenation ? [hyphenation.language] : [])),
  );
  return new Set(languages);
}

async function openKit({ kit, harfBuzz, fonts }: Asks<"openKit">): Promise<null> {
  const opened = openFonts(await loadHarfBuzz(harfBuzz), fonts);
  if (!opened.ok) throw new Error(opened.error);
  const languages = languagesOf(kit);
  const hyphenators = await loadHyphenators([...languages]);
  const compositor = createCompositor({ fonts: opened.value, hyphenators });
  open = { kit, compositor, fonts: opened.value, languages };
  story = null;
  return null;
}

function openStory({ spec, headline, legs, factor, sizes }: Asks<"openStory">): null {
  if (!open) throw new Error("no kit is open");
  const { kit, compositor } = open;
  const found = kit.specs.find(({ name }) => name === spec) ?? kit.specs[0];
  if (!found) throw new Error("the kit has no column spec");
  const setting: StorySetting = { kit, spec: found, ...(headline ? { headline } : {}) };
  const sizeOf = ({ asset }: { readonly asset: string }) => sizes[asset] ?? null;
  story = {
    setting,
    fitter: storyFitter({ setting, compositor, sizes: sizeOf, legs, factor }),
    sizes: sizeOf,
    blocks: new Map(),
    fitted: null,
  };
  return null;
}

function fit(own: OpenStory, { order, put, planned }: Asks<"fit">) {
  for (const block of put) own.blocks.set(block.id, block);
  const kept = new Set(order);
  for (const id of own.blocks.keys()) if (!kept.has(id)) own.blocks.delete(id);
  const document: StoryDocument = {
    schema: DOCUMENT_SCHEMA,
    blocks: order.flatMap((id) => own.blocks.get(id) ?? []),
  };
  const fitted = own.fitter.fit(document, planned);
  own.fitted = { document, fit: fitted };
  return fitReport(fitted, planned, document);
}

/** A kit that is being edited is set with what is remembered of the open one, unless it divides another language. */
async function sample({ kit, spec: at, copy, story: own, sizes }: Asks<"sample">) {
  if (!open) throw new Error("no kit is open");
  const languages = languagesOf(kit);
  const { languages: known } = open;
  if ([...languages].some((language) => !known.has(language))) {
    const hyphenators = await loadHyphenators([...languages]);
    open = { ...open, compositor: createCompositor({ fonts: open.fonts, hyphenators }), languages };
  }
  const spec = kit.specs[at] ?? kit.specs[0];
  if (!spec) throw new Error("the kit has no column spec");
  return kitSample(copy, own, { kit, spec }, open.compositor, ({ asset }) => sizes[asset] ?? null);
}

async function answerTo(question: SentQuestion): Promise<unknown> {
  if (question.name === "openKit") return openKit(question.asks);
  if (question.name === "openStory") return openStory(question.asks);
  if (question.name === "sample") return sample(question.asks);
  if (!open || !story) throw new Error("no story is open");
  if (question.name === "fit") return fit(story, question.asks);
  const { fitted, setting } = story;
  if (!fitted) throw new Error("the story is not set yet");
  if (question.name === "cuts") return cutsReport(fitted.fit, open.compositor);
  if (question.name === "galley") return galleyOf(fitted.fit, open.compositor, story.sizes);
  if (question.name === "flagged") return fitted.fit.flagged;
  if (question.name === "lineEnds") return setLineEnds(fitted.fit);
  return storyHeadlines(fitted.document, open.compositor, setting, question.asks.code);
}

let last: Promise<void> = Promise.resolve();

async function answer(question: SentQuestion): Promise<void> {
  const { nr } = question;
  let told: SentAnswer;
  try {
    told = { nr, answer: { ok: true, value: await answerTo(question) } };
  } catch (error) {
    told = { nr, answer: { ok: false, error: error instanceof Error ? error.message : String(error) } };
  }
  self.postMessage(told);
}

self.addEventListener("message", ({ data }: MessageEvent<SentQuestion>) => {
  // One after the other: a kit may still be opening when the story comes.
  last = last.then(() => answer(data));
});
