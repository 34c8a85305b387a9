import type { ReactNode } from "react";
import { usePart } from "#renderer/app/use-observable.ts";
import { TextFact } from "#renderer/desk/fact-field.tsx";
import type { BylineFacts as Facts } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { StorySession } from "../story-session.ts";
import { bylineOf, readNames, withBylineFacts } from "./byline-patch.ts";

const BETWEEN_NAMES = "; ";
const NOBODY: Facts = { authors: [], agency: null };

/** The people and the agency of the byline, each a fact of its own; changed here, the line is set anew from them. */
export function BylineFacts({ session }: { readonly session: StorySession }): ReactNode {
  const names = usePart(session.settled, () =>
    (bylineOf(session.document()) ?? NOBODY).authors.join(BETWEEN_NAMES),
  );
  const agency = usePart(session.settled, () => bylineOf(session.document())?.agency ?? "");

  const set = async (change: Partial<Facts>): Promise<string | null> => {
    const done = await session.edit((now) => {
      const standing = bylineOf(now) ?? NOBODY;
      return withBylineFacts(now, { authors: standing.authors, agency: standing.agency, ...change });
    });
    return done === null ? words().editor.byline.unsaved : null;
  };

  return (
    <>
      <TextFact
        label={words().editor.byline.names}
        stored={names}
        commit={(text) => set({ authors: readNames(text) })}
      />
      <TextFact
        label={words().editor.byline.agency}
        stored={agency}
        commit={(text) => set({ agency: text.trim() === "" ? null : text.trim() })}
      />
    </>
  );
}
