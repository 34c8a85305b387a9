import { useEffect, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { words } from "#shared/language/index.ts";
import { watch } from "./fit-store.ts";

/** Where few characters fewer save a line, and where a few more make one: looked for while this is on screen. */
export function CutsList({ session }: { readonly session: StorySession }): ReactNode {
  const { fit } = useWorkbench();
  const report = useObservable(fit.cuts);
  const { column } = words().fit;
  useEffect(() => watch(fit, "cuts"), [fit]);
  if (report === null) {
    return (
      <section className="fit-part">
        <h2>{column.cuts}</h2>
        <p className="fit-note">{column.looking}</p>
      </section>
    );
  }
  const { cuts, fills } = report;
  return (
    <>
      <section className="fit-part">
        <h2>{column.cuts}</h2>
        {cuts.length === 0 ? <p className="fit-note">{column.noCuts}</p> : null}
        <ol className="fit-list" data-list="cuts">
          {cuts.map(({ id, start, from, to, words: cutWords, characters, savesLines, linesAfter }) => (
            <li key={`${id} ${String(start)}`}>
              <button
                type="button"
                disabled={!from || !to}
                onClick={() => from && to && session.selectPlaces(from, to)}
              >
                <span className="fit-list-head">
                  <b>{column.cut({ count: characters, lines: savesLines })}</b>
                  <span>{column.after({ lines: linesAfter })}</span>
                </span>
                <span className="fit-list-text">{cutWords}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      {fills.length === 0 ? null : (
        <section className="fit-part">
          <h2>{column.fills}</h2>
          <ol className="fit-list">
            {fills.map(({ id, place, characters, linesAfter }) => (
              <li key={id}>
                <button
                  type="button"
                  disabled={!place}
                  onClick={() => place && session.selectPlaces(place, place)}
                >
                  {column.growth({ count: characters })}
                  <span className="fit-list-note">{column.after({ lines: linesAfter })}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
