import { beforeAll, describe, expect, test } from "vitest";
import type { Compositor } from "#shared/fit/compose/index.ts";
import { copyWithout } from "#shared/fit/compose/copy-range.ts";
import { cheapestCuts, cheapestFills, type NamedParagraph } from "#shared/fit/cuts/index.ts";
import { COMPOSERS } from "#shared/fit/kit/kit.ts";
import { newsStyle, testCompositor } from "#tests/support/compositor.ts";
import { inventedParagraphs } from "#tests/support/invented-news.ts";

let compositor: Compositor;
beforeAll(async () => {
  compositor = await testCompositor();
});

function storyOf(
  texts: readonly string[],
  composer: (typeof COMPOSERS)[number] = "single-line",
): readonly NamedParagraph[] {
  const style = newsStyle({ composer });
  return texts.map((text, nr) => ({
    id: `p${String(nr)}`,
    order: { runs: [{ text }], style, widthPt: 130 },
  }));
}

function linesOf(paragraphs: readonly NamedParagraph[]): number {
  return paragraphs.reduce((sum, { order }) => sum + compositor.compose(order).lines.length, 0);
}

describe("cheapest cuts", () => {
  for (const composer of COMPOSERS) {
    test(`${composer}: every cut saves what it says, and the cheapest come first`, () => {
      const story = storyOf(inventedParagraphs(3, 1000), composer);
      const cuts = cheapestCuts(compositor, story);
      expect(cuts.length).toBeGreaterThan(5);
      for (const cut of cuts) {
        const shorter = story.map(({ id, order }) =>
          id === cut.id
            ? { id, order: { ...order, runs: copyWithout(order.runs, cut.start, cut.end) } }
            : { id, order },
        );
        expect(linesOf(shorter)).toBe(cut.linesAfter);
        expect(linesOf(story) - cut.linesAfter).toBe(cut.savesLines);
        expect(cut.savesPt).toBe(cut.savesLines * 10.5);
        expect(cut.characters).toBe(cut.end - cut.start);
      }
      const costs = cuts.map(({ characters, savesLines }) => characters / savesLines);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      expect(cuts[0]?.characters).toBeLessThan(25);
    });
  }

  test("a paragraph that ends with one word over is found, and what to cut stands inside a sentence", () => {
    const text =
      "The harbor board quietly dropped the seawall plan after a long night without debate and went home tired.";
    const [cut] = cheapestCuts(compositor, storyOf([text]));
    expect(cut).toBeDefined();
    const rest = `${text.slice(0, cut?.start)}${text.slice(cut?.end)}`;
    expect(rest).toMatch(/^The .* tired\.$/);
    expect(rest).not.toMatch(/ {2}/);
    expect(text.slice(cut?.start, cut?.end).trim()).toBe(cut?.words);
  });

  test("nothing is offered where nothing can be saved", () => {
    expect(cheapestCuts(compositor, storyOf(["One line."]))).toEqual([]);
    expect(cheapestCuts(compositor, [])).toEqual([]);
  });

  test("no more are given, and no more looked for, than asked", () => {
    const story = storyOf(inventedParagraphs(3, 1000));
    expect(cheapestCuts(compositor, story, { most: 3, trials: 2000 })).toHaveLength(3);
    expect(cheapestCuts(compositor, story, { most: 3, trials: 0 })).toEqual([]);
  });
});

describe("growing to fill", () => {
  test("so many characters at the end make a line more, and half of them do not", () => {
    const story = storyOf(inventedParagraphs(8, 600));
    const fills = cheapestFills(compositor, story, 5);
    expect(fills).toHaveLength(5);
    for (const { id, at, characters, linesAfter } of fills) {
      const found = story.find((one) => one.id === id);
      if (!found) throw new RangeError("a paragraph that the story does not have");
      const before = compositor.compose(found.order).lines.length;
      const grown = (count: number): number => {
        const more = { text: ` ${"nine some lean ".repeat(8)}`.slice(0, count) };
        return compositor.compose({ ...found.order, runs: [...found.order.runs, more] }).lines.length;
      };
      expect(at).toBe(compositor.compose(found.order).text.length);
      expect(linesAfter).toBe(linesOf(story) + 1);
      expect(grown(characters + 4)).toBe(before + 1);
      expect(characters <= 6 || grown(Math.floor(characters / 2)) === before).toBe(true);
    }
    const costs = fills.map(({ characters }) => characters);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });
});
