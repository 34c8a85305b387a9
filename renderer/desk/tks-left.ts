import type { Workbench } from "#renderer/app/workbench.ts";
import type { Failure } from "#shared/contract/failures.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

type TkBench = Pick<Workbench, "page" | "notices" | "commands">;

const WAIT_MS = 5_000;
const STEP_MS = 50;

/** Opens a story and selects its first TK from this block on. */
async function goToTk({ page, commands }: TkBench, story: StoryId, block: string | undefined): Promise<void> {
  if (!(await page.open(story))) return;
  // The editor comes a moment after the page.
  for (let waited = 0; waited < WAIT_MS; waited += STEP_MS) {
    const session = page.session.get();
    if (session?.summary.get().id === story) {
      if (block !== undefined) session.goTo(block);
      commands.run("tk.next");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** Says why a story with TKs is not ready, with the way to the first of them and the way past them. */
export function tellOfTks(
  bench: TkBench,
  story: StoryId,
  { message, about }: Failure,
  despite: () => void,
): void {
  const { tks } = words().desk;
  bench.notices.warn(
    message,
    { label: tks.goThere, run: () => void goToTk(bench, story, about) },
    { label: tks.despite, run: despite },
  );
}
