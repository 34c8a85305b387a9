import { describe, expect, it } from "vitest";
import { askedWhileLoading, sourcesUnder, textInSource } from "#tests/support/source-strings.ts";

/** Sources with words that nobody reads: the names of markup, and copy that is only measured or set as a sample. */
const NOT_SAID: readonly string[] = [
  "renderer/editor/paste/element-kind.ts",
  "renderer/editor/paste/html-lines.ts",
  "renderer/editor/paste/inert-html.ts",
  "renderer/editor/paste/not-text.ts",
  "renderer/editor/paste/page-depth.ts",
  "renderer/editor/view/character-width.ts",
  "renderer/kit/sample-copy.ts",
];

const moved = sourcesUnder("renderer").filter((file) => !NOT_SAID.includes(file));

function lines(findings: ReturnType<typeof textInSource>): readonly string[] {
  return findings.map(({ place, text }) => `${place}: ${text}`);
}

describe("The sources of the interface", () => {
  it("hold no text for a person: it is in the catalogues", () => {
    expect(moved.length).toBeGreaterThan(200);
    expect(moved.flatMap((file) => lines(textInSource(file)))).toEqual([]);
  });

  it("ask the catalogue when something is said, not while they load", () => {
    const files = [...sourcesUnder("renderer"), ...sourcesUnder("main/electron")];
    expect(files.flatMap((file) => lines(askedWhileLoading(file)))).toEqual([]);
  });
});

describe("The look for text in a source", () => {
  it.each([
    "const a = <p>Bring copy in</p>;",
    "const a = <p>copy</p>;",
    'const a = <input aria-label="Find" />;',
    "const a = <input placeholder={`Find ${name}`} />;",
    'const a = isNew ? "An empty newsroom" : "";',
    "notices.tell(`${slug} could not be saved.`);",
    'const a = { name: "Photos" };',
  ])("finds it in %s", (source) => {
    expect(textInSource("a.tsx", source)).not.toEqual([]);
  });

  it.each([
    'const a = <p className="quiet button">{words().desk.head}</p>;',
    'import { a } from "A b.ts";',
    'throw new Error("This part of the window needs a workbench around it.");',
    'const a = { id: "story.new", group: "Story", keys: "Mod+Shift+N" };',
    'document.querySelector(".page [data-focus] > p");',
  ])("finds none in %s", (source) => {
    expect(textInSource("a.tsx", source)).toEqual([]);
  });

  it("tells the catalogue that is asked while a module loads from one that is asked later", () => {
    expect(askedWhileLoading("a.ts", "const a = { name: words().desk.head };")).not.toEqual([]);
    expect(askedWhileLoading("a.ts", "const a = () => words().desk.head;")).toEqual([]);
  });
});
