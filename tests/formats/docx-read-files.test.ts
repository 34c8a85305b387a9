import { describe, expect, it } from "vitest";
import { readWord } from "#main/formats/docx/read.ts";
import { changesOf } from "#shared/changes/index.ts";
import { blockText, finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { READ_AT, thereAndBack, wordStory } from "#tests/support/read-word.ts";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { sentences } from "#tests/support/sentences.ts";
import { p, run, tracked, wordFile, type WordFileParts } from "#tests/support/word-file.ts";

function lines({ blocks }: StoryDocument): readonly string[] {
  return blocks.map((block) => `${block.kind}: ${blockText(block)}`);
}

async function linesOf(parts: WordFileParts): Promise<readonly string[]> {
  return lines((await wordStory(await wordFile(parts))).document);
}

async function refusal(bytes: Uint8Array, name = "fares.docx"): Promise<string> {
  const read = await readWord(name, bytes, READ_AT);
  if (read.ok) throw new Error("It was not refused.");
  return `${read.error.code}: ${read.error.message}`;
}

const END = `<w:ins w:id="9" w:author="Ana Ruiz" w:date="2026-11-20T10:00:00Z"/>`;

/** A move's range around what stands there. */
function range(side: "moveFrom" | "moveTo", inside: string): string {
  return `<w:${side}RangeStart w:id="3" w:name="move1" w:author="Ana Ruiz"/>${inside}<w:${side}RangeEnd w:id="3"/>`;
}

function comment(id: number, by: string, text: string): string {
  return `<w:comment w:id="${String(id)}" w:author="${by}" w:date="2026-11-20T10:00:00Z"><w:p w14:paraId="0000000${String(id)}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
}

function cell(text: string): string {
  return `<w:tc>${p("Normal", run(text))}</w:tc>`;
}

/** Everybody with an open change in a story. */
function people(story: StoryDocument): ReadonlySet<string> {
  return new Set(changesOf(story).map(({ by }) => by));
}

/** The notes of a story as a person reads them. */
function notesTold({ notes = [] }: StoryDocument): readonly unknown[] {
  return notes.map(({ kind, by, text, state, asked, replies }) => ({
    kind,
    by,
    text,
    state,
    asked,
    replies: replies.map((reply) => `${reply.by}: ${reply.text}`),
  }));
}

describe("a Word document", () => {
  it("is read by the styles that Word brings, whatever they are called in its menus", async () => {
    const body = [
      p("Title", run("Fares to rise", "<w:b/>")),
      p("Subtitle", run("Riders object")),
      p("Normal", run("The board voted.")),
      p("heading2", run("What it costs")),
      p("ListParagraph", run("Bus: $2")),
      p("Quote", run("We had no choice.")),
      p("caption", run("The old pier.")),
    ].join("");
    expect(await linesOf({ body })).toEqual([
      "headline: Fares to rise",
      "deck: Riders object",
      "paragraph: The board voted.",
      "subhead: What it costs",
      "listItem: Bus: $2",
      "pullQuote: We had no choice.",
      "photo: The old pier.",
    ]);
  });

  it("has a heading at its head for a headline, and a house’s own style for what that is based on", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="X1"><w:name w:val="Paper head"/><w:basedOn w:val="heading1"/></w:style>`;
    const body = p("X1", run("Fares")) + p("X1", run("Next")) + p("Normal", run("Text."));
    expect(await linesOf({ body, styles })).toEqual(["headline: Fares", "subhead: Next", "paragraph: Text."]);
  });

  it("keeps marks, links, tabs and line ends; a link’s underline is none", async () => {
    const linked = `<w:hyperlink r:id="l1">${run("the plan", '<w:color w:val="0000FF"/><w:u w:val="single"/>')}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/two" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("two")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      "Normal",
      `${run("A ")}${run("bold", '<w:rStyle w:val="Strong"/>')}${run(" not", '<w:b w:val="0"/>')}<w:r><w:tab/><w:t>x</w:t><w:br/></w:r>${linked}${field}`,
    );
    const { document } = await wordStory(await wordFile({ body, links: { l1: "https://example.org/plan" } }));
    expect(document.blocks[0]).toMatchObject({
      runs: [
        { text: "A " },
        { text: "bold", marks: ["bold"] },
        { text: " not\tx\n" },
        { text: "the plan", link: { href: "https://example.org/plan" } },
        { text: "two", link: { href: "https://example.org/two" } },
      ],
    });
    expect(document.blocks[0]).not.toMatchObject({ runs: [{}, {}, {}, { marks: ["underline"] }, {}] });
  });

  it("brings its tracked changes with whose they are and when they were made", async () => {
    const body =
      p(
        "Normal",
        run("The ") +
          tracked("del", "Ben Oduya", run("old ")) +
          tracked("ins", "Ana Ruiz", run("new ")) +
          run("pier."),
      ) +
      `<w:p><w:pPr><w:rPr>${END}</w:rPr></w:pPr>${tracked("ins", "Ana Ruiz", run("All new."))}</w:p>` +
      p("Normal", run("Last."));
    const { document } = await wordStory(await wordFile({ body }));
    expect(lines(finalView(document))).toEqual([
      "paragraph: The new pier.",
      "paragraph: All new.",
      "paragraph: Last.",
    ]);
    expect(lines(originalView(document))).toEqual(["paragraph: The old pier.", "paragraph: Last."]);
    expect(changesOf(document).map(({ by, at }) => `${by} ${at}`)).toEqual([
      "Ben Oduya 2026-11-20T10:00:00.000Z",
      "Ana Ruiz 2026-11-20T10:00:00.000Z",
      "Ana Ruiz 2026-11-20T10:00:00.000Z",
    ]);
  });

  it("shows what was moved as one change that takes it away and puts it in", async () => {
    const body =
      p("Normal", range("moveFrom", tracked("moveFrom", "Ana Ruiz", run("Moved. "))) + run("First.")) +
      p("Normal", run("Second.") + range("moveTo", tracked("moveTo", "Ana Ruiz", run(" Moved."))));
    const { document } = await wordStory(await wordFile({ body }));
    expect(lines(finalView(document))).toEqual(["paragraph: First.", "paragraph: Second. Moved."]);
    expect(lines(originalView(document))).toEqual(["paragraph: Moved. First.", "paragraph: Second."]);
    expect(changesOf(document)).toHaveLength(1);
  });

  it("takes changes without a name or a time as nobody’s, made when the file was read", async () => {
    const body = p("Normal", run("A") + `<w:ins w:id="1" w:author="">${run("b")}</w:ins>`);
    const { document } = await wordStory(await wordFile({ body }));
    expect(changesOf(document)).toMatchObject([{ by: "?", at: READ_AT }]);
  });

  it("brings comments as notes on their words, with replies, and those that are done as resolved", async () => {
    const body = p(
      "Normal",
      `${run("The ")}<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${run("pier")}<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="0"/></w:r>${run(" burned.")}<w:r><w:commentReference w:id="2"/></w:r>`,
    );
    const { document } = await wordStory(
      await wordFile({
        body,
        comments:
          comment(0, "Ana Ruiz", "Which?") +
          comment(1, "Ben Oduya", "The east one.") +
          comment(2, "Ana Ruiz", "Done."),
        commentsExtended: `<w15:commentEx w15:paraId="00000000" w15:done="0"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:done="1"/>`,
      }),
    );
    const [block] = document.blocks;
    expect(document.notes).toMatchObject([
      {
        by: "Ana Ruiz",
        text: "Which?",
        state: "open",
        replies: [{ by: "Ben Oduya", text: "The east one." }],
      },
      { text: "Done.", state: "resolved", block: block?.id },
    ]);
    expect(block).toMatchObject({
      runs: [{ text: "The " }, { text: "pier", notes: [document.notes?.[0]?.id] }, { text: " burned." }],
    });
  });

  it("keeps footnotes, tables and text boxes as text, and says what is left out", async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("Normal", run("In a box."))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`;
    const body =
      p(
        "Normal",
        `${run("Fares")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("secret", "<w:vanish/>")}<w:r>${box}</w:r>`,
      ) +
      `<w:tbl><w:tr>${cell("Bus")}${cell("$2")}</w:tr></w:tbl>` +
      p(
        "Normal",
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A pier"/></wp:inline></w:drawing></w:r>`,
      );
    const { document, pictures, warnings } = await wordStory(
      await wordFile({
        body,
        footnotes: `<w:footnote w:id="2">${p("Normal", run("Since 1911."))}</w:footnote>`,
      }),
    );
    expect(lines(document)).toEqual([
      "paragraph: Fares[1]",
      "paragraph: In a box.",
      "paragraph: Bus\t$2",
      "photo: ",
      "paragraph: [1] Since 1911.",
    ]);
    expect(document.blocks[3]).toMatchObject({ alt: "A pier" });
    expect(sentences(warnings)).toEqual(["Hidden text was left out."]);
    expect([...pictures.left]).toEqual([["drawn", 1]]);
  });

  it("is refused in words where it is no document to read", async () => {
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)]);
    expect(await refusal(compound, "old.doc")).toMatch(/^unsupported-file: old.doc .*save it as \.docx/u);
    const locked = Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await refusal(locked)).toMatch(/^unsupported-file: fares.docx is locked with a password/u);
    const macros = await wordFile({
      body: p("Normal", run("x")),
      contentType: "application/vnd.ms-word.document.macroEnabled.main+xml",
    });
    expect(await refusal(macros, "a.docm")).toMatch(/^unsupported-file: a.docm .*macros/u);
    const whole = await wordFile({ body: p("Normal", run("Some text.")) });
    expect(await refusal(whole.subarray(0, whole.length - 300))).toMatch(
      /^broken-file: fares.docx is a damaged/u,
    );
    expect(await refusal(await wordFile({ body: "<w:p>" }))).toMatch(/^broken-file/u);
    expect(await refusal(await wordFile({ body: "" }))).toMatch(/^empty-file/u);
  });

  it("cannot fill the memory or the stack: what unpacks to more than a story has, or explodes, is refused", async () => {
    const huge = await wordFile({ body: p("Normal", run(" ".repeat(40 * 1024 * 1024))) });
    expect(huge.length).toBeLessThan(200_000);
    expect(await refusal(huge)).toMatch(/^too-large: fares.docx unpacks to more text/u);
    const many = await wordFile({ body: "<w:p/>".repeat(600_000) });
    expect(await refusal(many)).toMatch(/^too-large: fares.docx unpacks to more text/u);
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
    expect(await refusal(await wordFile({ body: p("Normal", run("&b;")), prologue: entities }))).toMatch(
      /^broken-file/u,
    );
    const deep = "<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000);
    expect(await refusal(await wordFile({ body: deep }))).toMatch(/^broken-file/u);
  });
});

describe("a marked-up story that comes back from Word", () => {
  it("has every change by who made it, to the second", async () => {
    const { document } = await thereAndBack(editedHarbor(), "marked-up");
    expect(people(document)).toEqual(people(editedHarbor()));
  });

  it("has its queries with whom they ask, where they have got to and every reply", async () => {
    const { document } = await thereAndBack(editedHarbor(), "marked-up");
    expect(document.notes?.length).toBeGreaterThan(0);
    expect(notesTold(document)).toEqual(notesTold(editedHarbor()));
  });
});
