import type { PrintPicture, PrintStory } from "#main/formats/story-format.ts";
import {
  byline,
  headline,
  linked,
  marked,
  paragraph,
  photo,
  story,
  textBlock,
} from "#shared/document/builders.ts";
import { finalView, NO_PICTURE, type AssetId, type StoryDocument } from "#shared/document/index.ts";
import { NEW_STORY_FACTS, type StoryFacts } from "#shared/newsroom/index.ts";
import { drawPicture } from "./pictures.ts";

export const SOME_PICTURE: AssetId = `sha256:${"a1".repeat(32)}`;

/** What newsrooms trip over, in one line: quotes, dashes, spaces of every width, soft hyphens, accents, markup, an astral character. */
export const EVERY_SIGN =
  '“Łódź’s ‘őr’” – č — … ½ € a\u00A0b c\u2009d e\u200Af co\u00ADop & <b> &amp; > "x" 😀 e\u0301  two';

const WIDTH_PX = 1200;
const HEIGHT_PX = 800;
let drawn: Promise<Uint8Array> | undefined;

/** A picture of 1,200 × 800 pixels at 200 ppi: 432 × 288 pt. */
export function somePicture(path: string, change: Partial<PrintPicture> = {}): PrintPicture {
  return {
    path,
    mediaType: "image/jpeg",
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    ppi: 200,
    crop: null,
    bytes: () => (drawn ??= drawPicture(WIDTH_PX, HEIGHT_PX)),
    ...change,
  };
}

/** A story on its way out, with a picture for every photo block that names one. */
export function printStory(document: StoryDocument, facts: Partial<StoryFacts> = {}): PrintStory {
  const photos = document.blocks.filter((block) => block.kind === "photo");
  return {
    id: "s_01JD0000000000000000000001",
    facts: { ...NEW_STORY_FACTS, slug: "harbor-seawall", ...facts },
    document: finalView(document),
    pictures: new Map(
      photos
        .filter(({ asset }) => asset !== NO_PICTURE)
        .map(({ id, crop }, index) => [
          id,
          somePicture(`pictures/harbor-seawall-${String(index + 1)}.jpg`, { crop }),
        ]),
    ),
    exportedAt: "2026-11-22T15:04:06.789Z",
  };
}

/** A story on its way out as a file that shows its open changes and notes. */
export function markedUpStory(markup: StoryDocument): PrintStory {
  return { ...printStory(finalView(markup)), markup };
}

/** An invented story with every kind of block and every mark. */
export function fullStory(): StoryDocument {
  return story(
    headline("Harbor board puts the seawall to a vote"),
    textBlock("deck", "Oldmarsh would pay over nine years; growers upriver ask who drains the fields"),
    byline(["Ana Ruiz", "Jonas Őry"], "Valley News"),
    textBlock("source", "The Oldmarsh Ledger"),
    photo(
      SOME_PICTURE,
      ["The old wall at low tide, ", marked("looking east", "italic"), "."],
      "Ana Ruiz / Valley News",
      "A stone wall, wet & <green> at its foot",
    ),
    textBlock("dateline", "OLDMARSH, Wash. —"),
    paragraph([
      "The board voted ",
      marked("four to three", "bold"),
      " on Tuesday, ",
      marked("“with some regret,”", "bold", "italic"),
      " to ask the town. The ",
      linked("full text", "https://example.org/seawall?vote=4&item=2#text"),
      " is public.",
    ]),
    paragraph(EVERY_SIGN),
    textBlock("subhead", "What it costs"),
    paragraph([
      "Line one\nline two\tafter a tab; CO",
      marked("2", "subscript"),
      ", 10",
      marked("3", "superscript"),
      ", ",
      marked("nato", "smallCaps"),
      ", ",
      marked("struck", "strikethrough"),
      ", ",
      marked("under", "underline"),
      ".",
    ]),
    textBlock("pullQuote", "“The sea does not read minutes.”"),
    textBlock("listItem", "Nine years of payments"),
    textBlock("listItem", "No toll on the quay"),
    textBlock("factBox", "Length of the wall: 1.2 miles"),
    textBlock("factBox", "Built: 1911"),
    textBlock("tagline", "This article was made up for a test."),
    textBlock("endMark", "###"),
  );
}
