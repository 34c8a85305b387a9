import { DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, type LexicalCommand } from "lexical";
import { describe, expect, it } from "vitest";
import { byline, headline, photo, story, textBlock } from "#shared/document/builders.ts";
import { BLOCK_KINDS, NO_PICTURE, type Block, type BlockKind } from "#shared/document/index.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

type Kind = BlockKind | "unknown";
const KINDS: readonly Kind[] = [...BLOCK_KINDS, "unknown"];

/** A block with something in everything that it can hold. */
function block(kind: Kind, text: string): Block {
  switch (kind) {
    case "unknown":
      return { id: `b_${text}`, kind, raw: { id: `b_${text}`, kind: "scoreTable", text } };
    case "photo":
      return photo(NO_PICTURE, text, `${text} credit`, `${text} alt`);
    case "headline":
      return { ...headline(text), alternates: [[{ text: `${text} again` }]] };
    case "byline":
      return byline([], null, text);
    default:
      return textBlock(kind, text);
  }
}

function press<Payload>(page: HeadlessStory, command: LexicalCommand<Payload>, payload: Payload): void {
  page.edit(() => {
    page.editor.dispatchCommand(command, payload);
  });
}

const fieldCount = (kind: Kind): number => (kind === "unknown" ? 0 : kind === "photo" ? 3 : 1);

const KEYS = {
  Backspace: {
    at: (above: Kind) => [fieldCount(above), 0] as const,
    press: (page: HeadlessStory) => press(page, DELETE_CHARACTER_COMMAND, true),
  },
  Delete: {
    at: (above: Kind) => [fieldCount(above) - 1, "end"] as const,
    press: (page: HeadlessStory) => press(page, DELETE_CHARACTER_COMMAND, false),
  },
  Enter: {
    at: (above: Kind) => [fieldCount(above) - 1, "end"] as const,
    press: (page: HeadlessStory) => press(page, INSERT_PARAGRAPH_COMMAND, undefined),
  },
} as const;
type Key = keyof typeof KEYS;

/**
 * What each key does where two blocks meet: the row is the block above, the columns are the block
 * below in the order of `BLOCK_KINDS`, then a block from a newer Stet. `j` the two join, `p` the
 * lower becomes a paragraph, `u` and `d` the caret goes up or down, `s` the other block is selected
 * as a whole, `o` the photo with the caret is, `n` a paragraph and `i` an item of the same kind is
 * made between them, `.` no caret can stand there.
 */
const BORDERS: Readonly<Record<Key, Readonly<Record<Kind, string>>>> = {
  Backspace: {
    headline: "juouupupppppp.",
    byline: "ujouupupppppp.",
    photo: "ssossssssssss.",
    deck: "uuojupupppppp.",
    source: "uuoujpupppppp.",
    dateline: "uuouujupppppp.",
    paragraph: "uuouupjpppppp.",
    subhead: "uuouupjjppppp.",
    pullQuote: "uuouupjpjpppp.",
    listItem: "uuouupjppjppp.",
    factBox: "uuouupjpppjpp.",
    tagline: "uuouupjppppjp.",
    endMark: "uuouupupppppj.",
    unknown: "ssossssssssss.",
  },
  Delete: {
    headline: "jdsdddddddddds",
    byline: "djsdddddddddds",
    photo: "ddsdddddddddds",
    deck: "ddsjddddddddds",
    source: "ddsdjdddddddds",
    dateline: "ddsddjddddddds",
    paragraph: "ddsdddjjjjjjds",
    subhead: "ddsdddjjjjjjds",
    pullQuote: "ddsdddjjjjjjds",
    listItem: "ddsdddjjjjjjds",
    factBox: "ddsdddjjjjjjds",
    tagline: "ddsdddjjjjjjds",
    endMark: "ddsdddddddddjs",
    unknown: "..............",
  },
  Enter: {
    headline: "dddddddddddddn",
    byline: "dddddddddddddn",
    photo: "dddddddddddddn",
    deck: "dddddddddddddn",
    source: "dddddddddddddn",
    dateline: "dddddddddddddn",
    paragraph: "nnnnnnnnnnnnnn",
    subhead: "nnnnnnnnnnnnnn",
    pullQuote: "nnnnnnnnnnnnnn",
    listItem: "iiiiiiiiiiiiii",
    factBox: "iiiiiiiiiiiiii",
    tagline: "nnnnnnnnnnnnnn",
    endMark: "nnnnnnnnnnnnnn",
    unknown: "..............",
  },
};

function outcome(page: HeadlessStory, before: readonly string[], above: Kind): string {
  const after = page.lines();
  const caret = page.caret();
  if (after.length < before.length) return "j";
  if (after.length > before.length) {
    if (caret !== `${String(fieldCount(above))}@0`) return "?";
    return after[1] === "paragraph: " ? "n" : after[1] === `${above}: ` ? "i" : "?";
  }
  if (after.join("\n") !== before.join("\n")) return after[1] === "paragraph: below" ? "p" : "?";
  if (caret.startsWith("block")) return caret;
  return Number(caret.split("@")[0]) < fieldCount(above) ? "u" : "d";
}

/** Every word in a story, in order, whatever holds it: what no key at a border may change. */
function words(page: HeadlessStory): string {
  const text = JSON.stringify(page.document().blocks, (name, value: unknown) =>
    ["id", "kind", "authors"].includes(name) ? undefined : value,
  );
  return (text.match(/above|below|again|credit|alt(?!ernates|")/g) ?? []).toSorted().join(" ");
}

const CASES = (Object.keys(KEYS) as Key[]).flatMap((key) => KINDS.map((above) => [key, above] as const));

describe("where two blocks meet", () => {
  it.each(CASES)(
    "%s between %s and any other kind does what a desk expects and loses no word",
    (key, above) => {
      const row = KINDS.map((below) => {
        const isClosed = key === "Backspace" ? below === "unknown" : above === "unknown";
        if (isClosed) return ".";
        const page = headlessStory(story(block(above, "above"), block(below, "below")));
        const before = { lines: page.lines(), words: words(page) };
        page.select(KEYS[key].at(above));
        KEYS[key].press(page);
        expect(words(page), `${above} and ${below}`).toBe(before.words);
        const done = outcome(page, before.lines, above);
        if (!done.startsWith("block")) return done;
        return (done === "block 1") === (key === "Backspace") ? "o" : "s";
      });
      expect(row.join("")).toBe(BORDERS[key][above]);
    },
  );

  it.each(["photo", "unknown"] as const)("Backspace after a %s deletes nothing the first time", (kind) => {
    for (const text of ["", "below"]) {
      const page = headlessStory(
        story(textBlock("paragraph", "top"), block(kind, "above"), textBlock("paragraph", text)),
      );
      page.select([1 + fieldCount(kind), 0]);
      KEYS.Backspace.press(page);
      expect(page.caret()).toBe("block 1");
      expect(page.document().blocks.some((one) => one.kind === kind)).toBe(true);
    }
  });

  it("keeps a byline that is only facts, whichever side is deleted from", () => {
    const line = byline(["Ana Ruiz"], "Harbor News Service");
    const page = headlessStory(story(headline("Head"), line, textBlock("paragraph", "Copy")));
    page.select([0, "end"]);
    KEYS.Delete.press(page);
    expect(page.caret()).toBe("1@0");
    KEYS.Backspace.press(page);
    expect(page.caret()).toBe("0@4");
    page.select([2, 0]);
    KEYS.Backspace.press(page);
    expect(page.document().blocks[1]).toEqual(line);
  });

  it("keeps an empty headline that has other wordings", () => {
    const kept = { ...headline(""), alternates: [[{ text: "Kept" }]] };
    const page = headlessStory(story(kept, textBlock("deck", "Deck")));
    page.select([0, 0]);
    KEYS.Delete.press(page);
    KEYS.Backspace.press(page);
    page.select([0, 0]);
    KEYS.Backspace.press(page);
    expect(page.document().blocks[0]).toEqual(kept);
  });

  it("selects a block from a newer Stet where the only line beside it is deleted", () => {
    const page = headlessStory(story(textBlock("paragraph", ""), block("unknown", "below")));
    page.select([0, 0]);
    KEYS.Backspace.press(page);
    expect(page.lines()).toEqual(["unknown"]);
    expect(page.caret()).toBe("block 0");
    KEYS.Backspace.press(page);
    expect(page.lines()).toEqual(["paragraph: "]);
  });
});
