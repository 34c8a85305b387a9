import type { Bridge } from "#renderer/bridge/bridge.ts";
import { deskList, EVERYTHING } from "#renderer/desk/desk-list.ts";
import { exportRun } from "#renderer/export/export-run.ts";
import { fitStore } from "#renderer/fit/fit-store.ts";
import { historyDesk } from "#renderer/history/history-desk.ts";
import { outsideCopies } from "#renderer/history/outside-copy.ts";
import { intakeQueue, newStories } from "#renderer/intake/intake-queue.ts";
import { openTails, type Tails } from "#renderer/tail/tails.ts";
import { safetyDesk } from "#renderer/safety/safety-desk.ts";
import { tellRecovery, type Moment } from "#renderer/safety/tell-recovery.ts";
import { keepPair, pairAround } from "#renderer/sides/kept-pair.ts";
import { rememberedLanguage } from "#renderer/language/remembered.ts";
import type { NewsroomInfo, Settings, StoryId, StorySummary } from "#shared/contract/index.ts";
import { sidesOf } from "#renderer/sides/sides.ts";
import { ok } from "#shared/rpc/index.ts";
import { arrive, type Arrival, type Beginning } from "./arrival.ts";
import { chosenKeysOf } from "./chosen-keys.ts";
import { commandBook } from "./commands.ts";
import { dialogFloor } from "./floor.ts";
import { noticeBoard } from "./notices.ts";
import { observable } from "./observable.ts";
import { openPage } from "./open-page.ts";
import { settingsStore } from "./settings-store.ts";
import type { RailPanel, Workbench } from "./workbench.ts";
import { words, type LanguageChoice } from "#shared/language/index.ts";

const CLOCK_STEP_MS = 5_000;

/**
 * Sets up what the window works with, for a host that has answered. Where a newsroom is open, its
 * choices hold and the story that was open last is on the page when this returns.
 */
export function startWorkbench(bridge: Bridge, { info, arrival }: Beginning): Workbench {
  const { desk } = bridge;
  const host = observable(info);
  const notices = noticeBoard();
  const now = observable(Date.now());
  const settings = settingsStore(desk, notices.warn);
  const pageOptions = {
    onTrouble: notices.warn,
    onShown: (story: StoryId) => {
      if (settings.settings.get().lastStory !== story) void settings.change({ lastStory: story });
    },
  };
  const sides = sidesOf([openPage(desk, pageOptions), openPage(desk, pageOptions)], (slug) =>
    notices.tell(words().sides.openAlready({ slugIfAny: slug })),
  );
  const { page } = sides;
  const list = deskList(desk);
  let tails: Tails | null = null;
  const history = historyDesk();
  const panel = observable<RailPanel>("facts");
  const floor = dialogFloor(page);
  const safety = safetyDesk(desk);
  const alone = observable(false);

  const askSafety = async (moment: Moment): Promise<void> => {
    await tellRecovery({ safety, notices, floor, page }, moment);
    await safety.read();
  };

  /** Takes the choices of a newsroom. The language goes along with the person to one in which none was chosen. */
  const takeChoices = (choices: Settings, spoken: LanguageChoice): void => {
    const language = choices.language === "system" ? spoken : choices.language;
    settings.take({ ...choices, language });
    if (language !== choices.language) void settings.change({ language });
  };

  const enter = ({ asked, choices, last }: Arrival, spoken: LanguageChoice = "system"): void => {
    if (choices.ok) takeChoices(choices.value, spoken);
    const lastStory = asked ?? settings.settings.get().lastStory;
    if (!last.ok) {
      if (lastStory !== null) page.receive(lastStory, last);
    } else if (last.value !== null) {
      const pair = asked === null ? pairAround(settings.settings.get(), last.value.summary.id) : null;
      if (pair) void sides.takeUp(pair);
      page.receive(last.value.summary.id, ok(last.value));
    }
    list.ask(EVERYTHING);
    void askSafety("start");
  };

  const moveTo = (newsroom: NewsroomInfo): void => {
    const before = host.get().newsroom;
    if (before?.folder === newsroom.folder) return;
    const spoken = before === null ? rememberedLanguage() : settings.settings.get().language;
    host.set({ ...host.get(), newsroom, trouble: null });
    page.clear();
    safety.forget();
    void arrive(desk).then((told) => {
      if (host.get().newsroom?.folder === newsroom.folder) enter(told, spoken);
    });
  };

  const lookAgain = async (): Promise<void> => {
    const answer = await desk.host.info(null);
    if (!answer.ok) return;
    if (answer.value.newsroom) moveTo(answer.value.newsroom);
    host.set(answer.value);
    if (answer.value.newsroom === null) return;
    list.refresh();
    await askSafety("return");
  };

  setInterval(() => now.set(Date.now()), CLOCK_STEP_MS);
  desk.host.on("newsroomChanged", moveTo);
  for (const side of [0, 1] as const) {
    const own = sides.pageOf(side);
    own.page.subscribe(() => {
      const compared = history.comparing.get()?.story;
      const isElsewhere = sides.shown
        .get()
        .some((shown) => shown !== side && sides.pageOf(shown).summary.get()?.id === compared);
      if (!isElsewhere) history.comparing.set(null);
    });
  }
  page.page.subscribe(() => {
    if (page.page.get().state === "none") alone.set(false);
  });
  bridge.link.subscribe(() => {
    if (bridge.link.get() === "up") void lookAgain();
  });
  if (info.newsroom !== null) enter(arrival);
  keepPair(sides, settings);

  return {
    bridge,
    host,
    notices,
    settings,
    page,
    sides,
    list,
    history,
    fit: fitStore(),
    panel,
    now,
    commands: commandBook(chosenKeysOf(settings.settings)),
    intake: intakeQueue(newStories(desk)),
    versions: intakeQueue(outsideCopies(desk)),
    exporting: exportRun(desk, page),
    tails: () => (tails ??= openTails()),
    spiking: observable<StorySummary | null>(null),
    safety,
    panelWantsFocus: observable(false),
    floor,
    alone,
    lengthAsked: observable(false),
    openNewsroom: async (kind) => {
      if (!(await page.letGo())) return;
      const answer = await desk.host.openNewsroom({ kind });
      if (answer.ok) moveTo(answer.value);
      else if (host.get().newsroom === null) host.set({ ...host.get(), trouble: answer.error.message });
      else notices.warn(answer.error.message);
    },
  };
}
