import { setImmediate } from "node:timers/promises";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { KitInUse, StoryDepth } from "#shared/contract/kits.ts";
import type { OpenStory, StoryId } from "#shared/contract/stories.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { PixelSize } from "#shared/fit/depth/index.ts";
import { parseHeadlineCode } from "#shared/fit/kit/index.ts";
import { Remembered } from "#shared/fit/remembered.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { NewsroomKits } from "../kits/newsroom-kits.ts";
import type { PhotoArchive } from "../photos/archive.ts";
import type { StoryStore } from "../stories/story-store.ts";
import { told } from "#shared/language/told.ts";

/** How deep the stories of a newsroom run as they are saved. */
export interface StoryDepths {
  /** See `kits.depths`. Gives `cancelled`. */
  readonly of: (
    stories: readonly StoryId[],
    signal: AbortSignal,
  ) => Promise<Result<readonly StoryDepth[], Failure>>;
  /** How many stories were set; one that is remembered is not set again. */
  readonly work: () => number;
}

export interface MeasuredNewsroom {
  readonly stories: Pick<StoryStore, "summary" | "open">;
  readonly photos: Pick<PhotoArchive, "describe">;
  readonly kits: NewsroomKits;
}

/** What setting a story once tells, whatever its plan and its factor come to be. */
interface SetDepth {
  /** The version of the story and what it was set in. */
  readonly key: string;
  readonly composedPt: number;
  readonly leadingPt: number;
}

const MOST_REMEMBERED = 2_000;
/** After so long the core turns to whatever else waits, a save above all. */
const TURN_MS = 8;

/** Lets others have their turn every few milliseconds; says whether it is still wanted. */
function takingTurns(signal: AbortSignal): () => Promise<boolean> {
  let beganMs = performance.now();
  return async () => {
    if (performance.now() - beganMs >= TURN_MS) {
      await setImmediate();
      beganMs = performance.now();
    }
    return !signal.aborted;
  };
}

function settingKey(version: number, { choice, headline }: KitInUse): string {
  return JSON.stringify([version, choice.kit, choice.spec, headline]);
}

/** Opens the depths of a newsroom. The composer is loaded when the first one is asked for. */
export function openStoryDepths({ stories, photos, kits }: MeasuredNewsroom): StoryDepths {
  const remembered = new Remembered<SetDepth>(MOST_REMEMBERED);
  let set = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** However many windows ask, one story is set at a time. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(() => setImmediate()).then(work);
    last = done.catch(() => undefined);
    return done;
  }

  /** The pictures that have come in; null for one that has not, which may still come. */
  function pictureSizes({ blocks }: StoryDocument): ReadonlyMap<string, PixelSize | null> {
    return new Map(
      blocks.flatMap((block) => {
        if (block.kind !== "photo") return [];
        const known = photos.describe(block.asset);
        return [[block.asset, known.ok ? known.value : null] as const];
      }),
    );
  }

  /** Sets a story in what it is set in; null where it cannot be, or nobody waits for it any more. */
  async function setStory(
    { summary, document }: OpenStory,
    use: KitInUse,
    signal: AbortSignal,
  ): Promise<SetDepth | null> {
    const kept = kits.archive.read(use.choice.kit);
    if (!kept.ok) return null;
    const { kit } = kept.value;
    const spec = kit.specs.find(({ name }) => name === use.choice.spec);
    const compositor = await kits.compositors.of(kit, kits.archive.file);
    if (!spec || !compositor.ok) return null;
    const { composedDepthPt } = await import("#shared/fit/depth/index.ts");
    const headline = use.headline === null ? null : parseHeadlineCode(use.headline);
    const sizes = pictureSizes(document);
    set += 1;
    const composedPt = await composedDepthPt(
      document,
      {
        setting: { kit, spec, ...(headline ? { headline } : {}) },
        compositor: compositor.value,
        sizes: ({ asset }) => sizes.get(asset) ?? null,
      },
      takingTurns(signal),
    );
    if (composedPt === null) return null;
    const { leadingPt } = spec.styles.paragraph;
    const depth = { key: settingKey(summary.version, use), composedPt, leadingPt };
    if (![...sizes.values()].includes(null)) remembered.set(summary.id, depth);
    return depth;
  }

  async function depthOf(story: StoryId, signal: AbortSignal): Promise<StoryDepth | null> {
    const summary = stories.summary(story);
    if (!summary.ok) return null;
    const { facts, version, words } = summary.value;
    if (!facts.planned) return null;
    const use = kits.chooser.inUse(story, facts.desk);
    let depth = remembered.get(story) ?? null;
    if (depth?.key !== settingKey(version, use)) {
      const opened = stories.open(story);
      depth = opened.ok ? await setStory(opened.value, use, signal) : null;
    }
    if (!depth) return null;
    const { depthInUnits, plannedFit } = await import("#shared/fit/depth/index.ts");
    const deep = depthInUnits(depth.composedPt * use.factor, depth.leadingPt);
    const planned = plannedFit(facts.planned, deep, words);
    return planned && { story, lines: deep.lines, inches: deep.inches, planned };
  }

  return {
    work: () => set,
    of: async (asked, signal) => {
      const depths: StoryDepth[] = [];
      for (const story of asked) {
        const depth = await inTurn(() => (signal.aborted ? Promise.resolve(null) : depthOf(story, signal)));
        if (signal.aborted) return failed(failure("cancelled", told("notMeasured")));
        if (depth) depths.push(depth);
      }
      return ok(depths);
    },
  };
}
