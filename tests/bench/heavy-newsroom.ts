import { statSync } from "node:fs";
import path from "node:path";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { cachedHome, openBenchDesk } from "./large-newsroom.ts";

/** Raise it when the database's form or the invented copy changes: the old newsroom is then made anew. */
const EDITION = 1;
const BYTES = 500 * 1_048_576;
const WORDS_EACH = 30_000;
/** The story that is open in it. */
const OPEN_WORDS = 1_500;

async function fill(home: string): Promise<void> {
  const host = await openBenchDesk(home);
  const database = path.join(home, "newsroom", "newsroom.db");
  for (let nr = 0; statSync(database).size < BYTES; nr += 1) {
    const document = inventedStory(nr, WORDS_EACH);
    const made = await host.desk.stories.create({ facts: { slug: `long-${String(nr)}` }, document });
    if (!made.ok) throw new Error(made.error.message);
  }
  const open = await host.desk.stories.create({
    facts: { slug: "typing" },
    document: inventedStory(1, OPEN_WORDS),
  });
  if (!open.ok) throw new Error(open.error.message);
  await host.desk.settings.change({ lastStory: open.value.summary.id });
  await host.close();
}

/** The home of a newsroom whose database has 500 MB, a short story open in it; made once. */
export function heavyNewsroomHome(): Promise<string> {
  return cachedHome(`bench-heavy-newsroom-${String(EDITION)}`, fill);
}
