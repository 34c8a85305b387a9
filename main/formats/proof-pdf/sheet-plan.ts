import type { Legs, PlacedItem, SetPart, SetPicture, SetStory, SetText } from "#shared/fit/depth/index.ts";
import { flowInto, flowStory, storyRunsRightToLeft, textDepthPt } from "#shared/fit/depth/index.ts";
import { measureOf } from "#shared/fit/kit/kit.ts";

/** A line in its place: lengths in points of the page, from the top left corner of the sheet's copy. */
export interface PlannedLine {
  readonly kind: "line";
  readonly text: SetText;
  readonly line: number;
  readonly xPt: number;
  readonly topPt: number;
  /** Counts the lines of the column from 1; null outside of it. */
  readonly number: number | null;
}

export interface PlannedPicture {
  readonly kind: "picture";
  readonly picture: SetPicture;
  readonly xPt: number;
  readonly topPt: number;
}

/** A hairline frame, the hole on the page; without height a rule, above and below a fact box. */
export interface PlannedFrame {
  readonly kind: "frame";
  readonly xPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface PlannedLabel {
  readonly kind: "label";
  readonly words: string;
  readonly xPt: number;
  readonly topPt: number;
}

export type PlannedItem = PlannedLine | PlannedPicture | PlannedFrame | PlannedLabel;

/** The sheets of a proof, before they are scaled to the paper. */
export interface SheetPlan {
  readonly widthPt: number;
  /** The deepest that any sheet needs. */
  readonly depthPt: number;
  readonly sheets: readonly (readonly PlannedItem[])[];
}

/** Between the head, the pictures and the text. */
const GAP_PT = 10;
const BOX_INSET_PT = 4;

class Sheets {
  readonly #items: PlannedItem[][] = [[]];
  depthPt = 0;

  on(sheet: number): PlannedItem[] {
    while (this.#items.length <= sheet) this.#items.push([]);
    return this.#items[sheet] ?? [];
  }

  put(sheet: number, item: PlannedItem): void {
    this.on(sheet).push(item);
  }

  get last(): number {
    return this.#items.length - 1;
  }

  get all(): readonly (readonly PlannedItem[])[] {
    return this.#items;
  }
}

function putText(sheets: Sheets, sheet: number, text: SetText, xPt: number, topPt: number): void {
  for (const line of text.composed.lines.keys()) {
    sheets.put(sheet, {
      kind: "line",
      text,
      line,
      xPt,
      topPt: topPt + line * text.look.leadingPt,
      number: null,
    });
  }
}

function putPicture(sheets: Sheets, sheet: number, picture: SetPicture, xPt: number, topPt: number): void {
  sheets.put(sheet, { kind: "picture", picture, xPt, topPt });
  let below = topPt + picture.box.heightPt + picture.gapPt;
  for (const text of [picture.caption, picture.credit]) {
    if (!text) continue;
    below += text.look.spaceBeforePt;
    putText(sheets, sheet, text, xPt, below);
    below += textDepthPt(text) + text.look.spaceAfterPt;
  }
}

/** A stack of paragraphs in a frame: consecutive fact boxes are one. */
type Box =
  | { readonly kind: "picture"; readonly picture: SetPicture }
  | { readonly kind: "texts"; readonly texts: readonly SetText[] };

function boxesOf(parts: readonly SetPart[]): readonly Box[] {
  const boxes: ({ kind: "picture"; picture: SetPicture } | { kind: "texts"; texts: SetText[] })[] = [];
  let before: SetPart | undefined;
  for (const part of parts) {
    if (part.place === "box" && part.kind === "picture") boxes.push({ kind: "picture", picture: part });
    if (part.place === "box" && part.kind === "text") {
      const last = boxes.at(-1);
      const goesOn = before?.kind === "text" && before.style === part.style;
      if (goesOn && last?.kind === "texts") last.texts.push(part);
      else boxes.push({ kind: "texts", texts: [part] });
    }
    before = part;
  }
  return boxes;
}

function boxDepthPt(box: Box): number {
  if (box.kind === "picture") return box.picture.depthPt;
  return box.texts.reduce(
    (depth, text) => depth + text.look.spaceBeforePt + textDepthPt(text) + text.look.spaceAfterPt,
    BOX_INSET_PT * 2,
  );
}

function boxWidthPt(box: Box, story: SetStory): number {
  if (box.kind === "picture") return box.picture.box.widthPt;
  return measureOf(story.setting.kit, box.texts[0]?.look.columns ?? 1);
}

function putBox(sheets: Sheets, sheet: number, box: Box, story: SetStory, xPt: number, topPt: number): void {
  if (box.kind === "picture") {
    putPicture(sheets, sheet, box.picture, xPt, topPt);
    return;
  }
  let below = topPt + BOX_INSET_PT;
  for (const text of box.texts) {
    below += text.look.spaceBeforePt;
    putText(sheets, sheet, text, xPt, below);
    below += textDepthPt(text) + text.look.spaceAfterPt;
  }
  const rule = { kind: "frame", xPt, widthPt: boxWidthPt(box, story), heightPt: 0 } as const;
  sheets.put(sheet, { ...rule, topPt });
  sheets.put(sheet, { ...rule, topPt: below + BOX_INSET_PT });
}

/** How deep the legs of the last sheet must be for all of them to end together. */
function balancedPt(
  story: SetStory,
  count: number,
  sheet: number,
  fullPt: (sheet: number) => number,
): number {
  const { leadingPt } = story.setting.spec.styles.paragraph;
  const fits = (depthPt: number): boolean => {
    const flow = flowInto(story, count * (sheet + 1), (leg) =>
      Math.floor(leg / count) === sheet ? depthPt : fullPt(Math.floor(leg / count)),
    );
    return flow.overset === null && !flow.items.some(({ leg }) => leg >= count * (sheet + 1));
  };
  let lines = 1;
  while (lines * leadingPt < fullPt(sheet) && !fits(lines * leadingPt)) lines += 1;
  return Math.min(lines * leadingPt, fullPt(sheet));
}

/**
 * Plans the sheets of a proof in the page's own columns: the head of the story across the top,
 * the first picture below it, the text in its legs, then the other pictures and boxes. Without
 * chosen legs the text runs in as many as the headline is wide, and they end together. `roomPt` is
 * how much copy a sheet holds at a width, in points of the page.
 */
export function planSheets(
  story: SetStory,
  legs: Legs | null,
  roomPt: (widthPt: number, depthPt: number) => number,
): SheetPlan {
  const { kit, spec } = story.setting;
  const { gutterPt } = kit.page;
  const columnPt = measureOf(kit, 1);
  const bodyColumns = spec.styles.paragraph.columns;
  const heads = story.parts.filter(({ place }) => place === "head");
  const boxes = boxesOf(story.parts);
  const widestHead = Math.max(
    bodyColumns,
    ...heads.map((part) => (part.kind === "text" ? part.look.columns : part.box.columns)),
  );
  const legCount = legs?.count ?? Math.max(1, Math.floor(widestHead / bodyColumns));
  const columns = Math.max(widestHead, legCount * bodyColumns);
  const xOf = (column: number): number => column * (columnPt + gutterPt);
  const boxWidths = boxes.map((box) => boxWidthPt(box, story));
  const widthPt = Math.max(xOf(columns) - gutterPt, ...boxWidths);

  const sheets = new Sheets();
  let topPt = 0;
  for (const part of heads) {
    if (part.kind === "text") {
      topPt += topPt === 0 ? 0 : part.look.spaceBeforePt;
      putText(sheets, 0, part, 0, topPt);
      topPt += textDepthPt(part) + part.look.spaceAfterPt;
    } else {
      topPt += topPt === 0 ? 0 : Math.max(GAP_PT, part.spaceBeforePt);
      putPicture(sheets, 0, part, 0, topPt);
      topPt += part.depthPt + part.spaceAfterPt;
    }
  }
  if (heads.length > 0) topPt += GAP_PT;
  const leadIndex = boxes.findIndex((box) => box.kind === "picture");
  const lead = boxes[leadIndex];
  if (lead) {
    putBox(sheets, 0, lead, story, 0, topPt);
    topPt += boxDepthPt(lead) + GAP_PT;
  }

  const headPt = topPt;
  const sheetPt = roomPt(widthPt, legs ? headPt + legs.depthPt : 0);
  const { leadingPt } = spec.styles.paragraph;
  const onePiecePt = Math.max(0, sheetPt - headPt) < leadingPt * 3 ? 0 : sheetPt - headPt;
  const fullPt = (sheet: number): number => (sheet === 0 ? onePiecePt : sheetPt);
  const isMirrored = storyRunsRightToLeft(story);
  const legX = (leg: number): number =>
    xOf((isMirrored ? legCount - 1 - (leg % legCount) : leg % legCount) * bodyColumns);

  let number = 0;
  const filledPt = new Map<number, number>();
  const fill = (sheet: number, toPt: number): void => {
    filledPt.set(sheet, Math.max(filledPt.get(sheet) ?? 0, toPt));
  };
  const putColumn = (item: PlacedItem, sheet: number, xPt: number, atPt: number): void => {
    if (item.kind === "picture") {
      putPicture(sheets, sheet, item.picture, xPt, atPt);
      fill(sheet, atPt + item.picture.depthPt);
    } else {
      number += 1;
      sheets.put(sheet, { kind: "line", text: item.text, line: item.line, xPt, topPt: atPt, number });
      fill(sheet, atPt + item.text.look.leadingPt);
    }
  };
  fill(0, headPt);
  let overset: readonly PlacedItem[] = [];
  if (legs) {
    const { items } = flowStory(story, legs);
    overset = items.filter(({ leg }) => leg >= legs.count);
    for (const item of items) {
      if (item.leg < legs.count) putColumn(item, 0, legX(item.leg), headPt + item.topPt);
    }
    fill(0, headPt + legs.depthPt);
    for (let leg = 0; leg < legs.count; leg += 1) {
      const foot = { xPt: legX(leg), topPt: headPt + legs.depthPt, heightPt: 0 };
      sheets.put(0, { kind: "frame", ...foot, widthPt: measureOf(kit, bodyColumns) });
    }
  } else {
    const sheetOf = (leg: number): number => Math.floor(leg / legCount);
    const free = flowInto(story, Infinity, (leg) => fullPt(sheetOf(leg)));
    const last = sheetOf(free.items.at(-1)?.leg ?? 0);
    const lastPt = balancedPt(story, legCount, last, fullPt);
    const { items } = flowInto(story, Infinity, (leg) =>
      sheetOf(leg) === last ? lastPt : fullPt(sheetOf(leg)),
    );
    for (const item of items) {
      const sheet = sheetOf(item.leg);
      putColumn(item, sheet, legX(item.leg), item.topPt + (sheet === 0 ? headPt : 0));
    }
  }

  let sheet = sheets.last;
  let rowTopPt = (filledPt.get(sheet) ?? 0) + GAP_PT * 1.5;
  let rowDepthPt = 0;
  let xPt = 0;
  for (const [index, box] of boxes.entries()) {
    if (index === leadIndex) continue;
    const boxPt = { width: boxWidthPt(box, story), depth: boxDepthPt(box) };
    if (xPt > 0 && xPt + boxPt.width > widthPt + 0.01) {
      rowTopPt += rowDepthPt + GAP_PT;
      rowDepthPt = 0;
      xPt = 0;
    }
    if (rowTopPt + boxPt.depth > sheetPt && rowTopPt > 0) {
      sheet += 1;
      rowTopPt = 0;
      rowDepthPt = 0;
      xPt = 0;
    }
    putBox(sheets, sheet, box, story, xPt, rowTopPt);
    xPt += boxPt.width + gutterPt;
    rowDepthPt = Math.max(rowDepthPt, boxPt.depth);
  }

  if (overset.length > 0) {
    const first = sheets.last + 1;
    const belowPt = leadingPt * 2;
    const perLegPt = Math.max(leadingPt, Math.floor((sheetPt - belowPt) / leadingPt) * leadingPt);
    const lines = overset.filter(({ kind }) => kind === "line").length;
    const words = `Overset: ${String(lines)} ${lines === 1 ? "line" : "lines"}`;
    sheets.put(first, { kind: "label", words, xPt: 0, topPt: 0 });
    for (const item of overset) {
      const leg = Math.floor(item.topPt / perLegPt);
      putColumn(item, first + Math.floor(leg / legCount), legX(leg), belowPt + (item.topPt % perLegPt));
    }
  }
  return { widthPt, depthPt: sheetPt, sheets: sheets.all };
}
