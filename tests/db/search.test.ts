import { describe, expect, it } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import type { StoryQuery } from "#shared/contract/index.ts";
import { byline, headline, paragraph, photo, story } from "#shared/document/builders.ts";
import { diffDocuments, NO_PICTURE, type Run } from "#shared/document/index.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

async function openDesk(): Promise<DeskHost> {
  let nowMs = Date.UTC(2026, 10, 22, 9);
  return openTestDesk(temporaryFolder(), {
    now: () => {
      nowMs += 1000;
      return nowMs;
    },
  });
}

/** The slugs that a query finds, in the order of the list. */
async function slugs(host: DeskHost, query: StoryQuery): Promise<readonly string[]> {
  return must(await host.desk.stories.list(query)).stories.map(({ facts }) => facts.slug);
}

function tracked(kind: "insert" | "delete", text: string): Run {
  const stamp = { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" };
  return kind === "insert" ? { text, inserted: stamp } : { text, deleted: stamp };
}

describe("finding a story by words", () => {
  it("looks in slug, headline, text, byline, captions and credits", async () => {
    const host = await openDesk();
    await newStory(
      host,
      story(
        headline("Ferry fares rise"),
        byline(["Ilse Varga"], "Valley News"),
        paragraph("Commuters grumbled at the quay."),
        photo(NO_PICTURE, "A queue at dawn", "Ben Okoro"),
      ),
      { slug: "tide-money" },
    );
    for (const words of ["tide", "fares", "commuters quay", "varga", "valley news", "dawn", "okoro"]) {
      expect(await slugs(host, { words })).toEqual(["tide-money"]);
    }
    expect(await slugs(host, { words: "fares tunnel" })).toEqual([]);
  });

  it.each([
    ["cafe creme", "Café crème"],
    ["CAFÉ", "cafe"],
    ["lodz", "Łódź"],
    ["Łódź", "Lodz"],
    ["strasse", "Straße"],
    ["straße", "Strasse"],
    ["soren", "Søren"],
    ["aegir", "Ægir"],
    ["djokovic", "Đoković".replace("Đ", "Dj")],
    ["office", "oﬃce"],
    ["cooperation", "co\u00ADop\u00ADer\u00ADa\u00ADtion"],
    ["co\u00ADop\u00ADer\u00ADation", "cooperation"],
    ["naive", "nai\u0308ve"],
    ["istanbul", "İstanbul"],
    ["αθηνα", "Αθήνα"],
    ["京都", "昨日京都で会議"],
    ["서울", "서울에서"],
    ["1500", "1500th"],
  ])("finds with %s what is written as %s", async (words, written) => {
    const host = await openDesk();
    await newStory(host, story(paragraph(`Something, ${written}, and more.`)), { slug: "written" });
    await newStory(host, story(paragraph("Nothing of the kind.")), { slug: "other" });
    expect(await slugs(host, { words })).toEqual(["written"]);
  });

  it("takes the last word for the start of one, and the others whole", async () => {
    const host = await openDesk();
    await newStory(host, story(paragraph("The transit tax goes to voters.")), { slug: "tax" });
    expect(await slugs(host, { words: "t" })).toEqual(["tax"]);
    expect(await slugs(host, { words: "transit vot" })).toEqual(["tax"]);
    expect(await slugs(host, { words: "trans voters" })).toEqual([]);
    expect(await slugs(host, { words: "ransit" })).toEqual([]);
  });

  it.each(['"', "transit*", "tax OR", "NOT tax", "title:tax", "tax)", "(tax", "t-a-x^", "tax; --", "'tax'"])(
    "takes the person's %s for words, never for commands",
    async (words) => {
      const host = await openDesk();
      await newStory(host, story(paragraph("Plain text.")), { slug: "plain" });
      expect(must(await host.desk.stories.list({ words })).total).toBe(words === '"' ? 1 : 0);
    },
  );

  it("shows everything where nothing but punctuation or space is typed", async () => {
    const host = await openDesk();
    await newStory(host, story(), { slug: "one" });
    await newStory(host, story(), { slug: "two" });
    for (const words of ["", "  ", "—", "“”"]) expect(await slugs(host, { words })).toEqual(["two", "one"]);
  });

  it("searches the text as the reader sees it: insertions are in, deletions out", async () => {
    const host = await openDesk();
    await newStory(
      host,
      story(paragraph(["The ", tracked("delete", "mayor"), tracked("insert", "auditor")])),
      {
        slug: "tracked",
      },
    );
    expect(await slugs(host, { words: "auditor" })).toEqual(["tracked"]);
    expect(await slugs(host, { words: "mayor" })).toEqual([]);
  });

  it("finds what was saved a moment ago, and no more what was cut", async () => {
    const host = await openDesk();
    const before = story(headline("Seawall"), paragraph("The old wording."));
    const made = await newStory(host, before, { slug: "seawall" });
    expect(await slugs(host, { words: "wording" })).toEqual(["seawall"]);
    const after = story(...before.blocks.slice(0, 1), paragraph("A new sentence."));
    const { id, version } = made.summary;
    const patch = diffDocuments(before, after);
    must(await host.desk.stories.save({ story: id, base: version, saveId: "s", patch }));
    expect(await slugs(host, { words: "sentence" })).toEqual(["seawall"]);
    expect(await slugs(host, { words: "wording" })).toEqual([]);
    must(await host.desk.stories.setFacts({ story: id, change: { slug: "breakwater" } }));
    expect(await slugs(host, { words: "breakwater sentence" })).toEqual(["breakwater"]);
  });

  it("brings stories with the words in slug or headline to the top, newest first in each", async () => {
    const host = await openDesk();
    await newStory(host, story(headline("Harbor dredged")), { slug: "a" });
    await newStory(host, story(paragraph("Seen from the harbor.")), { slug: "b" });
    await newStory(host, story(paragraph("Nothing.")), { slug: "harbor-c" });
    await newStory(host, story(paragraph("The harbor again.")), { slug: "d" });
    expect(await slugs(host, { words: "harbor" })).toEqual(["harbor-c", "a", "d", "b"]);
    expect(await slugs(host, { words: "harbor", order: "updated" })).toEqual(["d", "harbor-c", "b", "a"]);
  });

  it("shows where the words were found, marked, as they are written", async () => {
    const host = await openDesk();
    const text = `${"Long before that, nothing happened at all. ".repeat(9)}Then the café of Łódź opened its doors. ${"And after. ".repeat(40)}`;
    await newStory(host, story(headline("Coffee"), paragraph(text)), { slug: "coffee" });
    const [found] = must(await host.desk.stories.list({ words: "cafe lod" })).stories;
    expect(found?.snippet).toMatch(
      /^….*Then the \u0002café\u0003 of \u0002Łód\u0003ź opened its doors\. .*…$/,
    );
    expect(found?.snippet?.length).toBeLessThan(230);
    const [byHeadline] = must(await host.desk.stories.list({ words: "coff" })).stories;
    expect(byHeadline?.snippet).toBe("\u0002Coff\u0003ee");
    const [unsought] = must(await host.desk.stories.list({})).stories;
    expect(unsought?.snippet).toBeNull();
  });
});

describe("the desk list", () => {
  it("comes newest change first, in pages, and says how many there are", async () => {
    const host = await openDesk();
    for (const slug of ["one", "two", "three", "four", "five"]) await newStory(host, story(), { slug });
    expect(await slugs(host, {})).toEqual(["five", "four", "three", "two", "one"]);
    const page = must(await host.desk.stories.list({ offset: 1, limit: 2 }));
    expect(page.stories.map(({ facts }) => facts.slug)).toEqual(["four", "three"]);
    expect(page.total).toBe(5);
  });

  it("moves a story up when it changes", async () => {
    const host = await openDesk();
    const old = await newStory(host, story(), { slug: "old" });
    await newStory(host, story(), { slug: "new" });
    must(await host.desk.stories.setFacts({ story: old.summary.id, change: { page: "A1" } }));
    expect(await slugs(host, {})).toEqual(["old", "new"]);
  });

  it("keeps to the statuses and the desk that are asked for, with words and without", async () => {
    const host = await openDesk();
    await newStory(host, story(paragraph("Rain")), { slug: "a", status: "copy", desk: "metro" });
    await newStory(host, story(paragraph("Rain")), { slug: "b", status: "slot", desk: "metro" });
    await newStory(host, story(paragraph("Rain")), { slug: "c", status: "copy", desk: "sports" });
    await newStory(host, story(paragraph("Sun")), { slug: "d", status: "sent", desk: "metro" });
    expect(await slugs(host, { statuses: ["copy", "sent"] })).toEqual(["d", "c", "a"]);
    expect(await slugs(host, { desk: "metro" })).toEqual(["d", "b", "a"]);
    const query: StoryQuery = { words: "ra", statuses: ["copy", "sent"], desk: "metro" };
    expect(await slugs(host, query)).toEqual(["a"]);
    expect(must(await host.desk.stories.list(query)).total).toBe(1);
  });

  it("comes by deadline, those without one last, or by slug, accents and case aside", async () => {
    const host = await openDesk();
    await newStory(host, story(), { slug: "Zebra", deadline: "2026-11-22T21:00:00Z" });
    await newStory(host, story(), { slug: "élan", deadline: null });
    await newStory(host, story(), { slug: "Eland", deadline: "2026-11-22T20:00:00.500Z" });
    expect(await slugs(host, { order: "deadline" })).toEqual(["Eland", "Zebra", "élan"]);
    expect(await slugs(host, { order: "slug" })).toEqual(["élan", "Eland", "Zebra"]);
  });
});
