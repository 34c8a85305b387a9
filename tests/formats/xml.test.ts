import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element, onLines, writeXml } from "#main/formats/xml.ts";
import { anyStoryText } from "#tests/support/any-story.ts";
import { markupPieces } from "#tests/support/markup.ts";

function xmlOf(...parameters: Parameters<typeof writeXml>): string {
  return new TextDecoder().decode(writeXml(...parameters));
}

describe("text in an XML file", () => {
  it("comes back as it was typed, from an element and from an attribute", () => {
    fc.assert(
      fc.property(anyStoryText, anyStoryText, (text, value) => {
        const pieces = markupPieces(writeXml(element("line", { value }, [text])));
        const open = pieces.find((piece) => piece.kind === "open");
        expect(open?.attributes.get("value")).toBe(value);
        const inside = pieces.slice(pieces.findIndex((piece) => piece.kind === "open") + 1);
        expect(inside[0]).toEqual(text === "" ? { kind: "close", name: "line" } : { kind: "text", text });
      }),
    );
  });

  it("keeps what only looks like markup", () => {
    const text = "AT&amp;T, &#65; and <b> are five, five and three characters ]]>";
    expect(xmlOf(element("line", {}, [text]))).toContain(
      "<line>AT&amp;amp;T, &amp;#65; and &lt;b&gt; are five, five and three characters ]]&gt;</line>",
    );
  });

  it("writes tabs and line ends in attributes as references, which a reader leaves alone", () => {
    expect(xmlOf(element("line", { alt: "one\ntwo\tthree\rfour" }))).toContain(
      'alt="one&#10;two&#9;three&#13;four"',
    );
  });

  it("shows a gap where XML cannot carry a character", () => {
    expect(xmlOf(element("line", { slug: "a\u0000b" }, ["c\uD800d\uFFFEe\u001Bf"]))).toContain(
      '<line slug="a\uFFFDb">c\uFFFDd\uFFFDe\uFFFDf</line>',
    );
  });
});

describe("the shape of an XML file", () => {
  it("adds no white space of its own, before or between elements", () => {
    const root = element("p", {}, [element("b", {}, ["a"]), " ", element("i", {}, [" b "]), element("br")]);
    expect(xmlOf(root, ['<?aid type="snippet"?>'])).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?aid type="snippet"?>\n<p><b>a</b> <i> b </i><br/></p>\n',
    );
  });

  it("puts elements on lines where it is told that white space is free", () => {
    expect(xmlOf(element("list", {}, onLines([element("a"), element("b")])))).toContain(
      "<list>\n<a/>\n<b/>\n</list>",
    );
  });

  it("leaves out an attribute without a value", () => {
    expect(xmlOf(element("line", { here: "", gone: undefined }))).toContain('<line here=""/>');
  });
});
