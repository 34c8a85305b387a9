import { useMemo, type ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { finalView } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { outsideVersion } from "#shared/merge/index.ts";
import { closeComparison } from "./close-comparison.ts";
import { ComparedStory } from "./compared-story.tsx";
import { markOutside } from "./mark-outside.ts";
import { copyName, type OutsideCopy } from "./outside-copy.ts";
import { useTextNow } from "./use-text-now.ts";

interface OutsideComparisonProps {
  readonly session: StorySession;
  readonly copy: OutsideCopy;
}

/** The story as it stands, and what a version from outside has otherwise: nothing is changed until it is marked. */
export function OutsideComparison({ session, copy }: OutsideComparisonProps): ReactNode {
  const bench = useWorkbench();
  const [text] = useTextNow(session);
  const { before, after, stays } = useMemo(() => {
    const version = outsideVersion(text, copy.document);
    return { ...version, before: finalView(text), after: finalView(version.document) };
  }, [text, copy]);
  const { comparison, outside } = words().history;
  const { author } = copy;
  const name = copyName(copy);
  const kinds = stays.map(({ kind }) => kind);

  const mark = async (): Promise<void> => {
    if (await markOutside(bench, copy)) closeComparison(bench);
  };

  return (
    <ComparedStory
      before={before}
      after={after}
      labels={{ before: comparison.storyNow, after: outside.version({ name, author }) }}
      {...(kinds.length > 0 ? { aside: outside.stays({ name, kinds }) } : {})}
      actions={
        <button type="button" className="button" onClick={() => void mark()}>
          {outside.mark({ author })}
        </button>
      }
      onClose={() => closeComparison(bench)}
    />
  );
}
