import { useEffect, useState, type ReactNode } from "react";
import { dayAndTime } from "#renderer/app/deadline.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SourceSummary } from "#shared/contract/index.ts";
import "./original-panel.css";
import { words } from "#shared/language/index.ts";

function Original({ source }: { readonly source: SourceSummary }): ReactNode {
  const { bridge, now } = useWorkbench();
  const [read, setRead] = useState<{ readonly text: string; readonly trouble: boolean } | null>(null);

  useEffect(() => {
    let gone = false;
    void bridge.desk.stories.readSource({ source: source.id }).then((answer) => {
      if (gone) return;
      setRead(
        answer.ok
          ? { text: answer.value.text, trouble: false }
          : { text: answer.error.message, trouble: true },
      );
    });
    return () => {
      gone = true;
    };
  }, [bridge, source.id]);

  return (
    <section className="original">
      <h2>{source.name}</h2>
      <p className="original-facts">
        {words().desk.original.cameIn({
          moment: dayAndTime(new Date(source.receivedAtMs).toISOString(), now.get()),
        })}
      </p>
      {read?.trouble === true ? (
        <p className="original-trouble" role="alert">
          {read.text}
        </p>
      ) : (
        <p className="original-text">{read?.text ?? "…"}</p>
      )}
    </section>
  );
}

/** What the story was made from, exactly as it came. */
export function OriginalPanel(): ReactNode {
  const { page } = useWorkbench();
  const state = useObservable(page.page);
  if (state.state !== "open") return <p className="panel-empty">{words().desk.original.none}</p>;
  const { sources } = state.story;
  if (sources.length === 0) {
    return <p className="panel-empty">{words().desk.original.begunHere}</p>;
  }
  return (
    <div className="originals">
      {sources.map((source) => (
        <Original key={source.id} source={source} />
      ))}
    </div>
  );
}
