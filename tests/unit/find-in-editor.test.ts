import fc from "fast-check";
import { $getRoot } from "lexical";
import { describe, expect, it } from "vitest";
import { $readDocument, $showDocument } from "#renderer/editor/codec/document.ts";
import { $applyPatch } from "#renderer/editor/live/apply-patch.ts";
import { linked, marked, paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { asWritten, compileQuery, findInStory, NO_QUERY, replaceHits } from "#shared/find/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessEditor } from "#tests/support/headless-editor.ts";

function replaced(document: StoryDocument, words: string, by: string): StoryDocument {
  const compiled = compileQuery({ ...NO_QUERY, words });
  if (!compiled.ok) throw new Error(compiled.trouble.problem);
  return replaceHits(document, findInStory(document, compiled.value), asWritten(by)).document;
}

/** An editor without a page that shows a story, and what it holds once another has taken its place block by block. */
function shown(document: StoryDocument) {
  const editor = headlessEditor();
  editor.update(() => $showDocument(document), { discrete: true });
  const keys = (): readonly string[] =>
    editor.read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((node) => node.getKey()),
    );
  return {
    keys,
    become: (next: StoryDocument): StoryDocument => {
      editor.update(() => $applyPatch(diffDocuments(document, next)), { discrete: true });
      return editor.read($readDocument);
    },
  };
}

describe("Replacing words in the editor", () => {
  it("shows just what the engine made of the story, whatever it holds", () => {
    fc.assert(
      fc.property(anyStory(1), fc.constantFrom("e", "a", " ", "…", "\u2019"), (document, words) => {
        const next = replaced(document, words, "\u2588");
        expect(shown(document).become(next)).toEqual(next);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the elements of text that only reads differently, and makes anew what looks different", () => {
    const before = story(paragraph(["fog and ", marked("fog", "bold")]));
    const same = shown(before);
    const keys = same.keys();
    same.become(replaced(before, "fog", "mist"));
    expect(same.keys()).toEqual(keys);
    const joined = story(paragraph(["fog", marked("gy", "bold"), linked(" road", "https://example.org")]));
    const other = shown(joined);
    const next = replaced(joined, "foggy", "clear");
    expect(other.become(next)).toEqual(next);
  });
});
