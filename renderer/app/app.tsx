import { CSPProvider } from "@base-ui/react/csp-provider";
import { useEffect, useState, type ReactNode } from "react";
import type { Link } from "#renderer/bridge/standing-road.ts";
import { followLanguage, speakRemembered } from "#renderer/language/follow-language.ts";
import { useWords } from "#renderer/language/use-words.ts";
import { retoldFailure } from "#shared/language/index.ts";
import { FirstScreen } from "./first-screen.tsx";
import { observable, type Observable } from "./observable.ts";
import { Shell } from "./shell.tsx";
import { startWorkbench } from "./start-workbench.ts";
import { followLook } from "./theme.ts";
import { useObservable } from "./use-observable.ts";
import { waitingWords } from "./waiting-words.ts";
import { sayFailuresWith, type WayIn } from "./way-in.ts";
import { WorkbenchProvider, type Workbench } from "./workbench.ts";

const SILENCE_MS = 1_200;

/** The window on its way to a newsroom. */
export interface StartedApp {
  /** Null until the newsroom has answered. */
  readonly bench: Observable<Workbench | null>;
  readonly link: Observable<Link>;
  /** Resolves when the newsroom has answered. */
  readonly arrived: Promise<void>;
}

/** Gives the workbench as soon as the newsroom has answered. */
export function startApp({ bridge, beginning }: WayIn): StartedApp {
  const started = observable<Workbench | null>(null);
  sayFailuresWith(retoldFailure);
  const arrived = speakRemembered()
    .then(beginning)
    .then(async (told) => {
      const bench = startWorkbench(bridge, told);
      followLook(bench.settings.settings);
      await followLanguage(bench.settings.settings);
      started.set(bench);
    });
  return { bench: started, link: bridge.link, arrived };
}

/** What is shown before the newsroom has answered: nothing at first, then what is being waited for. */
function Waiting({ link }: Pick<StartedApp, "link">): ReactNode {
  const words = waitingWords(useObservable(link));
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSilent(true), SILENCE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <main className="waiting">
      <h1 className="unseen">Stet</h1>
      <output>{silent ? words : ""}</output>
    </main>
  );
}

function Desk({ bench }: { readonly bench: Workbench }): ReactNode {
  const { newsroom } = useObservable(bench.host);
  return newsroom === null ? <FirstScreen /> : <Shell key={newsroom.folder} />;
}

/** The whole window. */
export function App({ started }: { readonly started: StartedApp }): ReactNode {
  const bench = useObservable(started.bench);
  // Whatever is drawn is drawn again in the language that is spoken from now on.
  useWords();
  return (
    <CSPProvider disableStyleElements>
      {bench === null ? (
        <Waiting link={started.link} />
      ) : (
        <WorkbenchProvider value={bench}>
          <Desk bench={bench} />
        </WorkbenchProvider>
      )}
    </CSPProvider>
  );
}
