import { describe, expect, it } from "vitest";
import { cutsReport, fitReport, setLineEnds } from "#renderer/fit/fit-report.ts";
import { galleyOf } from "#renderer/fit/galley.ts";
import { photo } from "#shared/document/builders.ts";
import { storyFitter, storyHeadlines, type Legs, type StoryPlace } from "#shared/fit/depth/index.ts";
import {
  blockText,
  countBlock,
  countStory,
  countText,
  type Block,
  type HeadlineBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import type { DatelineStyle } from "#shared/fit/kit/kit.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";

const STORY = inventedStory(7, 400);

async function fitted(planned: PlannedLength | null, legs: Legs | null = null) {
  const compositor = await broadsheetCompositor();
  const fitter = storyFitter({ setting: broadsheetSetting(), compositor, legs });
  return { compositor, fit: fitter.fit(STORY, planned) };
}

/** The words of a story that stand before a place in it. */
function wordsBefore({ blocks }: StoryDocument, place: StoryPlace | null): number {
  const at = blocks.findIndex(({ id }) => id === place?.block);
  const block = blocks[at];
  if (!place || !block) throw new Error("there is no such place");
  const before = blocks.slice(0, at).reduce((words, one) => words + countBlock(one).words, 0);
  return before + countText(blockText(block).slice(0, place.offset)).words;
}

describe("What the window is told of a story that was set", () => {
  it("is plain data that a worker can send", async () => {
    const { compositor, fit } = await fitted({ amount: 20, unit: "lines" }, { count: 2, depthPt: 200 });
    for (const told of [
      fitReport(fit, null, STORY),
      cutsReport(fit, compositor),
      galleyOf(fit, compositor),
    ]) {
      expect(structuredClone(told)).toEqual(told);
    }
  });

  it("says where it is overset in the planned lines where it has no legs, and by how many", async () => {
    const planned = { amount: 20, unit: "lines" } as const;
    const { fit } = await fitted(planned);
    const { overset, depth } = fitReport(fit, planned, STORY);
    expect(overset?.lines).toBeGreaterThanOrEqual(depth.lines - 20 - 1);
    expect(overset?.from).not.toBeNull();
    expect(fitReport(fit, { amount: 1_000, unit: "lines" }, STORY).overset).toBeNull();
    expect(fitReport(fit, { amount: 1, unit: "words" }, STORY).overset).toBeNull();
  });

  it("says where the planned words end where the story is over them, and nothing in legs", async () => {
    const planned = { amount: 300, unit: "words" } as const;
    const { fit } = await fitted(planned);
    const { wordsOver, overset } = fitReport(fit, planned, STORY);
    expect(overset).toBeNull();
    expect(wordsOver?.words).toBe(countStory(STORY).all.words - 300);
    expect(wordsBefore(STORY, wordsOver?.from ?? null)).toBe(300);
    const near = { amount: countStory(STORY).all.words - 1, unit: "words" } as const;
    expect(fitReport((await fitted(near)).fit, near, STORY).wordsOver).toBeNull();
    const inLegs = await fitted(planned, { count: 1, depthPt: 100 });
    expect(fitReport(inLegs.fit, planned, STORY).wordsOver).toBeNull();
  });

  it("says where each set line ends, in the order of the text", async () => {
    const { fit } = await fitted(null);
    const lineEnds = setLineEnds(fit);
    const lines = fit.flow.items.filter(({ kind }) => kind === "line");
    const paragraphs = new Set(lines.map((item) => (item.kind === "line" ? item.text : null)));
    expect(lineEnds).toHaveLength(lines.length - paragraphs.size);
  });
});

describe("The galley", () => {
  it("has every line of the column, its words where they are set, within the measure", async () => {
    const { compositor, fit } = await fitted(null, { count: 3, depthPt: 216 });
    const galley = galleyOf(fit, compositor);
    const items = fit.flow.items.flatMap((item) => (item.kind === "line" ? [item] : []));
    expect(galley.lines).toHaveLength(items.length);
    galley.lines.forEach((line, nr) => {
      const item = items[nr];
      const set = item?.text.composed.lines[item.line];
      if (!item || !set) throw new Error("there is no such line");
      const drawn = line.pieces.map(({ text }) => text).join("");
      const typed = item.text.copy.text.slice(set.start, set.end).replaceAll(/[\s\u00AD]/gu, "");
      expect(drawn.replace(/-$/u, "")).toBe(typed.replace(/-$/u, ""));
      const widest = line.pieces.map(({ xPt, widthPt }) => xPt + widthPt);
      expect(Math.max(0, ...widest)).toBeLessThan(galley.measurePt + 1);
    });
    expect(galley.oversetLeg).toBe(3);
  });
});

describe("Pictures in the galley", () => {
  const PICTURE = `sha256:${"b".repeat(64)}` as const;
  const crop = { left: 0.25, top: 0, width: 0.5, height: 1 };
  const printed = { ...photo(PICTURE, "The old wall at low tide.", "Ana Ruiz"), crop };
  const withPicture: StoryDocument = { ...STORY, blocks: [printed, ...STORY.blocks] };
  const pixels = { widthPx: 1200, heightPx: 800 };

  async function galleyWith(place: "box" | "column") {
    const compositor = await broadsheetCompositor();
    const { spec, ...setting } = broadsheetSetting();
    const pictures = { ...spec.pictures, place, columns: place === "box" ? 3 : 1 };
    const changed = { ...setting, spec: { ...spec, pictures } };
    const fit = storyFitter({ setting: changed, compositor, sizes: () => pixels }).fit(withPicture);
    return { galley: galleyOf(fit, compositor, () => pixels), fit };
  }

  it("stand in their column or beside it, cropped as they print, with their lines below them", async () => {
    for (const place of ["box", "column"] as const) {
      const { galley, fit } = await galleyWith(place);
      const [box] = galley.boxes;
      const part = fit.set.parts.find(({ kind }) => kind === "picture");
      if (!box || part?.kind !== "picture") throw new Error("the picture is not there");
      expect(box.picture).toEqual({ asset: PICTURE, crop, ...pixels });
      expect([box.widthPt, box.heightPt]).toEqual([part.box.widthPt, part.box.heightPt]);
      expect(box.leg).toBe(place === "box" ? galley.legs : 0);
      expect(galley.asides).toEqual(
        place === "box" ? [{ widthPt: part.box.widthPt, depthPt: part.depthPt }] : [],
      );
      const below = galley.lines.filter(({ end }) => end?.block === printed.id);
      expect(below.map(({ pieces }) => pieces.map(({ text }) => text).join(" ")).join(" ")).toBe(
        "The old wall at low tide. Ana Ruiz",
      );
      for (const line of below) {
        expect(line.leg).toBe(box.leg);
        expect(line.baselinePt).toBeGreaterThan(box.topPt + box.heightPt);
        expect(line.baselinePt).toBeLessThan(box.topPt + part.depthPt);
      }
    }
  });
});

/** The words of a galley as they are drawn, each with whether the face's own small capitals are used. */
async function drawn(document: StoryDocument, change: Partial<DatelineStyle> = {}) {
  const compositor = await broadsheetCompositor();
  const setting = broadsheetSetting();
  const spec = { ...setting.spec, dateline: { ...setting.spec.dateline, ...change } };
  const fit = storyFitter({ setting: { ...setting, spec }, compositor }).fit(document);
  return galleyOf(fit, compositor).lines.flatMap(({ pieces }) =>
    pieces.map(({ text, sizePt, smallCaps }) => ({ text, sizePt, smallCaps })),
  );
}

describe("Capitals in the galley", () => {
  it("are small capitals where the text is in them: the face's own, or smaller large ones", async () => {
    const block: Block = {
      id: "b_p",
      kind: "paragraph",
      runs: [{ text: "The " }, { text: "naacp", marks: ["smallCaps"] }, { text: " met." }],
    };
    const [the, small, met] = await drawn({ ...STORY, blocks: [block] });
    expect(the).toMatchObject({ text: "The", smallCaps: false });
    expect(met).toMatchObject({ text: "met.", smallCaps: false });
    expect(small).toMatchObject(
      small?.smallCaps === true ? { text: "naacp", sizePt: 9 } : { text: "NAACP", sizePt: 6.3 },
    );
  });

  it("are capitals in a dateline that is set in them, whatever was typed", async () => {
    const blocks: readonly Block[] = [
      { id: "b_d", kind: "dateline", runs: [{ text: "Oldmarsh —" }] },
      { id: "b_p", kind: "paragraph", runs: [{ text: "The board met." }] },
    ];
    const [place] = await drawn({ ...STORY, blocks }, { capitals: "all" });
    expect(place?.text).toBe("OLDMARSH");
    const [typed] = await drawn({ ...STORY, blocks });
    expect(typed?.text).toBe("Oldmarsh");
  });
});

describe("The headline desk", () => {
  it("measures every wording against the order, and says which is over", async () => {
    const compositor = await broadsheetCompositor();
    const headline: HeadlineBlock = {
      id: "b_h",
      kind: "headline",
      runs: [{ text: "Harbor board sends seawall plan to voters" }],
      alternates: [[{ text: "Wall" }], [{ text: "" }]],
    };
    const document: StoryDocument = { ...STORY, blocks: [headline] };
    const code = { columns: 3, sizePt: 36, lines: 2 };
    const wordings = storyHeadlines(document, compositor, broadsheetSetting(), code);
    expect(wordings.map(({ alternate }) => alternate)).toEqual([null, 0]);
    expect(wordings[0]?.fit.best?.lines).toHaveLength(2);
    expect(wordings[1]?.fit.asTyped.lines[0]?.fit).toBe("short");
    const [tight] = storyHeadlines(document, compositor, broadsheetSetting(), {
      columns: 1,
      sizePt: 60,
      lines: 1,
    });
    expect(tight?.fit.asTyped.fits).toBe(false);
  });
});
