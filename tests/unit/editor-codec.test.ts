import fc from "fast-check";
import { $createLineBreakNode, $getRoot, $isElementNode, $isTextNode, type LexicalEditor } from "lexical";
import { describe, expect, it } from "vitest";
import { $blockToNode, $isBlockNode, $nodeToBlock } from "#renderer/editor/codec/blocks.ts";
import { $readDocument, $showDocument } from "#renderer/editor/codec/document.ts";
import { byline, headline, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import { NO_PICTURE, type Block, type StoryDocument } from "#shared/document/index.ts";
import { anyBlock, anyStory } from "#tests/support/any-story.ts";
import { headlessEditor } from "#tests/support/headless-editor.ts";

function shown(document: StoryDocument): LexicalEditor {
  const editor = headlessEditor();
  editor.update(() => $showDocument(document), { discrete: true });
  return editor;
}

function read(editor: LexicalEditor): StoryDocument {
  return editor.read($readDocument);
}

function change(editor: LexicalEditor, edit: () => void): void {
  editor.update(edit, { discrete: true });
}

const INSERTED = { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" } as const;

describe("a story in the editor", () => {
  it("comes back exactly as it was shown, whatever it holds", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        expect(read(shown(document))).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it("comes back block by block", () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        const editor = headlessEditor();
        let again: Block | null = null;
        change(editor, () => {
          const node = $blockToNode(block);
          $getRoot().append(node);
          again = $nodeToBlock(node);
        });
        expect(again).toEqual(block);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same after every block was touched and normalised", () => {
    fc.assert(
      fc.property(anyStory(1), (document) => {
        const editor = shown(document);
        change(editor, () => {
          for (const node of $getRoot().getAllTextNodes()) node.markDirty();
        });
        expect(read(editor)).toEqual(document);
      }),
      { numRuns: 100 },
    );
  });
});

describe("text with a tracked change, a format change or a note", () => {
  it.each([
    ["a tracked change", { inserted: INSERTED }],
    [
      "a format change",
      { formats: [{ id: "c_2", by: "u_ana", at: INSERTED.at, removed: ["bold" as const] }] },
    ],
    ["a note", { notes: ["n_1"] }],
    ["small caps", { marks: ["smallCaps" as const] }],
  ])("does not run together with its neighbours: %s", (_what, attributes) => {
    const document = story({
      ...paragraph(""),
      runs: [{ text: "before " }, { text: "marked", ...attributes }, { text: " after" }],
    });
    const editor = shown(document);
    change(editor, () => {
      for (const node of $getRoot().getAllTextNodes()) node.markDirty();
    });
    const texts = editor.read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((node) => node.getTextContent()),
    );
    expect(texts).toEqual(["before ", "marked", " after"]);
    expect(read(editor)).toEqual(document);
  });

  it("runs together where everything is the same", () => {
    const editor = shown(story({ ...paragraph(""), runs: [{ text: "one ", inserted: INSERTED }] }));
    change(editor, () => {
      const first = $getRoot().getAllTextNodes()[0];
      first?.splitText(2);
    });
    change(editor, () => {
      for (const node of $getRoot().getAllTextNodes()) node.markDirty();
    });
    expect(editor.read(() => $getRoot().getAllTextNodes().length)).toBe(1);
  });
});

describe("a forced line break", () => {
  it("takes on the marks of the text it stands in when they change", () => {
    const editor = shown(story(paragraph("one\ntwo")));
    change(editor, () => {
      for (const node of $getRoot().getAllTextNodes()) node.setFormat("bold");
    });
    expect(read(editor).blocks[0]).toMatchObject({ runs: [{ text: "one\ntwo", marks: ["bold"] }] });
  });

  it("put in beside struck text is not struck with it", () => {
    const struck = { text: "gone", marks: ["bold" as const], inserted: INSERTED, deleted: INSERTED };
    const editor = shown(story({ ...paragraph(""), runs: [struck] }));
    change(editor, () => void $getRoot().getAllTextNodes()[0]?.insertAfter($createLineBreakNode()));
    expect(read(editor).blocks[0]).toMatchObject({ runs: [struck, { text: "\n", marks: ["bold"] }] });
  });

  it("stands where the text that it followed goes and struck text is left", () => {
    const struck = { text: "gone", deleted: INSERTED };
    const editor = shown(story({ ...paragraph(""), runs: [{ text: "one\n" }, struck] }));
    change(editor, () => $getRoot().getAllTextNodes()[0]?.remove());
    expect(read(editor).blocks[0]).toMatchObject({ runs: [{ text: "\n" }, struck] });
  });

  it("that somebody put in takes on the marks of the text about it", () => {
    const editor = shown(story({ ...paragraph(""), runs: [{ text: "one\ntwo", inserted: INSERTED }] }));
    change(editor, () => {
      for (const node of $getRoot().getAllTextNodes()) node.setFormat("bold");
    });
    expect(read(editor).blocks[0]).toMatchObject({
      runs: [{ text: "one\ntwo", marks: ["bold"], inserted: INSERTED }],
    });
  });
});

describe("a byline", () => {
  it("keeps the facts it came with while its line is not touched", () => {
    const document = story(byline(["Jane Q. O’Dea"], "Valley News", "By someone else entirely"));
    expect(read(shown(document))).toEqual(document);
  });

  it("reads its facts anew when its line is typed over", () => {
    const editor = shown(story(byline(["Jane Q. O’Dea"], "Valley News", "By Jane Q. O’Dea, Valley News")));
    change(editor, () => {
      const [text] = $getRoot().getAllTextNodes();
      if ($isTextNode(text)) text.setTextContent("By Ana Ruiz");
    });
    expect(read(editor).blocks[0]).toMatchObject({ authors: ["Ana Ruiz"], agency: null });
  });
});

describe("a photo", () => {
  it("holds caption, credit and alt text as text of the same editor", () => {
    const editor = shown(story(photo(NO_PICTURE, ["The ", marked("quay", "italic")], "Ana Ruiz", "A quay")));
    const kinds = editor.read(() => {
      const node = $getRoot().getFirstChild();
      return $isElementNode(node) ? node.getChildren().map((field) => field.getTextContent()) : [];
    });
    expect(kinds).toEqual(["The quay", "Ana Ruiz", "A quay"]);
  });
});

describe("a headline", () => {
  it("keeps its other wordings while it is edited", () => {
    const block = { ...headline("One"), alternates: [[{ text: "Two" }]] };
    const editor = shown(story(block));
    change(editor, () => {
      const [text] = $getRoot().getAllTextNodes();
      text?.setTextContent("Three");
    });
    expect(read(editor).blocks[0]).toEqual({ ...block, runs: [{ text: "Three" }] });
  });
});

describe("every node class of the editor", () => {
  it("stands for a block or is a part of one", () => {
    const editor = shown(story(headline("H"), photo(NO_PICTURE), paragraph("P")));
    expect(editor.read(() => $getRoot().getChildren().every($isBlockNode))).toBe(true);
  });
});
