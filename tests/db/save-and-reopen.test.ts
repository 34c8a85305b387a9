import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countStory, diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

/** A story whose blocks are partly those of another: kept, moved, or replaced under the same id. */
function edited(from: StoryDocument, fresh: StoryDocument, choices: readonly number[]): StoryDocument {
  const blocks = from.blocks.flatMap((block, at) => {
    const choice = choices[at % choices.length] ?? 0;
    const other = fresh.blocks[at];
    if (choice === 0) return [];
    if (choice === 1 && other && other.kind !== "unknown") return [{ ...other, id: block.id }];
    return [block];
  });
  const moved = choices[0] === 2 ? blocks.toReversed() : blocks;
  const taken = new Set(moved.map((block) => block.id));
  return { ...from, blocks: [...moved, ...fresh.blocks.filter((block) => !taken.has(block.id))] };
}

/** Opened and closed as often as by a script: it is backed up once an hour, and not at every closing. */
const OFTEN = { abilities: { host: "command-line", version: "0.0.0-test" } } as const;

describe("any sequence of saves", () => {
  it("opens again to exactly what was acknowledged last, with its counts", { timeout: 60_000 }, async () => {
    const home = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(
        anyStory(),
        fc.array(
          fc.tuple(anyStory(), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 })),
          { maxLength: 5 },
        ),
        async (first, steps) => {
          const host = await openTestDesk(home, OFTEN);
          const made = await newStory(host, first);
          let acknowledged = first;
          let { version } = made.summary;
          for (const [fresh, choices] of steps) {
            const next = edited(acknowledged, fresh, choices);
            const receipt = must(
              await host.desk.stories.save({
                story: made.summary.id,
                base: version,
                saveId: `save-${String(version)}`,
                patch: diffDocuments(acknowledged, next),
              }),
            );
            acknowledged = next;
            ({ version } = receipt);
          }
          await host.close();

          const again = await openTestDesk(home, OFTEN);
          const opened = must(await again.desk.stories.open({ story: made.summary.id }));
          await again.close();
          expect(opened.document).toEqual(acknowledged);
          expect(opened.summary).toMatchObject({
            version,
            words: countStory(acknowledged).all.words,
            characters: countStory(acknowledged).all.characters,
            photos: acknowledged.blocks.filter(({ kind }) => kind === "photo").length,
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
