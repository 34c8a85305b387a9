import type { Workbench } from "#renderer/app/workbench.ts";
import type { Failure } from "#shared/contract/failures.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

type TkBench = Pick<Workbench, "page" | "notices" | "commands">;

const WAIT_MS = 5_000;
const STEP_MS = 50;

/** What a story may be ready or sent despite. */
export interface Despite {
  readonly despiteTks?: boolean;
  readonly despiteOpen?: boolean;
}

/** Opens a story at a block, and from there runs a command, where one shall be run. */
async function goTo(
  { page, commands }: TkBench,
  story: StoryId,
  block: string | undefined,
  command?: string,
): Promise<void> {
  if (!(await page.open(story))) return;
  // The editor comes a moment after the page.
  for (let waited = 0; waited < WAIT_MS; waited += STEP_MS) {
    const session = page.session.get();
    if (session?.summary.get().id === story) {
      if (block !== undefined) {
        session.goTo(block);
        session.notes.goToQueryIn(block);
      }
      if (command !== undefined) commands.run(command);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/**
 * Says why a story with TKs, open changes or open queries is not ready, with the way to the first of
 * them and the way past them. False where the failure is another one.
 */
export function tellOfLeft(
  bench: TkBench,
  story: StoryId,
  { code, message, about }: Failure,
  despite: (more: Despite) => void,
): boolean {
  if (code !== "placeholders-left" && code !== "matters-open") return false;
  const areTks = code === "placeholders-left";
  const { tks } = words().desk;
  bench.notices.warn(
    message,
    { label: tks.goThere, run: () => void goTo(bench, story, about, areTks ? "tk.next" : undefined) },
    { label: tks.despite, run: () => despite(areTks ? { despiteTks: true } : { despiteOpen: true }) },
  );
  return true;
}
