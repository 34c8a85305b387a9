import { createCompositor, type Compositor, type ParagraphOrder } from "#shared/fit/compose/index.ts";
import { cheapestCuts } from "#shared/fit/cuts/index.ts";
import { loadHyphenators } from "#shared/fit/hyphenate/languages.ts";
import type { TextStyle } from "#shared/fit/kit/kit.ts";
import { newsStyle, openTestFonts, TEST_FACES } from "#tests/support/compositor.ts";
import { inventedParagraphs } from "#tests/support/invented-news.ts";
import { forgetTypst, typstLines } from "#tests/support/typst.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 1000;
const ROUNDS = 30;
const WIDTH_PT = 130;
const STYLES = [newsStyle(), newsStyle({ composer: "optimum-fit" })] as const;

function ordersOf(texts: readonly string[], style: TextStyle, widthPt = WIDTH_PT): readonly ParagraphOrder[] {
  return texts.map((text) => ({ runs: [{ text }], style, widthPt }));
}

function timed(work: () => void): number {
  const beganAtMs = performance.now();
  work();
  return performance.now() - beganAtMs;
}

function composeAll(compositor: Compositor, orders: readonly ParagraphOrder[]): void {
  for (const order of orders) compositor.compose(order);
}

/** A compositor that has set nothing, on fonts that are open already: what a story costs, not what starting does. */
async function coldCompositors(): Promise<() => Compositor> {
  const fonts = await openTestFonts(TEST_FACES);
  const hyphenators = await loadHyphenators(["en-us"]);
  return () => createCompositor({ fonts, hyphenators });
}

function composition(cold: () => Compositor, style: TextStyle): readonly Measurement[] {
  const first: number[] = [];
  const again: number[] = [];
  const otherMeasure: number[] = [];
  const keys: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const texts = inventedParagraphs(500 + round, WORDS);
    const compositor = cold();
    const orders = ordersOf(texts, style);
    const firstMs = timed(() => composeAll(compositor, orders));
    const againMs = timed(() => composeAll(compositor, ordersOf(texts, style)));
    const otherMs = timed(() => composeAll(compositor, ordersOf(texts, style, WIDTH_PT + 1)));
    const typed = texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
    const keyMs = timed(() => composeAll(compositor, ordersOf([`${typed}x`], style)));
    // The first rounds only warm the machine up.
    if (round < 0) continue;
    first.push(firstMs);
    again.push(againMs);
    otherMeasure.push(otherMs);
    keys.push(keyMs);
  }
  const name = `${style.composer}, 1,000 words`;
  return [
    { name: `${name}, nothing remembered`, samples: first, limit: { p95Ms: 50 } },
    { name: `${name}, all remembered`, samples: again, limit: { p95Ms: 8 } },
    { name: `${name}, in another measure`, samples: otherMeasure, limit: { p95Ms: 50 } },
    { name: `${style.composer}, the longest paragraph after a key`, samples: keys, limit: { p95Ms: 5 } },
  ];
}

function cuts(cold: () => Compositor, style: TextStyle): Measurement {
  const samples: number[] = [];
  for (let round = -3; round < 12; round += 1) {
    const compositor = cold();
    const story = ordersOf(inventedParagraphs(700 + round, WORDS), style).map((order, nr) => ({
      id: String(nr),
      order,
    }));
    for (const { order } of story) compositor.compose(order);
    const tookMs = timed(() => void cheapestCuts(compositor, story));
    if (round >= 0) samples.push(tookMs);
  }
  return { name: `cheapest cuts of 1,000 words, ${style.composer}`, samples, limit: { p95Ms: 300 } };
}

function edition(cold: () => Compositor, style: TextStyle): Measurement {
  const stories = Array.from({ length: 100 }, (_, nr) =>
    inventedParagraphs(2000 + nr, 200 + ((nr * 37) % 900)),
  );
  const samples = Array.from({ length: 3 }, () => {
    const compositor = cold();
    return timed(() => {
      for (const texts of stories) composeAll(compositor, ordersOf(texts, style));
    });
  });
  return { name: `an edition of 100 stories, ${style.composer}`, samples, limit: { longestMs: 5000 } };
}

function besideTypst(cold: () => Compositor): readonly Measurement[] {
  return STYLES.map((style): Measurement => {
    const ours: number[] = [];
    const theirs: number[] = [];
    const linebreaks = style.composer === "single-line" ? "simple" : "optimized";
    for (let round = -2; round < 10; round += 1) {
      const stories = [0, 1, 2].map((nr) => inventedParagraphs(900 + round * 3 + nr, WORDS));
      forgetTypst();
      const theirMs = timed(
        () => void typstLines({ stories, widthPt: WIDTH_PT, linebreaks, sizePt: 9.5, indentPt: 9 }),
      );
      const compositor = cold();
      const ourMs = timed(() => {
        for (const texts of stories) composeAll(compositor, ordersOf(texts, style));
      });
      if (round < 0) continue;
      ours.push(ourMs);
      theirs.push(theirMs);
    }
    return {
      name: `three stories of 1,000 words, ${style.composer}`,
      samples: ours,
      baseline: { name: `Typst, "${linebreaks}", the same stories`, samples: theirs },
      limit: null,
    };
  });
}

/** The composer: stories cold and warm, a key, cuts, an edition, and Typst on the same stories. */
export async function composerBench(): Promise<readonly Measurement[]> {
  const cold = await coldCompositors();
  return [
    ...STYLES.flatMap((style) => composition(cold, style)),
    ...STYLES.map((style) => cuts(cold, style)),
    ...STYLES.map((style) => edition(cold, style)),
    ...besideTypst(cold),
  ];
}
