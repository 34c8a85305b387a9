import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printBlocks } from "#main/formats/print-blocks.ts";
import { headline, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { finalView, runsText, type Block, type Run, type StoryDocument } from "#shared/document/index.ts";
import {
  depthInUnits,
  everyText,
  flowStory,
  placeInCopy,
  placeInStory,
  plannedFit,
  storyCuts,
  storyFills,
  storyFitter,
  storySetter,
  type FitOptions,
  type Flow,
  type StoryFit,
} from "#shared/fit/depth/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { SOME_PICTURE } from "#tests/support/outgoing-story.ts";

const compositor = await broadsheetCompositor();
const NEWS = broadsheetSetting();
const { paragraph: BODY } = NEWS.spec.styles;

function fitted(document: StoryDocument, options: Partial<FitOptions> = {}): StoryFit {
  return storyFitter({ setting: NEWS, compositor, ...options }).fit(document);
}

/** Body copy of so many sentences. */
function copy(sentences: number, nr = 1): string {
  return Array.from(
    { length: sentences },
    (_, at) => `The harbor board put off the seawall plan by one vote, item ${String(at + nr)}.`,
  ).join(" ");
}

function deletion(text: string): Run {
  return { text, deleted: { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" } };
}

function linesOf(flow: Flow): readonly string[] {
  return flow.items.flatMap((item) => {
    if (item.kind === "picture") return [];
    const { start, end } = item.text.composed.lines[item.line] ?? { start: 0, end: 0 };
    return [item.text.copy.text.slice(start, end)];
  });
}

function withBlock(document: StoryDocument, at: number, block: Block): StoryDocument {
  return { ...document, blocks: document.blocks.with(at, block) };
}

describe("what is set", () => {
  it("is the very text that every export prints, in the same order", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        const set = storySetter(NEWS, compositor).set(document);
        const ours = set.parts.flatMap((part) => (part.kind === "text" ? [part.copy.text] : []));
        const printed = printBlocks(finalView(document)).flatMap((block) =>
          block.kind === "photo" ? [] : [runsText([...block.dateline, ...block.runs])],
        );
        expect(ours).toEqual(printed);
      }),
      { numRuns: 100 },
    );
  });

  it("loses and doubles no character between lines, and every place leads back to where it was", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        for (const { copy: own, composed } of everyText(storySetter(NEWS, compositor).set(document))) {
          expect(composed.lines.map(({ start, end }) => own.text.slice(start, end)).join("")).toBe(own.text);
          for (const { at, length, ...place } of own.stretches) {
            if (length === 0) continue;
            expect(placeInStory(own, at)).toEqual(place);
            expect(placeInCopy(own, place)).toBe(at);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has no depth for deleted text and notes", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        expect(fitted(document).depth).toEqual(fitted(finalView(document)).depth);
      }),
      { numRuns: 30 },
    );
    const deleted = story(paragraph([copy(2), deletion(copy(40)), " And so it stands."]));
    expect(fitted(deleted).depth).toEqual(fitted(story(paragraph(`${copy(2)} And so it stands.`))).depth);
  });

  it("runs the dateline into its paragraph in a face of its own, without an indent", () => {
    const { set } = fitted(
      story(textBlock("dateline", "OLDMARSH —"), paragraph(copy(1)), paragraph(copy(1))),
    );
    const [first, second] = everyText(set);
    expect(first?.order.runs[0]).toMatchObject({ text: "OLDMARSH —", face: { style: "bold" } });
    expect([first?.order.style.indentFirstPt, second?.order.style.indentFirstPt]).toEqual([0, 9]);
  });

  it("is set anew only where it changed, and comes out as if all of it were", () => {
    const document = inventedStory(3, 600);
    const setter = storySetter(NEWS, compositor);
    setter.set(document);
    const before = setter.work().set;
    const at = document.blocks.findIndex(({ kind }) => kind === "paragraph");
    const edited = withBlock(document, at + 2, paragraph("A new paragraph takes the place of an old one."));
    const again = setter.set(edited);
    expect(setter.work().set - before).toBe(1);
    const fresh = storySetter(NEWS, compositor).set(edited);
    expect(flowStory(again).depthPt).toBe(flowStory(fresh).depthPt);
    expect(linesOf(flowStory(again))).toEqual(linesOf(flowStory(fresh)));
  });
});

describe("the depth of a story", () => {
  it("of body text alone is its lines on the body's leading, in every unit", () => {
    const { depth, flow } = fitted(story(paragraph(copy(6)), paragraph(copy(4))));
    const lines = flow.items.length;
    expect(depth).toEqual({
      points: lines * BODY.leadingPt,
      lines,
      inches: (lines * 10) / 72,
      picas: (lines * 10) / 12,
      cm: ((lines * 10) / 72) * 2.54,
    });
    expect(depthInUnits(72, 10)).toMatchObject({ inches: 1, picas: 6, cm: 2.54, lines: 8 });
  });

  it("keeps body text on the leading grid after a subhead, with space before it left out at the top", () => {
    const { flow } = fitted(
      story(paragraph(copy(1)), textBlock("subhead", "What it costs"), paragraph(copy(1))),
    );
    const tops = flow.items.flatMap((item) =>
      item.kind === "line" ? [{ top: item.topPt, style: item.text.style }] : [],
    );
    const body = tops.filter(({ style }) => style === "paragraph").map(({ top }) => top % BODY.leadingPt);
    expect(new Set(body)).toEqual(new Set([0]));
    // Half a line above and half a line below make one: the subhead stands between them, not on the grid.
    const subhead = tops.findIndex(({ style }) => style === "subhead");
    expect((tops[subhead]?.top ?? 0) % BODY.leadingPt).toBe(BODY.leadingPt / 2);
    expect((tops[subhead + 1]?.top ?? 0) - (tops[subhead - 1]?.top ?? 0)).toBe(3 * BODY.leadingPt);
    const onTop = fitted(story(textBlock("subhead", "What it costs"), paragraph(copy(1))));
    expect(onTop.flow.items[0]).toMatchObject({ topPt: 0 });
  });

  it("does not count head and boxes, whose depth is not the column's", () => {
    const body = story(paragraph(copy(3)));
    const dressed = story(
      headline("Board puts the seawall off"),
      textBlock("deck", "Again"),
      photo(SOME_PICTURE, "The wall.", "Ana Ruiz"),
      textBlock("factBox", "Built: 1911"),
      ...body.blocks,
    );
    expect(fitted(dressed).depth).toEqual(fitted(body).depth);
  });

  it("counts a picture that runs in the column at its picture depth, with caption and credit", () => {
    const spec = { ...NEWS.spec, pictures: { ...NEWS.spec.pictures, columns: 1, place: "column" as const } };
    const setting = { ...NEWS, spec };
    const shot = photo(SOME_PICTURE, "The wall.", "Ana Ruiz");
    const fit = storyFitter({ setting, compositor, sizes: () => ({ widthPx: 800, heightPx: 1000 }) }).fit(
      story(shot),
    );
    const ordered = spec.pictures.depths.find(({ columns, shape }) => columns === 1 && shape === "vertical");
    const { caption, credit } = spec.styles;
    expect(fit.depth.points).toBeCloseTo(
      (ordered?.depthPt ?? 0) + spec.pictures.gapPt + caption.leadingPt + credit.leadingPt,
    );
    const sized = { ...shot, size: { widthPt: 232, heightPt: 100 } };
    expect(storyFitter({ setting, compositor }).fit(story(sized)).set.parts[0]).toMatchObject({
      place: "box",
      box: { columns: 2, widthPt: 244 },
    });
  });

  it("follows the factor that was measured, and says both figures", () => {
    const document = story(paragraph(copy(30)));
    const { depth, composed, factor } = fitted(document, { factor: 1.05 });
    expect(factor).toBe(1.05);
    expect(composed).toEqual(fitted(document).depth);
    expect(depth.points).toBeCloseTo(composed.points * 1.05);
  });

  it("comes with the lines that the other composer would give", () => {
    const document = inventedStory(5, 900);
    const { range } = fitted(document);
    const single = fitted(document, { setting: broadsheetSetting("News", { composer: "single-line" }) });
    expect(range).toMatchObject({ composer: "optimum-fit" });
    expect(single.range.composer).toBe("single-line");
    expect([range.least, range.most]).toEqual([
      Math.min(range.lines, single.range.lines),
      Math.max(range.lines, single.range.lines),
    ]);
    expect(single.range).toMatchObject({ least: range.least, most: range.most });
  });
});

describe("legs", () => {
  it("hold every line once and in order, each leg no deeper than it may be", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 40, max: 500 }),
        fc.integer({ min: 1, max: 99 }),
        (count, depthPt, seed) => {
          const document = inventedStory(seed, 300);
          const flow = flowStory(storySetter(NEWS, compositor).set(document), { count, depthPt });
          expect(linesOf(flow)).toEqual(linesOf(flowStory(storySetter(NEWS, compositor).set(document))));
          for (const item of flow.items) {
            if (item.kind === "picture" || item.leg >= count) continue;
            expect(item.topPt + item.text.look.leadingPt).toBeLessThanOrEqual(depthPt + 0.01);
          }
          const over = flow.items.filter(({ leg }) => leg >= count).length;
          expect(flow.overset?.lines ?? 0).toBe(over);
          expect(flow.overset === null || flow.leftPt === 0).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("say where the overset begins: the block, and the offset in its text as it stands", () => {
    const block = paragraph([deletion("Gone. "), copy(3)]);
    const { flow } = fitted(story(block), { legs: { count: 1, depthPt: 30 } });
    const [, , , fourth] = linesOf(flow);
    expect(flow.overset?.from).toMatchObject({ block: block.id, field: "runs" });
    const offset = flow.overset?.from?.offset ?? 0;
    expect(
      runsText(block.runs)
        .slice(offset)
        .startsWith(fourth ?? "?"),
    ).toBe(true);
  });

  it("say how much room is left", () => {
    const { flow, depth } = fitted(story(paragraph(copy(2))), { legs: { count: 2, depthPt: 300 } });
    expect(flow).toMatchObject({ overset: null, leftPt: 600 - depth.points });
  });

  it("never end in a subhead", () => {
    const lines = fitted(story(paragraph(copy(2)))).flow.items.length;
    const document = story(paragraph(copy(2)), textBlock("subhead", "What it costs"), paragraph(copy(2)));
    const { flow } = fitted(document, { legs: { count: 2, depthPt: (lines + 2) * BODY.leadingPt } });
    const subhead = flow.items.find((item) => item.kind === "line" && item.text.style === "subhead");
    expect(subhead).toMatchObject({ leg: 1, topPt: 0 });
  });

  it("show a widow at the top and an orphan at the foot", () => {
    const document = story(paragraph(copy(2)), paragraph(copy(2)));
    const first = fitted(story(paragraph(copy(2)))).flow.items.length;
    const flagged = (lines: number) =>
      fitted(document, { legs: { count: 2, depthPt: lines * BODY.leadingPt } }).flagged.map(
        ({ kind }) => kind,
      );
    expect(flagged(first - 1)).toContain("widow");
    expect(flagged(first + 1)).toContain("orphan");
    expect(flagged(first)).not.toContain("widow");
    expect(flagged(first)).not.toContain("orphan");
  });
});

describe("lines to look at", () => {
  it("name a character that no font has, by its line and its code", () => {
    const block = paragraph(`${copy(1)} The board’s 東京 office was not asked.`);
    const [flag] = fitted(story(block)).flagged.filter(({ kind }) => kind === "missing-glyph");
    expect(flag?.sentence).toContain("“東” (U+6771)");
    expect(flag?.from?.block).toBe(block.id);
    expect(flag?.text).toContain("東京");
  });

  it("name a runt in the column, not in a headline", () => {
    const { flagged } = fitted(story(headline("Harbor plan is put off"), paragraph(copy(1))), {
      setting: { ...NEWS, headline: { columns: 3, sizePt: 36, lines: 2 } },
    });
    expect(flagged.filter(({ style, kind }) => style === "headline" && kind === "runt")).toEqual([]);
  });
});

describe("a length that was planned", () => {
  const depth = depthInUnits(720, 10);

  it("is held against words, lines or inches, whichever it was planned in", () => {
    expect(plannedFit({ amount: 70, unit: "lines" }, depth, 300)).toMatchObject({ over: 2, state: "over" });
    expect(plannedFit({ amount: 10, unit: "inches" }, depth, 300)).toMatchObject({ over: 0, state: "fits" });
    expect(plannedFit({ amount: 400, unit: "words" }, depth, 300)).toMatchObject({
      over: -100,
      state: "short",
    });
    expect(plannedFit({ amount: 295, unit: "words" }, depth, 300)).toMatchObject({ over: 5, state: "fits" });
    expect(plannedFit(null, depth, 300)).toBeNull();
  });
});

describe("the headline's order", () => {
  it("sets headline and deck across its columns, at its size", () => {
    const { set } = fitted(story(headline("Board puts it off"), textBlock("deck", "Again")), {
      setting: { ...NEWS, headline: { columns: 2, sizePt: 24, lines: 2 } },
    });
    expect(everyText(set).map(({ look }) => [look.columns, look.sizePt])).toEqual([
      [2, 24],
      [2, 16.2],
    ]);
  });
});

describe("the cheapest cuts of a story", () => {
  it("stand where they say, and save the line when they are made", () => {
    const block = paragraph(["It was late. ", deletion("Very late. "), marked(copy(4), "italic")]);
    const document = story(block, paragraph(copy(5, 20)));
    const fit = fitted(document);
    const [cut] = storyCuts(fit, compositor);
    if (!cut?.from || !cut.to) throw new Error("no cut was found");
    const own = document.blocks.find(({ id }) => id === cut.id);
    const text = own?.kind === "paragraph" ? runsText(own.runs) : "";
    expect(text.slice(cut.from.offset, cut.to.offset)).toContain(cut.words);
    const without = everyText(fit.set).find(({ block: id }) => id === cut.id)?.copy.text ?? "";
    const shorter = paragraph(without.slice(0, cut.start) + without.slice(cut.end));
    const others = document.blocks.filter(({ id }) => id !== cut.id);
    const before = flowStory(fit.set).items.length;
    const first = document.blocks[0]?.id === cut.id;
    const after = fitted(story(...(first ? [shorter, ...others] : [...others, shorter])));
    expect(after.flow.items.length).toBeLessThan(before);
  });

  it("say how deep the column runs then, with all that is no line of type in it, and as calibrated", () => {
    const quote = textBlock("pullQuote", "“The sea does not read minutes, and neither does the tide.”");
    const document = story(
      paragraph(copy(4)),
      textBlock("subhead", "What it costs"),
      paragraph(copy(5, 20)),
      quote,
      paragraph(copy(3, 40)),
    );
    for (const factor of [1, 1.1]) {
      const fit = fitted(document, { factor });
      const { lines } = fit.depth;
      for (const { savesLines, linesAfter } of storyCuts(fit, compositor)) {
        expect(linesAfter).toBeLessThan(lines);
        // A line of the quote is half as deep again, and the text after it goes on at the next line of the grid.
        expect(linesAfter).toBeGreaterThanOrEqual(lines - 3 * savesLines);
      }
      for (const { linesAfter } of storyFills(fit, compositor, 8)) {
        expect(linesAfter - lines).toBeGreaterThanOrEqual(1);
        expect(linesAfter - lines).toBeLessThanOrEqual(3);
      }
    }
  });
});
