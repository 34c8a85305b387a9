import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nitfFile } from "#main/formats/nitf/write.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { EMPTY_STORY } from "#shared/document/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { anyOutgoingStory } from "#tests/support/any-outgoing-story.ts";
import { fullStory, printStory } from "#tests/support/outgoing-story.ts";
import { nitfSchemaComplaints, nitfSchemaNotRun } from "#tests/support/xmllint.ts";

const STORIES = 150;

const EVERY_FACT: Partial<StoryFacts> = {
  slug: 'harbor & "seawall" <1>\u0007',
  desk: "Metro",
  section: "Local",
  edition: "Late city",
  publicationDate: "2026-11-24",
  page: "A1",
  priority: 2,
  embargo: "2026-11-23T06:00:00Z",
};

describe.skipIf(nitfSchemaNotRun !== null)(`IPTC's schema for NITF 3.6 ${nitfSchemaNotRun ?? ""}`, () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stet-nitf-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function complaints(stories: readonly PrintStory[]): Promise<string> {
    const files = stories.map((_, index) => join(folder, `story-${String(index)}.xml`));
    await Promise.all(
      stories.map((one, index) => writeFile(files[index] ?? "", nitfFile(one, "namespaced"))),
    );
    return nitfSchemaComplaints(files);
  }

  it("takes a story with every kind of block, every mark and every fact", async () => {
    expect(await complaints([printStory(fullStory(), EVERY_FACT), printStory(EMPTY_STORY)])).toBe("");
  });

  it("takes any story", async () => {
    const batch = fc.array(anyOutgoingStory, { minLength: STORIES, maxLength: STORIES });
    const holds = fc.asyncProperty(batch, async (stories) => {
      expect(await complaints(stories)).toBe("");
    });
    await fc.assert(holds, { numRuns: 1, endOnFailure: true });
  });

  it("does not take just anything", async () => {
    const file = join(folder, "wrong.xml");
    const xml = new TextDecoder().decode(nitfFile(printStory(fullStory()), "namespaced"));
    await writeFile(file, xml.replace("<hl1>", "<hl9>").replace("</hl1>", "</hl9>"));
    expect(nitfSchemaComplaints([file])).toContain("hl9");
  });
});
