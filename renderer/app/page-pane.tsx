import { Suspense, type ReactNode } from "react";
import { latePart } from "./late-part.ts";
import { BannerPlace } from "./banner-place.tsx";
import { StoryEditor } from "#renderer/editor/story-editor.tsx";
import { EmptyPage } from "./empty-page.tsx";
import { useObservable, usePart } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

const ComparisonPane = latePart(
  async () => (await import("#renderer/history/comparison-pane.tsx")).ComparisonPane,
);

/** The page's heading, for those who do not see it. */
function PageTitle(): ReactNode {
  const { page } = useWorkbench();
  const slug = usePart(page.summary, (summary) => summary?.facts.slug ?? null);
  return <h1 className="unseen">{slug ?? words().app.page.untitled}</h1>;
}

/** The centre of the window: the story on the page, or why there is none. */
export function PagePane(): ReactNode {
  const { page, bridge, commands, history, host, settings, tails } = useWorkbench();
  const state = useObservable(page.page);
  const asked = useObservable(history.comparing);
  if (state.state === "none") return <EmptyPage />;
  if (state.state === "opening") return null;
  if (state.state === "failed") {
    return (
      <div className="page-failed" role="alert">
        <h1>{words().app.page.failed}</h1>
        <p>{state.message}</p>
        <button type="button" className="button" onClick={() => void page.open(state.story)}>
          {words().app.page.tryAgain}
        </button>
      </div>
    );
  }
  const comparing = asked?.story === state.story.summary.id ? asked : null;
  return (
    <>
      <PageTitle />
      <BannerPlace />
      {/* Behind a comparison the page lives on, with its caret, its scroll and its history of undo. */}
      <div className="page-story" inert={comparing !== null}>
        <div className="page-sheet">
          <StoryEditor
            key={state.story.summary.id}
            story={state.story}
            newest={() => page.summary.get()?.version ?? 0}
            desk={bridge.desk}
            commands={commands}
            settings={settings.settings}
            photoAddress={bridge.photoAddress}
            lastWord={bridge.lastWord}
            link={bridge.link}
            newsroom={host.get().newsroom?.folder ?? ""}
            tails={tails}
            onSession={page.setSession}
          />
        </div>
      </div>
      {comparing === null ? null : (
        <Suspense fallback={null}>
          <ComparisonPane
            key={"copy" in comparing ? "copy" : `${comparing.before} ${comparing.after ?? ""}`}
            comparing={comparing}
          />
        </Suspense>
      )}
    </>
  );
}
