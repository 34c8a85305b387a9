import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { icmlWriter } from "#main/formats/icml/write.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { story } from "#shared/document/builders.ts";
import { idmsOf, underGrammarVersion } from "#tests/support/idms.ts";
import { adobeGrammarComplaints, adobeGrammarNotRun } from "#tests/support/jing.ts";
import { anyOutgoingStory } from "#tests/support/any-outgoing-story.ts";
import { fullStory, printStory } from "#tests/support/outgoing-story.ts";

describe.skipIf(adobeGrammarNotRun !== null)(
  `an InCopy document and Adobe's grammar ${adobeGrammarNotRun ?? ""}`,
  () => {
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "stet-icml-"));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    async function fileToCheck(
      name: string,
      print: PrintStory,
      wrap = (icml: string) => icml,
    ): Promise<string> {
      const { bytes } = await icmlWriter.write(print);
      const path = join(folder, name);
      await writeFile(path, underGrammarVersion(wrap(new TextDecoder().decode(bytes))));
      return path;
    }

    it("agree on every kind of block, an empty story, and the story in a frame on a page", async () => {
      const files = [
        await fileToCheck("every-kind.icml", printStory(fullStory())),
        await fileToCheck("empty.icml", printStory(story())),
        await fileToCheck("every-kind.idms", printStory(fullStory()), idmsOf),
      ];
      expect(adobeGrammarComplaints(files)).toBe("");
    });

    it("agree on any story", async () => {
      const seed = Date.now();
      const stories = fc.sample(anyOutgoingStory, { numRuns: 150, seed });
      const files = await Promise.all(
        stories.map((print, nr) => fileToCheck(`any-${String(nr)}.icml`, print)),
      );
      expect(adobeGrammarComplaints(files), `stories of seed ${String(seed)}`).toBe("");
    });

    it("disagree where the grammar is broken, so that silence means something", async () => {
      const file = await fileToCheck("broken.icml", printStory(fullStory()), (icml) =>
        icml.replace("<Br/>", "<LineEnd/>").replace('Underline="true"', 'Underline="yes"'),
      );
      const complaints = adobeGrammarComplaints([file]);
      expect(complaints).toContain("LineEnd");
      expect(complaints).toContain("Underline");
    });
  },
);
