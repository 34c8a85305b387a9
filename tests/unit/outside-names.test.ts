import { describe, expect, it } from "vitest";
import { changesOf, outsideAsTrackedChanges, trackEdit } from "#shared/changes/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { finalView, hasRuns, originalView, type StoryDocument } from "#shared/document/index.ts";
import { thereAndBack, wordStory } from "#tests/support/read-word.ts";
import { trackingBy } from "#tests/support/tracked-edits.ts";
import { p, run, tracked, wordFile } from "#tests/support/word-file.ts";
import { printedTexts } from "#tests/support/word-processor.ts";

const START = story(
  headline("Seawall goes to voters"),
  paragraph("The board voted late on Tuesday to ask the town."),
  paragraph("A new one costs four million, the engineer said."),
  paragraph("Nobody spoke against it."),
);

/** The story as somebody edits it: by their places, lines that read otherwise or are struck (null). */
function edited(
  by: string,
  from: StoryDocument,
  change: Readonly<Record<number, string | null>>,
  ...more: readonly string[]
): StoryDocument {
  const lines = finalView(from).blocks.flatMap((block, at) => {
    const text = change[at];
    if (text === null) return [];
    return text === undefined || !hasRuns(block) ? [block] : [{ ...block, runs: [{ text }] }];
  });
  const after = { ...from, blocks: [...lines, ...more.map((text) => paragraph(text))] };
  return trackEdit(from, after, { ...trackingBy(by), grain: "words" });
}

/** The story with what came back from Word marked in it, as Mara Quill's version. */
async function markedFrom(sent: StoryDocument): Promise<StoryDocument> {
  return marked((await thereAndBack(sent, "marked-up")).document);
}

function marked(document: StoryDocument): StoryDocument {
  let nth = 0;
  const newChangeId = (): string => `c_${String((nth += 1))}`;
  const at = "2026-11-24T09:00:00.000Z";
  return outsideAsTrackedChanges(START, document, { by: "Mara Quill", at, newChangeId });
}

function whose(document: StoryDocument): readonly string[] {
  return changesOf(document).map(({ by, inserted, deleted }) => `${by}: -${deleted} +${inserted}`);
}

describe("a version that comes back from Word", () => {
  const ana = edited("Ana Ruiz", START, {
    0: "Seawall goes to voters in May",
    1: "The board voted on Tuesday to ask the town.",
  });
  const both = edited(
    "Ben Oduya",
    ana,
    { 2: "A new one costs five million, the engineer said." },
    "It rained.",
  );

  it("is marked by those who changed it there, each word by its own author", async () => {
    const came = await markedFrom(both);
    expect(whose(came)).toEqual([
      "Ana Ruiz: - + in May",
      "Ana Ruiz: -late  +",
      "Ben Oduya: -four +five",
      "Ben Oduya: - +It rained.",
    ]);
    expect(printedTexts(originalView(came))).toEqual(printedTexts(START));
    expect(printedTexts(finalView(came))).toEqual(printedTexts(finalView(both)));
  });

  it("is marked by both where two changed one paragraph", async () => {
    const again = edited("Ben Oduya", ana, { 1: "The board voted on Tuesday to ask the whole town." });
    expect(whose(await markedFrom(again))).toEqual([
      "Ana Ruiz: - + in May",
      "Ana Ruiz: -late  +",
      "Ben Oduya: - + whole",
    ]);
  });

  it("has no space of a change by anybody else, on whichever side of the word Word has it", async () => {
    const text = `${run("The board voted late on Tuesday to ask the")}${tracked("ins", "Ben Oduya", run(" whole"))}${run(" town.")}`;
    const body = [
      p("Title", run("Seawall goes to voters")),
      p("Normal", text),
      p("Normal", run("A new one costs four million, the engineer said.")),
      p("Normal", run("Nobody spoke against it.")),
    ];
    const { document } = await wordStory(await wordFile({ body: body.join("") }));
    expect(whose(marked(document))).toEqual(["Ben Oduya: - +whole "]);
  });

  it("is marked by the one who is named where the file says nothing of who did it", async () => {
    const done = finalView(edited("Ana Ruiz", START, { 0: "Seawall goes to voters in May" }));
    expect(whose(await markedFrom(done))).toEqual(["Mara Quill: - + in May"]);
  });
});
