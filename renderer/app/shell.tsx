import { Suspense, useDeferredValue, useEffect, useLayoutEffect, type ReactNode } from "react";
import { fetchLateParts, lateCode, latePart } from "./late-part.ts";
import { takeDroppedFiles } from "#renderer/intake/dropped-files.ts";
import { dispatchKeys } from "./key-dispatch.ts";
import { guardLeaving } from "./leaving.ts";
import { words } from "#shared/language/index.ts";
import { NoticesView } from "./notices-view.tsx";
import { SidesPane } from "#renderer/sides/sides-pane.tsx";
import { shellCommands } from "./shell-commands.ts";
import { StateLine } from "./state-line.tsx";
import { untilQuiet } from "./until-quiet.ts";
import { useObservable, usePart } from "./use-observable.ts";
import { useWorkbench, type Workbench } from "./workbench.ts";
import "./shell.css";

const DeskPane = latePart(async () => (await import("#renderer/desk/desk-pane.tsx")).DeskPane);
const Rail = latePart(async () => (await import("./rail.tsx")).Rail);
const Palette = latePart(async () => (await import("./palette.tsx")).Palette);
const KeyboardPage = latePart(async () => (await import("./keyboard-page.tsx")).KeyboardPage);
const IntakeSheet = latePart(async () => (await import("#renderer/intake/intake-sheet.tsx")).IntakeSheet);
const VersionSheet = latePart(async () => (await import("#renderer/history/version-sheet.tsx")).VersionSheet);
const SpikeSheet = latePart(async () => (await import("#renderer/desk/spike-sheet.tsx")).SpikeSheet);
const RecoverScreen = latePart(
  async () => (await import("#renderer/safety/recover-screen.tsx")).RecoverScreen,
);
const SafetyPage = latePart(async () => (await import("#renderer/safety/safety-page.tsx")).SafetyPage);

const FindStoriesSheet = latePart(
  async () => (await import("#renderer/find-stories/find-stories-sheet.tsx")).FindStoriesSheet,
);

const KitSheet = latePart(async () => (await import("#renderer/kit/kit-sheet.tsx")).KitSheet);

const tailsElsewhere = lateCode(async () => await import("#renderer/tail/tails-elsewhere.ts"));

async function lookForTails(bench: Workbench): Promise<void> {
  const { tellOfTails } = await tailsElsewhere.ready();
  await tellOfTails(bench);
}

/** Follows the fit of the story on the page, once the window has come to rest. Gives what ends it. */
const fitFollower = lateCode(async () => (await import("#renderer/fit/follow-fit.ts")).followFit);

const IDLE_MS = 1_000;
/** The composer's fonts and code cost a second of work: they are fetched while nobody does anything. */
const QUIET_MS = 2_000;

/** Pictures go to the page, everything else is read as copy. */
function takeFiles({ page, intake, versions, floor, notices }: Workbench): () => void {
  return takeDroppedFiles(({ pictures, copy }) => {
    if (floor.holder.get() === "version") {
      versions.readFirst([...copy, ...pictures]);
      return;
    }
    if (copy.length > 0) {
      intake.addFiles(copy);
      floor.give("intake");
    }
    if (pictures.length === 0) return;
    const session = page.session.get();
    if (session === null) {
      const nameIfAny = pictures[0]?.name ?? null;
      notices.warn(words().app.page.dropFirst({ pictures: pictures.length, nameIfAny }));
    } else {
      void session.insertPhotos(pictures);
    }
  });
}

/** Registers the window's commands, and listens for their keys and for dropped files, while the desk is shown. */
function useDeskEvents(bench: Workbench): void {
  const { commands, floor, host, bridge } = bench;
  useEffect(() => {
    const stops = [
      commands.register(shellCommands(bench)),
      dispatchKeys(commands, {
        platform: host.get().platform,
        silenced: () => floor.holder.get() !== "none",
      }),
      bridge.onCommand((id) => {
        if (floor.holder.get() === "none") commands.run(id);
      }),
      takeFiles(bench),
      guardLeaving(bench),
    ];
    const over = new AbortController();
    let stopFit: () => void = () => undefined;
    const rest = async (): Promise<void> => {
      await Promise.allSettled([fetchLateParts(), lookForTails(bench)]);
      await untilQuiet(QUIET_MS, over.signal);
      if (over.signal.aborted) return;
      const followFit = await fitFollower.ready();
      if (!over.signal.aborted) stopFit = followFit(bench);
    };
    const idle = window.setTimeout(() => void rest(), IDLE_MS);
    return () => {
      over.abort();
      stopFit();
      window.clearTimeout(idle);
      for (const stop of stops) stop();
    };
  }, [bench, commands, floor, host, bridge]);
}

function useWindowTitle({ page, host }: Workbench): void {
  const slug = usePart(page.summary, (summary) => summary?.facts.slug ?? null);
  const { newsroom } = useObservable(host);
  const { title } = words().app;
  const place = newsroom?.kind === "sample" ? title.sample : "Stet";
  const name = slug === null ? place : title.story({ slug, place });
  useEffect(() => {
    document.title = name;
  }, [name]);
}

/** The window with a newsroom in it: desk list, page and rail side by side, the state line below. */
export function Shell(): ReactNode {
  const bench = useWorkbench();
  const isAlone = useObservable(bench.alone);
  const choices = useObservable(bench.settings.settings);
  const deskListOpen = choices.deskListOpen && !isAlone;
  const railOpen = choices.railOpen && !isAlone;
  const floor = useObservable(bench.floor.holder);
  // The page comes first, so that a person can type while what stands beside it is still drawn.
  const isPageDrawn = useDeferredValue(true, false);
  useDeskEvents(bench);
  useWindowTitle(bench);
  useLayoutEffect(() => {
    if (floor === "none") bench.floor.gone();
  }, [bench, floor]);

  return (
    <div className="shell" data-desk={deskListOpen} data-rail={railOpen} data-alone={isAlone}>
      {deskListOpen ? (
        <div id="desk" className="shell-desk">
          <Suspense fallback={null}>{isPageDrawn ? <DeskPane /> : null}</Suspense>
        </div>
      ) : null}
      <main id="page" className="shell-page" tabIndex={-1}>
        <SidesPane />
      </main>
      <Suspense fallback={null}>{railOpen && isPageDrawn ? <Rail /> : null}</Suspense>
      <StateLine />
      <NoticesView />
      <Suspense fallback={null}>
        {floor === "palette" ? <Palette /> : null}
        {floor === "keyboard" ? <KeyboardPage /> : null}
        {floor === "intake" ? <IntakeSheet /> : null}
        {floor === "version" ? <VersionSheet /> : null}
        {floor === "spike" ? <SpikeSheet /> : null}
        {floor === "recover" ? <RecoverScreen /> : null}
        {floor === "find" ? <FindStoriesSheet /> : null}
        {floor === "safety" ? <SafetyPage /> : null}
        {floor === "kit" ? <KitSheet /> : null}
      </Suspense>
    </div>
  );
}
