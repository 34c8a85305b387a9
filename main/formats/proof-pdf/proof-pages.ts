import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PDFDocument, PDFHexString, type PDFRef } from "@cantoo/pdf-lib";
import type { CopyRun, ParagraphOrder } from "#shared/fit/compose/index.ts";
import type { SetPicture, SetText, StoryFit } from "#shared/fit/depth/index.ts";
import { loadSubsetter } from "#shared/fit/shaping/font-subset.ts";
import type { Face, TextStyle } from "#shared/fit/kit/kit.ts";
import type { PrintStory } from "../story-format.ts";
import { NUMBER_ROOM_PT, PAPER_MARGIN_PT, PAPERS, SLUG_ROOM_PT } from "./paper.ts";
import { proofFonts, resourceName, type ProofFonts } from "./proof-fonts.ts";
import { proofPicture } from "./proof-picture.ts";
import type { ProofSetting } from "./proof-story.ts";
import { planSheets, type PlannedItem, type SheetPlan } from "./sheet-plan.ts";
import { slugLines } from "./slug-line.ts";
import { drawRuns, filledBox, kOnly, pdfNumber } from "./text-operators.ts";

const HAIRLINE_PT = 0.25;
const NUMBER_EVERY = 5;
const NUMBER_SIZE_PT = 4.5;
const SLUG_SIZE_PT = 10;
const ABOUT_SIZE_PT = 7;

/** Where the baseline of a line stands below its top: the type in the middle of its leading. */
function baselineBelowTopPt({ sizePt, leadingPt }: TextStyle): number {
  return (leadingPt - sizePt) / 2 + sizePt * 0.78;
}

/** The words that are none of the story: numbers, slug line, labels. Set in the kit's caption face. */
class Furniture {
  readonly #setting: ProofSetting;
  readonly #style: TextStyle;
  readonly #fonts: ProofFonts;

  constructor(setting: ProofSetting, style: TextStyle, fonts: ProofFonts) {
    this.#setting = setting;
    this.#style = style;
    this.#fonts = fonts;
  }

  #order(words: string, sizePt: number, face: Face, widthPt: number): ParagraphOrder {
    const runs: readonly CopyRun[] = [{ text: words }];
    const rigid = { min: 100, desired: 100, max: 100 };
    const style: TextStyle = {
      ...this.#style,
      face,
      sizePt,
      leadingPt: sizePt,
      alignment: "left",
      composer: "single-line",
      hyphenation: null,
      justification: { wordSpace: rigid, glyphScale: rigid, letterSpace: { min: 0, desired: 0, max: 0 } },
      indentLeftPt: 0,
      indentRightPt: 0,
      indentFirstPt: 0,
    };
    return { runs, style, widthPt };
  }

  widthOf(words: string, sizePt: number, face: Face = this.#style.face): number {
    return this.#setting.compositor.widthOf(this.#order(words, sizePt, face, 0));
  }

  draw(words: string, sizePt: number, xPt: number, baselinePt: number, isBold = false): readonly string[] {
    const face: Face = isBold ? { ...this.#style.face, style: "bold" } : this.#style.face;
    // Just wide enough: words that run from right to left begin at the right.
    const widthPt = this.widthOf(words, sizePt, face) + 0.1;
    const { lines } = this.#setting.compositor.draw(this.#order(words, sizePt, face, widthPt));
    return lines.flatMap(({ runs }) => drawRuns(runs, this.#fonts, xPt, baselinePt));
  }
}

/** Draws one line of set copy; with the first one its bullet, with the last beside it its drop cap. */
function drawSetLine(
  text: SetText,
  line: number,
  setting: ProofSetting,
  fonts: ProofFonts,
  xPt: number,
  baselinePt: number,
): readonly string[] {
  const { lines, lead, dropCap } = setting.compositor.draw(text.order);
  const capLine = (text.composed.dropCap?.lines ?? 0) - 1;
  return [
    ...(line === 0 ? drawRuns(lead, fonts, xPt, baselinePt) : []),
    ...(line === capLine ? drawRuns(dropCap, fonts, xPt, baselinePt) : []),
    ...drawRuns(lines[line]?.runs ?? [], fonts, xPt, baselinePt),
  ];
}

function frame(xPt: number, footPt: number, widthPt: number, heightPt: number): string {
  const box = [xPt, footPt, widthPt, heightPt].map(pdfNumber).join(" ");
  return `q ${pdfNumber(HAIRLINE_PT)} w 0 0 0 0.45 K ${box} re S Q`;
}

/** A frame with its diagonals: where a picture will stand that is not there yet. */
function emptyBox(xPt: number, footPt: number, widthPt: number, heightPt: number): string {
  const [left, foot, right, top] = [xPt, footPt, xPt + widthPt, footPt + heightPt].map(pdfNumber);
  return `${frame(xPt, footPt, widthPt, heightPt)} q ${pdfNumber(HAIRLINE_PT)} w 0 0 0 0.25 K ${String(left)} ${String(foot)} m ${String(right)} ${String(top)} l ${String(left)} ${String(top)} m ${String(right)} ${String(foot)} l S Q`;
}

/** Everything that the drawing of sheets needs. */
interface Desk {
  readonly setting: ProofSetting;
  readonly fonts: ProofFonts;
  readonly furniture: Furniture;
  readonly images: ReadonlyMap<SetPicture, { readonly name: string }>;
}

/** Draws one item. `headPt` is the top of the copy, from the foot of the coordinates. */
function drawItem(
  item: PlannedItem,
  headPt: number,
  { setting, fonts, furniture, images }: Desk,
): readonly string[] {
  const topPt = headPt - item.topPt;
  switch (item.kind) {
    case "line": {
      const baselinePt = topPt - baselineBelowTopPt(item.text.look);
      const isNumbered = item.number !== null && (item.number === 1 || item.number % NUMBER_EVERY === 0);
      const words = String(item.number);
      return [
        ...drawSetLine(item.text, item.line, setting, fonts, item.xPt, baselinePt),
        ...(isNumbered
          ? furniture.draw(
              words,
              NUMBER_SIZE_PT,
              item.xPt - 2.5 - furniture.widthOf(words, NUMBER_SIZE_PT),
              baselinePt,
            )
          : []),
      ];
    }
    case "picture": {
      const { widthPt, heightPt } = item.picture.box;
      const image = images.get(item.picture);
      const footPt = topPt - heightPt;
      if (!image) {
        const words = "The picture is not in yet";
        return [
          emptyBox(item.xPt, footPt, widthPt, heightPt),
          ...furniture.draw(words, ABOUT_SIZE_PT, item.xPt + 4, topPt - 10),
        ];
      }
      const matrix = [widthPt, 0, 0, heightPt, item.xPt, footPt].map(pdfNumber).join(" ");
      return [`q ${matrix} cm /${image.name} Do Q`];
    }
    case "frame":
      return [frame(item.xPt, topPt - item.heightPt, item.widthPt, item.heightPt)];
    default:
      return furniture.draw(item.words, SLUG_SIZE_PT, item.xPt, topPt - SLUG_SIZE_PT, true);
  }
}

/** Puts every picture that is there into the file. */
async function embedPictures(
  document: PDFDocument,
  fit: StoryFit,
  story: PrintStory,
  setting: ProofSetting,
): Promise<ReadonlyMap<SetPicture, { readonly name: string; readonly ref: PDFRef }>> {
  const images = new Map<SetPicture, { readonly name: string; readonly ref: PDFRef }>();
  for (const part of fit.set.parts) {
    if (part.kind !== "picture") continue;
    const picture = story.pictures.get(part.block);
    if (!picture) continue;
    const jpeg = await proofPicture(picture, part.box, setting.profile);
    const { ref } = await document.embedJpg(jpeg);
    images.set(part, { name: `P${String(images.size + 1)}`, ref });
  }
  return images;
}

/** Says what press the pictures were converted for (ISO 32000-1, 14.11.5). */
function addOutputIntent(document: PDFDocument, setting: ProofSetting): void {
  const { profile } = setting;
  if (!profile) return;
  const { context, catalog } = document;
  const stream = context.register(context.flateStream(profile.bytes, { N: 4 }));
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFHexString.fromText(profile.name),
    Info: PDFHexString.fromText(profile.name),
    DestOutputProfile: stream,
  });
  catalog.set(resourceName("OutputIntents"), context.obj([intent]));
}

function titleWords({ facts }: PrintStory): string {
  return `Proof of ${facts.slug}`;
}

interface PaperRoom {
  readonly widthPt: number;
  readonly depthPt: number;
}

function roomOn(paper: ProofSetting["paper"]): PaperRoom {
  const { widthPt, heightPt } = PAPERS[paper];
  return {
    widthPt: widthPt - 2 * PAPER_MARGIN_PT - NUMBER_ROOM_PT,
    depthPt: heightPt - 2 * PAPER_MARGIN_PT - SLUG_ROOM_PT,
  };
}

/** Smaller where the copy is wider or a chosen leg deeper than the paper; never larger. */
function scaleOf(widthPt: number, depthPt: number, room: PaperRoom): number {
  return Math.min(1, room.widthPt / widthPt, depthPt > 0 ? room.depthPt / depthPt : 1);
}

function sheetContent(
  items: readonly PlannedItem[],
  slug: ReturnType<typeof slugLines>,
  { scale, paper }: { readonly scale: number; readonly paper: ProofSetting["paper"] },
  desk: Desk,
): string {
  const { heightPt, widthPt } = PAPERS[paper];
  const leftPt = PAPER_MARGIN_PT + NUMBER_ROOM_PT;
  const slugPt = heightPt - PAPER_MARGIN_PT - SLUG_SIZE_PT;
  const { furniture } = desk;
  const slugWidthPt = furniture.widthOf(slug.slug, SLUG_SIZE_PT) * 1.06 + 12;
  const copyTopPt = heightPt - PAPER_MARGIN_PT - SLUG_ROOM_PT;
  const matrix = [scale, 0, 0, scale, leftPt, copyTopPt].map(pdfNumber).join(" ");
  return [
    kOnly(),
    ...furniture.draw(slug.slug, SLUG_SIZE_PT, leftPt, slugPt, true),
    ...furniture.draw(slug.about, ABOUT_SIZE_PT, leftPt + slugWidthPt, slugPt),
    ...furniture.draw(slug.fit, ABOUT_SIZE_PT, leftPt, slugPt - 10),
    filledBox(leftPt, slugPt - 14, widthPt - PAPER_MARGIN_PT - leftPt, HAIRLINE_PT),
    `q ${matrix} cm`,
    ...items.flatMap((item) => drawItem(item, 0, desk)),
    "Q",
  ].join("\n");
}

/** Draws a proof: the sheets of a story that has been fitted, on office paper, with every glyph where the composer placed it. */
export async function proofPages(
  story: PrintStory,
  fit: StoryFit,
  setting: ProofSetting,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const at = new Date(story.exportedAt);
  document.setTitle(titleWords(story));
  document.setProducer("Stet");
  document.setCreator("Stet");
  document.setCreationDate(at);
  document.setModificationDate(at);
  const { kit, spec, paper } = setting;
  const caption =
    kit.specs.find(({ name }) => name === spec)?.styles.caption ?? fit.set.setting.spec.styles.caption;
  const fonts = proofFonts(setting.fontBytes);
  const furniture = new Furniture(setting, caption, fonts);
  const images = await embedPictures(document, fit, story, setting);
  const desk: Desk = { setting, fonts, furniture, images };
  const room = roomOn(paper);
  const legs = fit.flow.legs;
  const plan: SheetPlan = planSheets(
    fit.set,
    legs,
    (widthPt, depthPt) => room.depthPt / scaleOf(widthPt, depthPt, room),
  );
  const scale = Math.min(scaleOf(plan.widthPt, 0, room), room.depthPt / plan.depthPt);
  const sheets = plan.sheets.length;
  const contents = plan.sheets.map((items, index) => {
    const print = { exportedAt: story.exportedAt, sheet: index + 1, sheets, scale };
    return sheetContent(items, slugLines(story.facts, fit, setting, print), { scale, paper }, desk);
  });
  const wasm = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  const subset = await loadSubsetter(new Uint8Array(await readFile(wasm)));
  const fontRefs = fonts.embed(document, subset);
  const { context } = document;
  for (const content of contents) {
    const page = document.addPage([PAPERS[paper].widthPt, PAPERS[paper].heightPt]);
    page.node.set(resourceName("Contents"), context.register(context.flateStream(content)));
    page.node.set(
      resourceName("Resources"),
      context.obj({
        Font: Object.fromEntries(fontRefs),
        XObject: Object.fromEntries([...images.values()].map(({ name, ref }) => [name, ref])),
      }),
    );
  }
  addOutputIntent(document, setting);
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}
