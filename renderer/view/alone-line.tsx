import type { ReactNode } from "react";
import { SavePart } from "#renderer/app/save-part.tsx";
import { useCalmly } from "#renderer/app/use-observable.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { words } from "#shared/language/index.ts";

/** All that is left of the state line where nothing shall distract: whether the text is saved. */
export function AloneLine({ session }: { readonly session: StorySession }): ReactNode {
  const status = useCalmly(session.status);
  return (
    <footer className="state-alone" aria-label={words().app.state.name}>
      <SavePart status={status} />
    </footer>
  );
}
