import { countStory, type StoryDocument } from "#shared/document/index.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import { COMPOSERS, type Composer } from "#shared/fit/kit/kit.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import { depthInUnits, type Depth } from "./depth-units.ts";
import { flaggedLines, type FlaggedLine } from "./flagged-lines.ts";
import { flowStory, type Flow, type Legs } from "./flow.ts";
import type { StorySetting } from "./paragraph-orders.ts";
import type { PictureSizes } from "./picture-box.ts";
import { plannedFit, type PlannedFit } from "./planned-fit.ts";
import { storySetter, type SetStory, type SettingWork } from "./set-story.ts";

/** The lines that a story has under each composer: how far the figure can be trusted on another page. */
export interface LineRange {
  /** The composer that the body text is set with, and the lines it gives. */
  readonly composer: Composer;
  readonly lines: number;
  readonly least: number;
  readonly most: number;
}

/** Everything that the desk asks about the length of a story. */
export interface StoryFit {
  readonly set: SetStory;
  readonly flow: Flow;
  /** Words of the body: what fills the column. */
  readonly words: number;
  /** As composed, and as calibrated: see {@link FitOptions.factor}. Where nothing was measured they are the same. */
  readonly composed: Depth;
  readonly depth: Depth;
  readonly factor: number;
  readonly range: LineRange;
  readonly planned: PlannedFit | null;
  readonly flagged: readonly FlaggedLine[];
}

export interface FitOptions {
  readonly setting: StorySetting;
  readonly compositor: Compositor;
  readonly sizes?: PictureSizes;
  readonly legs?: Legs | null;
  /** Real depth over composed depth, as measured on placed stories; 1 where nobody measured. */
  readonly factor?: number;
}

/** Fits one story again and again as it is edited. */
export interface StoryFitter {
  readonly fit: (document: StoryDocument, planned?: PlannedLength | null) => StoryFit;
  /** The paragraphs and pictures that were asked for and set under the chosen composer. */
  readonly work: () => SettingWork;
}

/**
 * How deep the column text of a story runs as composed, in points: what {@link storyFitter} gives as
 * `composed`, with one composer and one setting of the whole story in place of every one of them.
 * `goesOn` is asked after each paragraph, and may let others have their turn; null where it says no.
 */
export async function composedDepthPt(
  document: StoryDocument,
  { setting, compositor, sizes }: Pick<FitOptions, "setting" | "compositor" | "sizes">,
  goesOn: () => Promise<boolean>,
): Promise<number | null> {
  const turns = storySetter(setting, compositor, sizes).inTurns(document);
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return flowStory(turn.value).depthPt;
    if (!(await goesOn())) return null;
  }
}

/** Opens a fitter. It remembers what it has set, block by block, under every composer. */
export function storyFitter({
  setting,
  compositor,
  sizes,
  legs = null,
  factor = 1,
}: FitOptions): StoryFitter {
  const { spec } = setting;
  const chosen = setting.composer ?? spec.styles.paragraph.composer;
  const { leadingPt } = spec.styles.paragraph;
  const setter = storySetter(setting, compositor, sizes);
  const others = COMPOSERS.filter((composer) => composer !== chosen).map((composer) =>
    storySetter({ ...setting, composer }, compositor, sizes),
  );
  const linesOf = (set: SetStory): number => depthInUnits(flowStory(set).depthPt * factor, leadingPt).lines;
  // Copy that will run deeper on the page by the factor has that much less room here.
  const room = legs && { ...legs, depthPt: legs.depthPt / factor };

  return {
    work: setter.work,
    fit: (document, planned = null) => {
      const set = setter.set(document);
      const flow = flowStory(set, room);
      const { all, body } = countStory(document);
      const columnPt = legs ? flowStory(set).depthPt : flow.depthPt;
      const depth = depthInUnits(columnPt * factor, leadingPt);
      const counts = [depth.lines, ...others.map((other) => linesOf(other.set(document)))];
      return {
        set,
        flow,
        words: body.words,
        composed: depthInUnits(columnPt, leadingPt),
        depth,
        factor,
        range: {
          composer: chosen,
          lines: depth.lines,
          least: Math.min(...counts),
          most: Math.max(...counts),
        },
        // A plan in words is held against what the desk list counts.
        planned: plannedFit(planned, depth, all.words),
        flagged: flaggedLines(set, flow),
      };
    },
  };
}
