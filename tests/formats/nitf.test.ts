import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { nitfFile, nitfWriter } from "#main/formats/nitf/write.ts";
import { printBlocks, type PrintBlock } from "#main/formats/print-blocks.ts";
import { roleOf, type ParagraphRole } from "#main/formats/style-names.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
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
import { NO_PICTURE, runsText, type Block } from "#shared/document/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { markupPieces, type MarkupPiece } from "#tests/support/markup.ts";
import { EVERY_SIGN, fullStory, printStory, SOME_PICTURE } from "#tests/support/outgoing-story.ts";
import { sentences } from "#tests/support/sentences.ts";

async function markup(print: PrintStory): Promise<string> {
  return new TextDecoder().decode((await nitfWriter.write(print)).bytes);
}

async function losses(...blocks: readonly Block[]): Promise<readonly string[]> {
  return sentences((await nitfWriter.write(printStory(story(...blocks)))).losses);
}

/** The part of the file between two tags, tags included. */
function within(xml: string, name: string): string {
  return new RegExp(`<${name}[ >/][^]*</${name}>|<${name}[^>]*/>`).exec(xml)?.[0] ?? "";
}

const LINE_BREAK = { kind: "text", text: "\n" } as const;

/** The text of every element of a name, in order, as NITF reads: `br` is a line end. */
function textsOf(bytes: Uint8Array, name: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const piece of markupPieces(bytes).map((one): MarkupPiece =>
    one.kind === "open" && one.name === "br" ? LINE_BREAK : one,
  )) {
    if (piece.kind === "open" && piece.name === name) {
      if (depth === 0) found.push("");
      depth += 1;
    }
    if (piece.kind === "close" && piece.name === name) depth -= 1;
    if (piece.kind === "text" && depth > 0) found[found.length - 1] += piece.text;
  }
  return found;
}

function filled(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== "");
}

function textsOfKind(blocks: readonly PrintBlock[], ...kinds: readonly ParagraphRole[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind !== "photo" && kinds.includes(roleOf(block)) ? [runsText(block.runs)] : [],
  );
}

describe("a story as NITF", () => {
  it("keeps headlines, names and dateline in the head of the body", async () => {
    expect(within(await markup(printStory(fullStory())), "body.head")).toBe(
      [
        "<body.head>",
        "<hedline>",
        "<hl1>Harbor board puts the seawall to a vote</hl1>",
        "<hl2>Oldmarsh would pay over nine years; growers upriver ask who drains the fields</hl2>",
        "</hedline>",
        "<byline>By <person>Ana Ruiz</person> and <person>Jonas Őry</person>, <byttl><org>Valley News</org></byttl></byline>",
        "<distributor>The Oldmarsh Ledger</distributor>",
        "<dateline><location>OLDMARSH, Wash. —</location> </dateline>",
        "</body.head>",
      ].join("\n"),
    );
  });

  it("keeps the copy in order, with its first paragraph as the lede", async () => {
    const content = within(await markup(printStory(fullStory())), "body.content").split("\n");
    expect(content).toEqual([
      "<body.content>",
      '<media media-type="image">',
      '<media-reference source="pictures/harbor-seawall-1.jpg" mime-type="image/jpeg" width="1200" height="800" units="pixels" alternate-text="A stone wall, wet &amp; &lt;green&gt; at its foot"/>',
      '<media-caption>The old wall at low tide, <em class="italic">looking east</em>.</media-caption>',
      "<media-producer>Ana Ruiz / Valley News</media-producer>",
      "</media>",
      '<p lede="true">The board voted <em class="bold">four to three</em> on Tuesday, <em class="bold italic">“with some regret,”</em> to ask the town. The <a href="https://example.org/seawall?vote=4&amp;item=2#text">full text</a> is public.</p>',
      `<p>${EVERY_SIGN.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`,
      "<hl2>What it costs</hl2>",
      '<p>Line one<br/>line two\tafter a tab; CO<num><sub>2</sub></num>, 10<num><sup>3</sup></num>, <em class="small-caps">nato</em>, <em class="strikethrough">struck</em>, <em class="underline">under</em>.</p>',
      '<bq class="pull-quote"><block><p>“The sea does not read minutes.”</p></block></bq>',
      "<ul><li>Nine years of payments</li><li>No toll on the quay</li></ul>",
      '<block class="fact-box"><p>Length of the wall: 1.2 miles</p><p>Built: 1911</p></block>',
      '<p class="end-mark">###</p>',
      "</body.content>",
    ]);
  });

  it("closes with the tagline", async () => {
    expect(within(await markup(printStory(fullStory())), "body.end")).toBe(
      "<body.end><tagline>This article was made up for a test.</tagline></body.end>",
    );
  });

  it("leaves a second dateline with the paragraph that it leads", async () => {
    const xml = await markup(
      printStory(
        story(
          textBlock("dateline", "PARIS –"),
          paragraph("One"),
          textBlock("dateline", "ROME –"),
          paragraph("Two"),
        ),
      ),
    );
    expect(textsOf(new TextEncoder().encode(xml), "dateline")).toEqual(["PARIS – ", "ROME – "]);
    expect(within(xml, "block")).toBe(
      "<block>\n<dateline><location>ROME –</location> </dateline>\n<p>Two</p>\n</block>",
    );
  });

  it("names the agency as the distributor where the story has no source line", async () => {
    const xml = await markup(printStory(story(byline(["Bo Li"], "Valley News"))));
    expect(within(xml, "distributor")).toBe("<distributor><org>Valley News</org></distributor>");
  });

  it("keeps the place of a picture that has not come", async () => {
    const xml = await markup(printStory(story(photo(NO_PICTURE, "The wall.", "Ana Ruiz", "A wall"))));
    expect(within(xml, "media").split("\n")).toEqual([
      '<media media-type="image">',
      '<media-reference alternate-text="A wall"/>',
      "<media-caption>The wall.</media-caption>",
      "<media-producer>Ana Ruiz</media-producer>",
      "</media>",
    ]);
  });

  it("tells crop and print size", async () => {
    const cropped = {
      ...photo(SOME_PICTURE),
      crop: { left: 0.1, top: 0, width: 0.5, height: 1 },
      size: { widthPt: 252, heightPt: 144 },
    };
    const xml = await markup(printStory(story(cropped)));
    expect(xml).toContain('<media-metadata name="crop" value="0.1 0 0.5 1"/>');
    expect(xml).toContain('<media-metadata name="print-size" value="252pt 144pt"/>');
  });

  it("brings every character of any story", async () => {
    await fc.assert(
      fc.asyncProperty(anyStory(1), async (document) => {
        const print = printStory(document);
        const blocks = printBlocks(print.document);
        const { bytes } = await nitfWriter.write(print);
        const photos = blocks.flatMap((block) => (block.kind === "photo" ? [block.photo] : []));
        expect(filled(textsOf(bytes, "hl1"))).toEqual(textsOfKind(blocks, "headline"));
        expect(textsOf(bytes, "byline")).toEqual(textsOfKind(blocks, "byline"));
        expect(textsOf(bytes, "li")).toEqual(textsOfKind(blocks, "listItem"));
        expect(textsOf(bytes, "hl2").toSorted()).toEqual(
          textsOfKind(blocks, "deck", "subhead", "boxTitle").toSorted(),
        );
        expect(textsOf(bytes, "p")).toEqual(
          textsOfKind(blocks, "paragraph", "pullQuote", "factBox", "endMark"),
        );
        expect(textsOf(bytes, "dateline").toSorted()).toEqual(
          blocks
            .flatMap((block) =>
              block.kind === "photo" ? [] : [block.kind === "dateline" ? block.runs : block.dateline],
            )
            .map(runsText)
            .filter((text) => text !== "")
            .toSorted(),
        );
        expect(textsOf(bytes, "tagline").join("\n")).toBe(textsOfKind(blocks, "tagline").join("\n"));
        expect(textsOf(bytes, "media-caption")).toEqual(
          filled(photos.map(({ caption }) => runsText(caption))),
        );
        expect(textsOf(bytes, "media-producer")).toEqual(
          filled(photos.map(({ credit }) => runsText(credit))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

async function head(facts: Partial<StoryFacts>): Promise<string> {
  return within(await markup(printStory(story(headline("Up & away")), facts)), "head");
}

describe("what NITF says about a story", () => {
  it("is its slug, priority, times, desk and place in the paper", async () => {
    expect(
      (
        await head({
          desk: "Metro",
          section: "Local",
          edition: "Late city",
          publicationDate: "2026-11-24",
          page: "A1",
          priority: 2,
          embargo: "2026-11-23T06:00:00Z",
        })
      ).split("\n"),
    ).toEqual([
      "<head>",
      "<title>Up &amp; away</title>",
      '<docdata management-status="embargoed">',
      '<doc-id regsrc="stet" id-string="s_01JD0000000000000000000001"/>',
      '<urgency ed-urg="2"/>',
      '<date.issue norm="20261122T150406Z"/>',
      '<date.release norm="20261123T060000Z"/>',
      '<fixture fix-id="Metro"/>',
      '<du-key key="harbor-seawall"/>',
      '<key-list><keyword key="harbor-seawall"/></key-list>',
      "</docdata>",
      '<pubdata type="print" item-length="0" unit-of-measure="word" date.publication="20261124T000000Z" edition.name="Late city" position.section="Local" position.sequence="A1"/>',
      "</head>",
    ]);
  });

  it("is whether it may be used", async () => {
    expect(await head({})).toContain('management-status="usable"');
    expect(await head({ embargo: "2026-11-22T15:04:00Z" })).toContain('management-status="usable"');
    expect(await head({ status: "hold" })).toContain('management-status="withheld"');
    expect(await head({ status: "kill" })).toContain('management-status="canceled"');
  });

  it("comes with IPTC's namespace, and without it where a feed wants none", () => {
    const print = printStory(fullStory());
    const [namespaced, bare] = [nitfFile(print, "namespaced"), nitfFile(print, "bare")].map((bytes) =>
      new TextDecoder().decode(bytes),
    );
    expect(namespaced).toContain('<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version=');
    expect(bare).toBe(namespaced?.replace(' xmlns="http://iptc.org/std/NITF/2006-10-18/"', ""));
  });
});

describe("what NITF cannot hold", () => {
  it("is nothing of plain copy in the usual order", async () => {
    expect(
      await losses(
        headline("A"),
        byline(["Bo Li"]),
        paragraph([marked("x", "bold"), linked("y", "https://a.example")]),
      ),
    ).toEqual([]);
  });

  it("is the look and the links of byline, source line and dateline", async () => {
    expect(
      await losses(
        byline([], null, [marked("By Bo", "bold")]),
        textBlock("source", [linked("Ledger", "https://a.example")]),
        textBlock("dateline", "PARIS\n(AFP)"),
        paragraph("x"),
      ),
    ).toEqual([
      "The byline has lost its bold, italic, links or line breaks: NITF holds plain text there.",
      "The source line has lost its bold, italic, links or line breaks: NITF holds plain text there.",
      "The dateline has lost its bold, italic, links or line breaks: NITF holds plain text there.",
    ]);
  });

  it("is the place of a headline or tagline in the middle of the copy", async () => {
    expect(await losses(paragraph("x"), headline("A"), textBlock("tagline", "T"), paragraph("y"))).toEqual([
      "1 headline, deck, byline or source line moved to the head of the story, where NITF keeps them.",
      "The tagline moved to the very end of the story, where NITF keeps it.",
    ]);
  });

  it("is the look of marks for which it has no common name", async () => {
    expect(
      await losses(paragraph([marked("a", "underline"), "b", marked("c", "smallCaps", "underline")])),
    ).toEqual([
      "Kept as a class that few programs show: underlined text in 2 places.",
      "Kept as a class that few programs show: small capitals in 1 place.",
    ]);
  });
});
