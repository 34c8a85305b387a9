import { useEffect, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { Failure, Revision, RevisionId } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { ComparedBlock } from "#shared/merge/index.ts";
import type { Result } from "#shared/rpc/index.ts";
import { closeComparison } from "./close-comparison.ts";
import { ComparedStory } from "./compared-story.tsx";
import { factDifferences } from "./fact-differences.ts";
import type { ComparedVersions, Comparing } from "./history-desk.ts";
import { markChanges } from "./mark-changes.ts";
import { OutsideComparison } from "./outside-comparison.tsx";
import { putBack } from "./put-back.ts";
import { versionWords } from "./revision-words.ts";
import { useTextNow } from "./use-text-now.ts";

/** Reads a version; null while it is being read, and for none. */
function useRevision(id: RevisionId | null): Result<Revision, Failure> | null {
  const { bridge } = useWorkbench();
  const [read, setRead] = useState<Result<Revision, Failure> | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let gone = false;
    void bridge.desk.revisions.read({ revision: id }).then((answer) => {
      if (!gone) setRead(answer);
    });
    return () => {
      gone = true;
    };
  }, [bridge, id]);
  return read;
}

interface PairProps {
  readonly session: StorySession;
  readonly before: Revision;
  /** Null for the story as it stands now. */
  readonly after: Revision | null;
}

function Pair({ session, before, after }: PairProps): ReactNode {
  const bench = useWorkbench();
  const [text, readAgain] = useTextNow(session);
  const { facts } = useObservable(session.summary);
  const nowMs = bench.now.get();

  const restore = async (revision: Revision, block: ComparedBlock | null): Promise<void> => {
    const done = await putBack(bench, revision, block);
    if (!done) return;
    if (block === null) closeComparison(bench);
    else readAgain();
  };

  const mark = async (): Promise<void> => {
    if (await markChanges(bench, before, after)) closeComparison(bench);
  };

  const { comparison } = words().history;
  const markButton = (
    <button type="button" className="button" onClick={() => void mark()}>
      {comparison.mark}
    </button>
  );
  const restoreButton = (revision: Revision, name: string): ReactNode => (
    <button type="button" className="button" onClick={() => void restore(revision, null)}>
      {name}
    </button>
  );

  return (
    <ComparedStory
      before={before.document}
      after={after?.document ?? text}
      labels={{
        before: versionWords(before.summary, nowMs),
        after: after === null ? comparison.storyNow : versionWords(after.summary, nowMs),
      }}
      facts={factDifferences(before.facts, after?.facts ?? facts, nowMs)}
      onPutBack={(block) => void restore(before, block)}
      actions={
        after === null ? (
          <>
            {markButton}
            {restoreButton(before, comparison.putVersionBack)}
          </>
        ) : (
          <>
            {markButton}
            {restoreButton(before, comparison.putEarlierBack)}
            {restoreButton(after, comparison.putLaterBack)}
          </>
        )
      }
      onClose={() => closeComparison(bench)}
    />
  );
}

function Trouble({ message }: { readonly message: string }): ReactNode {
  const bench = useWorkbench();
  return (
    <div className="comparison">
      <div className="page-failed" role="alert">
        <h2>{words().history.comparison.notOpened}</h2>
        <p>{message}</p>
        <button type="button" className="button" onClick={() => closeComparison(bench)}>
          {words().history.comparison.back}
        </button>
      </div>
    </div>
  );
}

interface VersionsProps {
  readonly session: StorySession;
  readonly comparing: ComparedVersions;
}

function Versions({ session, comparing }: VersionsProps): ReactNode {
  const before = useRevision(comparing.before);
  const after = useRevision(comparing.after);
  for (const side of [before, after]) {
    if (side?.ok === false) return <Trouble message={side.error.message} />;
  }
  if (before?.ok !== true) return null;
  if (comparing.after === null) return <Pair session={session} before={before.value} after={null} />;
  return after?.ok === true ? <Pair session={session} before={before.value} after={after.value} /> : null;
}

/** The open story over its page: two of its versions, one and the story as it stands, or that and a version from outside. */
export function ComparisonPane({ comparing }: { readonly comparing: Comparing }): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  if (session === null) return null;
  return "copy" in comparing ? (
    <OutsideComparison session={session} copy={comparing.copy} />
  ) : (
    <Versions session={session} comparing={comparing} />
  );
}
