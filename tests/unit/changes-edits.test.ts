import { describe, expect, it } from "vitest";
import {
  acceptChanges,
  asTrackedChanges,
  changesOf,
  countChanges,
  rejectChanges,
  trackBlock,
  trackEdit,
  whoWrote,
} from "#shared/changes/index.ts";
import {
  canonicalBlock,
  finalView,
  hasRuns,
  originalView,
  runsText,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { shownChanges } from "#tests/support/shown-changes.ts";
import { trackingBy } from "#tests/support/tracked-edits.ts";

function line(id: string, ...runs: readonly (string | Run)[]): Block {
  return canonicalBlock({
    id,
    kind: "paragraph",
    runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)),
  });
}

function story(...blocks: readonly Block[]): StoryDocument {
  return { schema: 2, blocks };
}

/** The block, moved away by somebody from the top of the story. */
function movedFromTop(block: Block, by: string): Block {
  const move = { id: `c_${by}`, by, at: "2026-11-22T09:14:03.000Z", after: null };
  return { ...block, tracked: { moves: [move] } };
}

/** The story with the text of one block retyped: the letters of struck and inserted runs stay what they are. */
function typed(document: StoryDocument, id: string, offset: number, text: string, gone = 0): StoryDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) => {
      if (block.id !== id || !hasRuns(block)) return block;
      let start = 0;
      const runs = block.runs.flatMap((run): readonly Run[] => {
        const at = offset - start;
        const end = at + gone;
        start += run.text.length;
        const isHere = at > 0 ? at <= run.text.length : start - run.text.length === 0 && at === 0;
        const kept =
          run.text.slice(0, Math.max(0, at)) + (isHere ? text : "") + run.text.slice(Math.max(0, end));
        return [{ ...run, text: kept }];
      });
      return canonicalBlock({ ...block, runs: runs.length > 0 ? runs : [{ text }] });
    }),
  };
}

/** A story typed into a letter at a time, the caret behind each. */
function keyed(
  document: StoryDocument,
  by: string,
  id: string,
  offset: number,
  letters: string,
): StoryDocument {
  return Array.from(letters).reduce((now, letter, nth) => {
    const at = offset + nth;
    const hint = { block: id, field: "runs", offset: at + 1 } as const;
    return trackEdit(now, typed(now, id, at, letter), trackingBy(by, hint));
  }, document);
}

const HELLO = story(line("b_1", "hello world"));

describe("typing", () => {
  it("is one change however many keys it takes", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, " there");
    expect(shownChanges(now)).toBe("b_1 paragraph: hello{a+ there} world");
    expect(changesOf(now)).toMatchObject([{ by: "u_ana", kinds: ["insert"], inserted: " there" }]);
  });

  it("goes on with the same change from either end", () => {
    const now = keyed(keyed(HELLO, "u_ana", "b_1", 5, "bc"), "u_ana", "b_1", 5, "a");
    expect(shownChanges(now)).toBe("b_1 paragraph: hello{a+abc} world");
    expect(countChanges(now)).toBe(1);
  });

  it("tells by the caret which of two like letters is new", () => {
    const after = typed(HELLO, "b_1", 3, "l");
    const at = (offset: number): string =>
      shownChanges(trackEdit(HELLO, after, trackingBy("u_ana", { block: "b_1", field: "runs", offset })));
    expect(at(3)).toBe("b_1 paragraph: he{a+l}llo world");
    expect(at(4)).toBe("b_1 paragraph: hel{a+l}lo world");
    expect(at(5)).toBe("b_1 paragraph: hell{a+l}o world");
  });

  it("inside another’s insertion is a change of its own, and parts that one", () => {
    const ana = keyed(HELLO, "u_ana", "b_1", 5, "xxxx");
    const both = keyed(ana, "u_ben", "b_1", 7, "y");
    expect(shownChanges(both)).toBe("b_1 paragraph: hello{a+xx}{b+y}{a+xx} world");
    expect(countChanges(both)).toBe(2);
  });

  it("among struck text counts as put in, though the text that it was typed into is struck", () => {
    const struck = trackEdit(HELLO, typed(HELLO, "b_1", 0, "", 5), trackingBy("u_ben"));
    const now = keyed(struck, "u_ana", "b_1", 2, "X");
    expect(shownChanges(now)).toBe("b_1 paragraph: [b-he]{a+X}[b-llo] world");
  });

  it("that carries struck text along with other text puts in the other text only", () => {
    const struck = trackEdit(HELLO, typed(HELLO, "b_1", 0, "", 6), trackingBy("u_ben"));
    const [block] = struck.blocks;
    const copy = block && { ...block, id: "b_2" };
    const after = { ...struck, blocks: [...struck.blocks, ...(copy ? [copy] : [])] };
    const hint = { block: "b_1", field: "runs", offset: 11 } as const;
    const now = trackEdit(struck, after, trackingBy("u_ana", hint));
    expect(finalView(now).blocks.map((one) => hasRuns(one) && runsText(one.runs))).toEqual([
      "world",
      "world",
    ]);
    expect(originalView(now).blocks).toEqual(HELLO.blocks);
  });

  it("over a selection is one change that strikes and puts in", () => {
    const now = trackEdit(HELLO, typed(HELLO, "b_1", 6, "moon", 5), trackingBy("u_ana"));
    expect(shownChanges(now)).toBe("b_1 paragraph: hello [a-world]{a+moon}");
    expect(changesOf(now)).toMatchObject([
      { kinds: ["insert", "delete"], inserted: "moon", deleted: "world" },
    ]);
    expect(acceptChanges(now, "all").blocks).toEqual([line("b_1", "hello moon")]);
  });

  it("never parts a character in two", () => {
    const before = story(line("b_1", "a😀b"));
    const now = trackEdit(before, story(line("b_1", "a😁b")), trackingBy("u_ana"));
    expect(shownChanges(now)).toBe("b_1 paragraph: a[a-😀]{a+😁}b");
  });
});

describe("deleting", () => {
  it("key by key is one change, backward and forward", () => {
    const back = [4, 3, 2].reduce(
      (now, at) => trackEdit(now, typed(now, "b_1", at, "", 1), trackingBy("u_ana")),
      HELLO,
    );
    expect(shownChanges(back)).toBe("b_1 paragraph: he[a-llo] world");
    expect(countChanges(back)).toBe(1);
  });

  it("takes back at once what the same person put in", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, "xy");
    const back = trackEdit(now, typed(now, "b_1", 5, "", 2), trackingBy("u_ana"));
    expect(back.blocks).toEqual(HELLO.blocks);
  });

  it("strikes what another put in", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, "xy");
    const struck = trackEdit(now, typed(now, "b_1", 5, "", 1), trackingBy("u_ben"));
    expect(shownChanges(struck)).toBe("b_1 paragraph: hello[b-{a+x}]{a+y} world");
    expect(shownChanges(acceptChanges(struck, { by: "u_ana" }))).toBe("b_1 paragraph: hello[b-x]y world");
    expect(shownChanges(rejectChanges(struck, { by: "u_ben" }))).toBe("b_1 paragraph: hello{a+xy} world");
  });

  it("over three paragraphs is one change, and gives every paragraph back with its own id", () => {
    const before = story(line("b_1", "one two"), line("b_2", "three"), line("b_3", "four five"));
    const now = trackEdit(before, story(line("b_1", "one five")), trackingBy("u_ana"));
    expect(shownChanges(now)).toBe(
      ["b_1 paragraph: one [a-two]", "b_2 paragraph -a: [a-three]", "b_3 paragraph -a: [a-four ]five"].join(
        "\n",
      ),
    );
    expect(changesOf(now)).toMatchObject([
      { kinds: ["delete", "join", "deleteBlock"], deleted: "two\nthree\nfour " },
    ]);
    expect(rejectChanges(now, "all")).toEqual(before);
    expect(acceptChanges(now, "all").blocks).toEqual([line("b_1", "one five")]);
  });
});

function ids({ blocks }: StoryDocument): string {
  return blocks.map(({ id }) => id.slice(2)).join("");
}

describe("paragraphs", () => {
  it("are split without a letter of the text being new", () => {
    const after = story(line("b_1", "hello"), line("b_9", " world"));
    const now = trackEdit(HELLO, after, trackingBy("u_ana"));
    expect(shownChanges(now)).toBe("b_1 paragraph: hello\nb_9 paragraph +a:  world");
    expect(changesOf(now)).toMatchObject([{ kinds: ["split"] }]);
    expect(trackEdit(now, HELLO, trackingBy("u_ana")).blocks).toEqual(HELLO.blocks);
    expect(shownChanges(trackEdit(now, HELLO, trackingBy("u_ben")))).toBe(
      "b_1 paragraph: hello\nb_9 paragraph +a-b:  world",
    );
  });

  it("that are pasted are one change of all their text", () => {
    const after = story(line("b_1", "hello my"), line("b_8", "dear"), line("b_9", "old world"));
    const now = trackEdit(HELLO, after, trackingBy("u_ana", { block: "b_9", field: "runs", offset: 4 }));
    expect(shownChanges(now)).toBe(
      "b_1 paragraph: hello {a+my}\nb_8 paragraph +a: {a+dear}\nb_9 paragraph +a: {a+old }world",
    );
    expect(countChanges(now)).toBe(1);
  });

  it("are moved, and moved back for nothing", () => {
    const [one, two, three] = [line("b_1", "one"), line("b_2", "two"), line("b_3", "three")];
    const start = story(one, two, three);
    const moved = trackEdit(start, story(two, three, one), trackingBy("u_ana"));
    expect(shownChanges(moved)).toBe("b_2 paragraph: two\nb_3 paragraph: three\nb_1 paragraph ^a(): one");
    expect(
      trackEdit(
        moved,
        { ...moved, blocks: moved.blocks.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
        trackingBy("u_ana"),
      ),
    ).toEqual(start);
  });

  it("that a merge left at one place keep the order that they had when one is moved on", () => {
    const [one, two, three] = [line("b_1", "One."), line("b_2", "Two."), line("b_3", "Three.")];
    const [a, b] = [movedFromTop(one, "u_ana"), movedFromTop(two, "u_ben")];
    const merged = story(three, a, b);
    expect(originalView(merged).blocks).toEqual([one, two, three]);
    const now = trackEdit(merged, story(b, three, a), trackingBy("u_ana"));
    expect(originalView(now).blocks).toEqual([one, two, three]);
    expect(finalView(now).blocks).toEqual([two, three, one]);
  });

  it("that are struck, and stand all the same as nothing is above them, are left alone where nothing differs", () => {
    const deleted = { id: "c_1", by: "u_ben", at: "2026-11-22T09:14:03.000Z" };
    const top = story({ ...line("b_1", "One."), tracked: { deleted } }, line("b_2", "Two."));
    expect(trackEdit(top, structuredClone(top), trackingBy("u_ana"))).toBe(top);
  });

  it("that somebody else moves again go back one place at a time", () => {
    const [one, two, three] = [line("b_1", "one"), line("b_2", "two"), line("b_3", "three")];
    const ana = trackEdit(story(one, two, three), story(two, one, three), trackingBy("u_ana"));
    const [a, b, c] = ["b_1", "b_2", "b_3"].map((id) => ana.blocks.find((block) => block.id === id));
    if (!a || !b || !c) throw new Error("a block is missing");
    const ben = trackEdit(ana, story(b, c, a), trackingBy("u_ben"));
    expect(ids(ben)).toBe("231");
    expect(ids(rejectChanges(ben, { by: "u_ben" }))).toBe("213");
    expect(ids(rejectChanges(ben, { by: "u_ana" }))).toBe("231");
    expect(ids(rejectChanges(ben, "all"))).toBe("123");
  });
});

function oneLine(...runs: readonly (string | Run)[]): StoryDocument {
  return story(line("b_1", ...runs));
}

describe("formats", () => {
  it("of two people come off in either order", () => {
    const ana = trackEdit(HELLO, oneLine({ text: "hello world", marks: ["bold"] }), trackingBy("u_ana"));
    const both = trackEdit(
      ana,
      {
        ...ana,
        blocks: ana.blocks.map((block) =>
          hasRuns(block)
            ? canonicalBlock({
                ...block,
                runs: block.runs.map((run) => ({ ...run, marks: ["italic"] as const })),
              })
            : block,
        ),
      },
      trackingBy("u_ben"),
    );
    expect(shownChanges(both)).toBe("b_1 paragraph: hello world~a+b~b+i-b");
    expect(rejectChanges(both, { by: "u_ana" }).blocks).toMatchObject([
      { runs: [{ marks: ["italic"], formats: [{ by: "u_ben", added: ["italic"] }] }] },
    ]);
    expect(rejectChanges(both, { by: "u_ben" }).blocks).toEqual(ana.blocks);
  });

  it("that are put back are no change", () => {
    const ana = trackEdit(HELLO, oneLine({ text: "hello world", marks: ["bold"] }), trackingBy("u_ana"));
    expect(trackEdit(ana, HELLO, trackingBy("u_ana")).blocks).toEqual(HELLO.blocks);
  });

  it("on text of one’s own are part of it", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, "xy");
    const [block] = now.blocks;
    if (!block || !hasRuns(block)) throw new Error("no text");
    const runs = block.runs.map((run): Run => (run.inserted ? { ...run, marks: ["bold"] } : run));
    expect(shownChanges(trackEdit(now, story({ ...block, runs }), trackingBy("u_ana")))).toBe(
      "b_1 paragraph: hello{a+xy} world",
    );
  });

  it("of a link are known by the address that was there", () => {
    const linked = oneLine({ text: "hello", link: { href: "https://example.org/a" } }, " world");
    const now = trackEdit(linked, HELLO, trackingBy("u_ana"));
    expect(changesOf(now)).toMatchObject([
      { kinds: ["link"], formatted: "hello", formats: [{ linkWas: { href: "https://example.org/a" } }] },
    ]);
    expect(rejectChanges(now, "all")).toEqual(linked);
  });
});

describe("a range", () => {
  it("decides on the part of a change that lies in it", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, "abcd");
    const from = { block: "b_1", field: "runs", offset: 0 } as const;
    const to = { block: "b_1", field: "runs", offset: 7 } as const;
    expect(shownChanges(acceptChanges(now, { from, to }))).toBe("b_1 paragraph: helloab{a+cd} world");
    expect(shownChanges(rejectChanges(now, { from, to }))).toBe("b_1 paragraph: hello{a+cd} world");
  });
});

describe("one block by itself", () => {
  it("is tracked as in its story, and is the same object where nothing changed", () => {
    const [before, after] = [line("b_1", "hello world"), line("b_1", "hello my world")];
    expect(shownChanges(story(trackBlock(before, after, trackingBy("u_ana"))))).toBe(
      "b_1 paragraph: hello {a+my }world",
    );
    expect(trackBlock(before, line("b_1", "hello world"), trackingBy("u_ana"))).toBe(before);
  });

  it("tells who wrote what stands at a place", () => {
    const now = keyed(HELLO, "u_ana", "b_1", 5, "xy");
    const at = (offset: number): string | undefined =>
      whoWrote(now, { block: "b_1", field: "runs", offset })?.inserted?.by;
    expect([at(4), at(5), at(6), at(7)]).toEqual([undefined, "u_ana", "u_ana", undefined]);
    expect(whoWrote(now, { block: "b_none", field: "runs", offset: 0 })).toBeNull();
  });
});

describe("a version of the story from elsewhere", () => {
  it("becomes tracked changes of whole words, paragraphs known again by their words", () => {
    const older = story(
      line("b_1", "The council sent the transit tax to voters on Tuesday."),
      line("b_2", "Nobody spoke against it at the meeting."),
    );
    const newer = story(
      line("b_x", "The council sent the transit levy to voters on Wednesday."),
      line("b_y", "Nobody spoke against it at the meeting."),
      line("b_z", "The vote is in May."),
    );
    const now = asTrackedChanges(older, newer, trackingBy("u_ben"));
    expect(shownChanges(now)).toBe(
      [
        "b_1 paragraph: The council sent the transit [b-tax]{b+levy} to voters on [b-Tuesday]{b+Wednesday}.",
        "b_2 paragraph: Nobody spoke against it at the meeting.",
        "b_z paragraph +b: {b+The vote is in May.}",
      ].join("\n"),
    );
    expect(countChanges(now)).toBe(3);
  });
});
