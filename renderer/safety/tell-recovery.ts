import type { Floor } from "#renderer/app/floor.ts";
import type { Notices } from "#renderer/app/notices.ts";
import type { OpenPage } from "#renderer/app/open-page.ts";
import type { RecoveryNews } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { SafetyDesk } from "./safety-desk.ts";

/** When the newsroom was asked: as the window came to it, or after it had been away. */
export type Moment = "start" | "return";

/** How loudly it is told: an unclean end that cost nobody anything is no reason for a screen. */
export type Loudness = "silent" | "notice" | "screen";

/** How to tell what happened at the last start. A window that stayed open has its text: it needs no list. */
export function loudnessOf({ report, uncleanEnd }: RecoveryNews, moment: Moment): Loudness {
  if (report !== null) return "screen";
  if (uncleanEnd === null) return "silent";
  return moment === "start" && uncleanEnd.stories.length > 0 ? "screen" : "notice";
}

interface Telling {
  readonly safety: SafetyDesk;
  readonly notices: Pick<Notices, "tell">;
  readonly floor: Pick<Floor, "holder" | "give">;
  readonly page: Pick<OpenPage, "page" | "session">;
}

/** Resolves when no story is about to take the focus any more. */
function settled({ page, session }: Telling["page"]): Promise<void> {
  const isSettled = (): boolean => {
    const { state } = page.get();
    return state !== "opening" && (state !== "open" || session.get() !== null);
  };
  return new Promise((resolve) => {
    if (isSettled()) return resolve();
    const look = (): void => {
      if (!isSettled()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [page.subscribe(look), session.subscribe(look)];
  });
}

/**
 * Tells the person, in the right loudness, what happened when the newsroom was opened. A dialog that has the floor is not
 * interrupted: the news can then be read by command.
 */
export async function tellRecovery({ safety, notices, floor, page }: Telling, moment: Moment): Promise<void> {
  const news = await safety.readNews();
  if (news === null) return;
  const loudness = loudnessOf(news, moment);
  if (loudness === "notice") {
    const { nothingAtStake, startedAgain } = words().safety.recovery;
    notices.tell(moment === "start" ? nothingAtStake : startedAgain);
    await safety.newsRead();
  } else if (loudness === "screen") {
    await settled(page);
    if (floor.holder.get() === "none" && safety.news.get() !== null) floor.give("recover");
  }
}
