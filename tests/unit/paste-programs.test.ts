import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserForTests } from "#tests/support/browser.ts";
import { copiedFrom, COPIED_PAGES } from "#tests/support/copied-pages.ts";
import { openPastePage, pastedLine, type PastePage } from "#tests/support/paste-page.ts";

describe.skipIf(browserForTests() === null)("What programs put on the clipboard", () => {
  let page: PastePage;
  beforeAll(async () => {
    page = await openPastePage();
  });
  afterAll(() => page.close());

  it.each(Object.entries(COPIED_PAGES))(
    "becomes the desk's blocks: %s",
    async (name, { lines, sentence }) => {
      const reading = await page.read(copiedFrom(name));
      expect(reading.blocks.map(pastedLine)).toEqual(lines);
      expect(reading.sentence).toBe(sentence);
    },
  );

  it("is asked for nothing on the network, and nothing in it runs or is applied", () => {
    expect(page.asked).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it("is a block for every line where the source's lines are wanted", async () => {
    const { blocks, joined } = await page.read(copiedFrom("pdfjs.html"), "lines");
    expect(blocks.map(pastedLine)).toEqual([
      "paragraph: Pumps paid for twice",
      "paragraph: The harbor board has paid for nine pumps that stand in a barn",
      "paragraph: near Norrby, the county said, and which nobody had seen run-",
      "paragraph: ning since the storm. A well-known grower keeps the key of the",
      "paragraph: barn and has asked for rent.",
      "paragraph: The rent is not much: a basket of eels each spring and a self-",
      "paragraph: made chair.",
    ]);
    expect(joined).toBe(0);
    const mail = await page.read(copiedFrom("outlook-web.html"), "lines");
    expect(mail.blocks.map(pastedLine).slice(5, 8)).toEqual([
      "paragraph: {bold|From:} Ana Ruiz <ana@example.org>",
      "paragraph: {bold|Sent:} Thursday, March 5, 2026 4:02 PM",
      "paragraph: {bold|Subject:} Pier?",
    ]);
  });

  it("is words alone as plain text: no marks, no links, no kinds", async () => {
    const bare = await page.read(copiedFrom("google-docs-lists.html"), "text");
    expect(bare.blocks.map(pastedLine)).toEqual([
      "paragraph: Clear the drains",
      "paragraph: North side first",
      "paragraph: Move the pumps",
      "paragraph: That is all.",
    ]);
    const both = await page.read({ html: "<p><b>One</b></p>", text: "1.\tOne\n\n• Two" }, "text");
    expect(both.blocks.map(pastedLine)).toEqual(["paragraph: 1.⇥One", "paragraph: • Two"]);
  });

  it("says nothing of a word that has only lost its font", async () => {
    const word = await page.read({ html: '<span style="font-family:Arial">one</span>' });
    expect(word.sentence).toBeNull();
    const plain = await page.read({ text: "One.\nTwo." });
    expect(plain.sentence).toBeNull();
  });

  it("keeps the spaces of text that says so, and of no other", async () => {
    const html =
      '<div style="white-space:pre">a  b\n c</div><div style="white-space: pre"><p style="white-space:normal">a  b\n c</p></div>';
    const { blocks } = await page.read({ html });
    expect(blocks.map(pastedLine)).toEqual(["paragraph: a  b⏎c", "paragraph: a b c"]);
  });
});
