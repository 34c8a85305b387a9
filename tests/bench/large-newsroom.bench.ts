import type { Desk } from "#shared/contract/index.ts";
import { seeded } from "#tests/support/invented-copy.ts";
import { LARGE_NEWSROOM_STORIES, largeNewsroomHome, openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const OPENINGS = 300;
const TYPED = [
  "seawall plan",
  "story-4711",
  "mayor ilse varga",
  "oldmarsh",
  "quay street lights",
  "zzz nothing has this",
  "ferry",
];

async function timed(work: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  if (!result.ok) throw new Error("a call that is being measured failed");
  return took;
}

/** Opens stories here and there in the newsroom. */
async function openings(desk: Desk): Promise<number[]> {
  const random = seeded(7);
  const samples: number[] = [];
  for (let nr = 0; nr < OPENINGS; nr += 1) {
    const offset = Math.floor(random() * LARGE_NEWSROOM_STORIES);
    const found = await desk.stories.list({ offset, limit: 1 });
    const story = found.ok ? found.value.stories[0]?.id : undefined;
    if (story !== undefined) samples.push(await timed(() => desk.stories.open({ story })));
  }
  return samples;
}

/** Types each search letter by letter, as the desk list sends it. */
async function searches(desk: Desk): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const words of TYPED) {
      for (let length = 1; length <= words.length; length += 1) {
        samples.push(await timed(() => desk.stories.list({ words: words.slice(0, length) })));
      }
    }
  }
  return samples;
}

/** Opening and finding among 10,000 stories, asked of the core through the contract. */
export async function largeNewsroomBench(): Promise<readonly Measurement[]> {
  const host = await openBenchDesk(await largeNewsroomHome());
  const measurements: Measurement[] = [
    { name: "open a story among 10,000", samples: await openings(host.desk), limit: { p95Ms: 50 } },
    {
      name: "search as you type in 10,000 stories, each letter",
      samples: await searches(host.desk),
      limit: { p95Ms: 10 },
    },
  ];
  await host.close();
  return measurements;
}
