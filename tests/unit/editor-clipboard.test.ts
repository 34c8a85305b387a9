import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkAddress } from "#renderer/editor/links/link-address.ts";
import { blocksToClipboard, blocksToHtml, blocksToText } from "#renderer/editor/paste/clipboard-blocks.ts";
import { blocksFromClipboard } from "#renderer/editor/paste/own-blocks.ts";
import { inertHtml } from "#renderer/editor/paste/inert-html.ts";
import { headline, linked, marked, paragraph, photo, textBlock } from "#shared/document/builders.ts";
import { NO_PICTURE, type Block } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";

const UNKNOWN: Block = { id: "b_new", kind: "unknown", raw: { id: "b_new", kind: "scoreTable" } };
const DELETED = { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" } as const;

describe("copied blocks", () => {
  it("come back from Stet's own format whatever they hold", () => {
    fc.assert(
      fc.property(anyStory(1), ({ blocks }) => {
        expect(blocksFromClipboard(blocksToClipboard(blocks))).toEqual(blocks);
      }),
    );
  });

  it.each([
    "",
    "no json",
    "{}",
    '[{"id":"b_1","kind":"paragraph","runs":[{"text":"\\u0007"}]}]',
    '[{"kind":"paragraph"}]',
  ])("are not read from something else: %j", (text) => {
    expect(blocksFromClipboard(text)).toBeNull();
  });

  it("leave as text with a blank line between blocks", () => {
    const blocks = [
      headline("Title"),
      paragraph("One\ntwo"),
      photo(NO_PICTURE, "Caption", "Ana Ruiz", "Alt"),
      UNKNOWN,
    ];
    expect(blocksToText(blocks)).toBe("Title\n\nOne\ntwo\n\nCaption\n\nAna Ruiz");
  });

  it("leave as clean HTML, lists as lists", () => {
    const blocks = [
      headline("Fish & <chips>"),
      paragraph(["a ", marked("b", "bold", "italic"), linked("c", 'https://example.org/?a="b"&c')]),
      textBlock("listItem", "one"),
      textBlock("listItem", "two"),
      paragraph("x\ny"),
    ];
    expect(blocksToHtml(blocks)).toBe(
      '<h1>Fish &amp; &lt;chips&gt;</h1><p>a <i><b>b</b></i><a href="https://example.org/?a=&quot;b&quot;&amp;c">c</a></p>' +
        "<ul><li>one</li><li>two</li></ul><p>x<br>y</p>",
    );
  });

  it("leave without what a tracked change has deleted", () => {
    const block = { ...paragraph(""), runs: [{ text: "kept" }, { text: " gone", deleted: DELETED }] };
    expect(blocksToText([block])).toBe("kept");
    expect(blocksToHtml([block])).toBe("<p>kept</p>");
  });
});

describe("pasted HTML", () => {
  it("has nothing left that a browser would apply or run", () => {
    const html = `<style>p{color:red}</style><p STYLE="font-weight:700" onclick='x("a>b")' title="a > b">style= onclick= <b>5 < 6</b></p>`;
    expect(inertHtml(html)).toEqual({
      html: `<p data-STYLE="font-weight:700" data-onclick='x("a>b")' title="a > b">style= onclick= <b>5 < 6</b></p>`,
      styleSheets: ["p{color:red}"],
    });
  });

  it("is otherwise the same", () => {
    const html = '<h2 class="x">One &amp; two</h2><a href="https://example.org/?style=1">style=2</a>a < b';
    expect(inertHtml(html).html).toBe(html);
  });

  it.each(["<style", '<p a="', "<p ", "<!--", "<script>", "<a b='", '="<'])(
    "is read in time whatever is left open a hundred thousand times: %s",
    (open) => {
      expect(inertHtml(open.repeat(100_000)).html.length).toBeLessThanOrEqual(open.length * 100_000);
    },
    2_000,
  );
});

describe("the address of a link", () => {
  it.each([
    ["example.org/page", "https://example.org/page"],
    [" https://example.org/a?b=1#c ", "https://example.org/a?b=1#c"],
    ["desk@example.org", "mailto:desk@example.org"],
    ["mailto:desk@example.org", "mailto:desk@example.org"],
    ["http://localhost:8080/", "http://localhost:8080/"],
  ])("is made whole: %s", (typed, address) => {
    expect(linkAddress(typed)).toBe(address);
  });

  it.each([
    "",
    "   ",
    "two words",
    "javascript:alert(1)",
    "data:text/html,x",
    "plain",
    "https://",
    "JaVaScRiPt:0",
    "java\u0000script:0",
  ])("is refused: %j", (typed) => {
    expect(linkAddress(typed)).toBeNull();
  });
});
