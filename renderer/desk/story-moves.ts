import type { Workbench } from "#renderer/app/workbench.ts";
import type { StoryId, StorySummary } from "#shared/contract/index.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import { words } from "#shared/language/index.ts";
import { tellOfLeft, type Despite } from "./left-open.ts";

/** What the desk does with a story as a whole, from the page or from the list. */
export type MovesBench = Pick<Workbench, "page" | "bridge" | "notices" | "settings" | "commands">;

/** Sends a story to a status, and offers to take that back. */
export async function sendTo(
  bench: MovesBench,
  summary: StorySummary,
  status: StoryStatus,
  despite: Despite = {},
): Promise<void> {
  const { page, bridge, notices } = bench;
  const before = summary.facts.status;
  if (!(await committed(bench, summary.id))) return;
  const set = async (next: StoryStatus, how: Despite): Promise<boolean> => {
    const change = { status: next };
    const answer = await bridge.desk.stories.setFacts({ story: summary.id, change, ...how });
    if (answer.ok) page.noteSummary(answer.value);
    else {
      const again = (more: Despite): void => void sendTo(bench, summary, status, { ...how, ...more });
      if (!tellOfLeft(bench, summary.id, answer.error, again)) notices.warn(answer.error.message);
    }
    return answer.ok;
  };
  if (!(await set(status, despite))) return;
  const { done } = words().story.statuses[status];
  notices.tell(words().desk.sent({ slug: summary.facts.slug, done }), {
    label: words().app.notices.undo,
    run: () => void set(before, { despiteTks: true, despiteOpen: true }),
  });
}

/** Commits the story first where it is the one on the page. False where that failed; the person has been told. */
function committed({ page }: MovesBench, story: StoryId): Promise<boolean> {
  return page.summary.get()?.id === story ? page.letGo() : Promise.resolve(true);
}

/** Makes another story of the same text and shows it. */
export async function duplicate(bench: MovesBench, summary: StorySummary): Promise<void> {
  const { page, bridge, notices } = bench;
  if (!(await committed(bench, summary.id))) return;
  const made = await bridge.desk.stories.duplicate({ story: summary.id });
  if (!made.ok) {
    notices.warn(made.error.message);
    return;
  }
  await page.show(made.value);
  const { slug } = made.value.summary.facts;
  notices.tell(words().desk.duplicated({ slug, from: summary.facts.slug }));
}

/** Takes a story out of the bin. */
export async function putBackFromBin(
  { page, bridge, notices }: MovesBench,
  summary: StorySummary,
): Promise<boolean> {
  const answer = await bridge.desk.stories.unbin({ story: summary.id });
  if (!answer.ok) {
    notices.warn(answer.error.message);
    return false;
  }
  page.noteSummary(answer.value);
  notices.tell(words().desk.unbinned({ slug: summary.facts.slug }));
  return true;
}

/** Puts a story into the bin, with a reason where it is spiked, and offers to take it out again at once. */
export async function moveToBin(bench: MovesBench, summary: StorySummary, why = ""): Promise<boolean> {
  const { page, bridge, notices, settings } = bench;
  if (!(await committed(bench, summary.id))) return false;
  const wasOpen = page.summary.get()?.id === summary.id;
  const answer = await bridge.desk.stories.bin({ story: summary.id, why });
  if (!answer.ok) {
    notices.warn(answer.error.message);
    return false;
  }
  if (wasOpen) {
    page.clear();
    void settings.change({ lastStory: null });
  }
  const { slug } = summary.facts;
  const { app, desk } = words();
  notices.tell(why === "" ? desk.movedToBin({ slug }) : desk.movedSpiked({ slug }), {
    label: app.notices.undo,
    run: () =>
      void putBackFromBin(bench, summary).then((isBack) => isBack && wasOpen && page.open(summary.id)),
  });
  return true;
}
