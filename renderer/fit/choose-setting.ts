import type { Workbench } from "#renderer/app/workbench.ts";
import type { StoryKitChoice } from "#shared/contract/kits.ts";
import type { FittedPage } from "./fit-store.ts";

/** Chooses for the story on the page what it is set in; what is not named stays. A trouble is told in a notice. */
export async function chooseSetting(
  { bridge, notices }: Pick<Workbench, "bridge" | "notices">,
  { session, use }: FittedPage,
  change: Partial<StoryKitChoice>,
): Promise<void> {
  const { choice, chosenFor, legs, headline } = use;
  const answer = await bridge.desk.kits.chooseForStory({
    story: session.summary.get().id,
    choice: chosenFor === "story" ? choice : null,
    legs,
    headline,
    ...change,
  });
  if (!answer.ok) notices.warn(answer.error.message);
}
