import { dayAndTime } from "#renderer/app/deadline.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { copySlug, keepCopy } from "#renderer/editor/saving/keep-copy.ts";
import { words } from "#shared/language/index.ts";
import { NEW_STORY_FACTS } from "#shared/newsroom/index.ts";
import type { Tail } from "./tail.ts";

type Bench = Pick<Workbench, "bridge" | "host" | "page" | "notices" | "now" | "tails">;

/** Opens the story of a tail, where the tail is offered; makes one of it where the story is gone. */
async function openFor({ bridge, page, notices, tails }: Bench, tail: Tail): Promise<void> {
  if (await page.open(tail.story)) return;
  const state = page.page.get();
  if (state.state !== "failed") return;
  const kept = await keepCopy(bridge.desk, { ...NEW_STORY_FACTS, slug: tail.slug }, tail.document);
  if (!kept.ok) {
    notices.warn(kept.error.message);
    return;
  }
  await tails().store.drop(tail);
  await page.show(kept.value);
  notices.tell(words().editor.saving.tailKeptAsCopy({ slug: tail.slug, copy: copySlug(tail.slug) }));
}

/** Tells of text that never reached the newsroom, for every story but the one on the page, which offers its own. */
export async function tellOfTails(bench: Bench): Promise<void> {
  const { host, page, notices, now, tails } = bench;
  const newsroom = host.get().newsroom?.folder;
  if (newsroom === undefined) return;
  const { store, windows } = tails();
  const found = await store.of(newsroom);
  if (found.length === 0) return;
  const alive = await windows.open();
  for (const tail of found) {
    if (alive.has(tail.window) || tail.story === page.summary.get()?.id) continue;
    const at = dayAndTime(new Date(tail.atMs).toISOString(), now.get());
    const { neverArrived, openIt } = words().editor.saving;
    notices.warn(neverArrived({ slug: tail.slug, at }), {
      label: openIt,
      run: () => void openFor(bench, tail),
    });
  }
}
