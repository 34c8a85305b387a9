import { useEffect, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { words } from "#shared/language/index.ts";
import { watch } from "./fit-store.ts";

/** More than these are counted and not listed: the page marks them all. */
const MOST_LISTED = 60;

/** The lines to look at; each goes to its place. */
export function FlaggedList({ session }: { readonly session: StorySession }): ReactNode {
  const { fit } = useWorkbench();
  const flagged = useObservable(fit.flagged);
  useEffect(() => watch(fit, "flagged"), [fit]);
  const { flags, column, styles } = words().fit;
  if (flagged === null) {
    return (
      <section className="fit-part">
        <h2>{column.flagged}</h2>
        <p className="fit-note">{column.looking}</p>
      </section>
    );
  }
  const listed = flagged.slice(0, MOST_LISTED);
  return (
    <section className="fit-part">
      <h2>
        {column.flagged} <span className="fit-count">{words().forms.figure(flagged.length)}</span>
      </h2>
      {listed.length === 0 ? <p className="fit-note">{column.noFlags}</p> : null}
      <ul className="fit-list">
        {listed.map(({ kind, style, columnLine, from, to, text, sentence }, nth) => (
          // The same line can be flagged twice for one reason; their order is all that tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${kind} ${String(nth)}`}>
            <button
              type="button"
              title={kind.startsWith("missing") ? sentence : undefined}
              disabled={!from || !to}
              onClick={() => from && to && session.selectPlaces(from, to)}
            >
              <span className="fit-list-head">
                <b data-flag={kind}>{flags[kind]}</b>
                <span>{columnLine === null ? styles[style] : column.lineNr({ nth: columnLine })}</span>
              </span>
              <span className="fit-list-text">{kind.startsWith("missing") ? sentence : text}</span>
            </button>
          </li>
        ))}
      </ul>
      {flagged.length > MOST_LISTED ? (
        <p className="fit-note">{column.more({ count: flagged.length - MOST_LISTED })}</p>
      ) : null}
    </section>
  );
}
