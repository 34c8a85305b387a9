import { useEffect, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SafetyStatus } from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
import { FindingLine } from "./finding-line.tsx";
import { roomWords } from "./health-words.ts";
import { PathLine } from "./path-line.tsx";
import { savedAt } from "./recovery-words.ts";

/** When a story was saved last, as far as the page was told; it hears of every save while it is open. */
function useLastSaved(statusMs: number | null): number | null {
  const { bridge } = useWorkbench();
  const [heardMs, setHeardMs] = useState(0);
  useEffect(
    () =>
      bridge.desk.stories.on("changed", ({ summary }) =>
        setHeardMs((before) => Math.max(before, summary.updatedAtMs)),
      ),
    [bridge],
  );
  const lastMs = Math.max(heardMs, statusMs ?? 0);
  return lastMs === 0 ? null : lastMs;
}

function savedWords(savedMs: number | null, nowMs: number): string {
  const { nothing, last } = words().safety.saved;
  return savedMs === null ? nothing : last({ at: savedAt(savedMs, nowMs) });
}

/** What is saved, where, and whether the disk takes it. */
export function SavedSection({ status }: { readonly status: SafetyStatus }): ReactNode {
  const { host, now } = useWorkbench();
  const { newsroom } = useObservable(host);
  const nowMs = useObservable(now);
  const savedMs = useLastSaved(status.lastCommitAtMs);
  return (
    <section aria-labelledby="safety-saved">
      <h3 id="safety-saved">{words().safety.saved.title}</h3>
      <p>{savedWords(savedMs, nowMs)}</p>
      {status.trouble === null ? null : (
        <div role="alert">
          <FindingLine finding={{ text: retold(status.trouble), tone: "wrong" }} />
        </div>
      )}
      <FindingLine finding={roomWords(status.freeBytes)} />
      {newsroom === null ? null : <PathLine what={words().safety.paths.newsroom} path={newsroom.folder} />}
    </section>
  );
}
