import { describe, expect, it } from "vitest";
import { kitSample } from "#renderer/kit/kit-sample.ts";
import { sampleCopy } from "#renderer/kit/sample-copy.ts";
import { storyFitter } from "#shared/fit/depth/index.ts";
import { STYLE_NAMES, type BlockStyle, type ColumnSpec } from "#shared/fit/kit/kit.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";

const STORY = inventedStory(3, 200);

/** The sample of News on the broadsheet, its body text changed. */
async function sampleWith(change: Partial<BlockStyle> = {}) {
  const setting = broadsheetSetting();
  const { paragraph } = setting.spec.styles;
  const styles = { ...setting.spec.styles, paragraph: { ...paragraph, ...change } };
  const spec: ColumnSpec = { ...setting.spec, styles };
  const compositor = await broadsheetCompositor();
  const sample = kitSample(sampleCopy(spec), STORY, { ...setting, spec }, compositor, () => null);
  return { sample, setting: { ...setting, spec }, compositor };
}

describe("The sample of a column spec", () => {
  it("has lines of every kind of block, each on the sheet, and the box of a picture", async () => {
    const { sample } = await sampleWith();
    const { lines, boxes, widthPt, heightPt } = sample;
    expect(new Set(lines.map(({ style }) => style))).toEqual(new Set(STYLE_NAMES));
    expect(boxes).toHaveLength(1);
    for (const { pieces, xPt, topPt, leadingPt } of lines) {
      expect(pieces.length).toBeGreaterThan(0);
      expect(topPt + leadingPt).toBeLessThanOrEqual(heightPt + 0.01);
      for (const piece of pieces)
        expect(xPt + piece.xPt + piece.widthPt, piece.text).toBeLessThan(widthPt + 1);
    }
  });

  it("lays no line over another", async () => {
    const { lines } = (await sampleWith()).sample;
    for (const [nr, line] of lines.entries()) {
      const over = lines
        .slice(nr + 1)
        .filter(
          ({ xPt, topPt }) =>
            Math.abs(xPt - line.xPt) < 1 &&
            topPt < line.topPt + line.leadingPt - 0.01 &&
            topPt + line.leadingPt > line.topPt + 0.01,
        );
      expect(over.map(({ pieces }) => pieces[0]?.text)).toEqual([]);
    }
  });

  it("says how deep the story on the page would run: as deep as it is set", async () => {
    const { sample, setting, compositor } = await sampleWith({ sizePt: 11, leadingPt: 12 });
    expect(sample.story).toEqual(storyFitter({ setting, compositor }).fit(STORY).composed);
    const { sample: usual } = await sampleWith();
    expect(sample.depth.points).toBeGreaterThan(usual.depth.points);
  });

  it("is in the language that the body text is divided in, German or else English", async () => {
    const { spec } = (await sampleWith()).setting;
    const [german] = sampleCopy({
      ...spec,
      styles: {
        ...spec.styles,
        paragraph: {
          ...spec.styles.paragraph,
          hyphenation: {
            language: "de",
            shortestWord: 5,
            before: 2,
            after: 2,
            ladder: 3,
            capitals: true,
            lastWord: true,
          },
        },
      },
    }).blocks;
    const [english] = sampleCopy(spec).blocks;
    expect(german).not.toEqual(english);
    expect(JSON.stringify(german)).toContain("Netzboden");
  });
});
