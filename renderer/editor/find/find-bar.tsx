import { useEffect, useRef, type ReactNode } from "react";
import { typedAhead } from "#renderer/app/typed-ahead.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { asksForSomething } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";
import { FindLimits } from "./find-limits.tsx";
import type { FindRun, FindState } from "./find-run.ts";
import { FindWays } from "./find-ways.tsx";
import { HitList } from "./hit-list.tsx";
import { ReplaceLook } from "./replace-look.tsx";
import "./find.css";

function countWords({ query, hits, at, said, isTrouble }: FindState): string {
  if (isTrouble) return said;
  if (!asksForSomething(query)) return "";
  const { find } = words();
  if (hits.length === 0) return said === "" ? find.notFound : said;
  const place =
    at === null ? find.found({ count: hits.length }) : find.place({ nth: at + 1, of: hits.length });
  return said === "" ? place : `${place}. ${said}`;
}

interface PartProps {
  readonly run: FindRun;
  readonly state: FindState;
}

function FindRow({ run, state }: PartProps): ReactNode {
  const { query, hits, hasList, hasLimits, asked, isTrouble, canUndo } = state;
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
    const { text } = typedAhead.take();
    if (text !== "") run.ask({ words: text });
  }, [asked, run]);

  const limits = query.marks.length + query.places.length;
  const { find } = words();
  return (
    <div className="find-row">
      <input
        ref={field}
        className="find-field"
        aria-label={find.field}
        placeholder={find.inStory}
        spellCheck={false}
        value={query.words}
        aria-invalid={isTrouble}
        onChange={(event) => run.ask({ words: event.target.value })}
        onKeyDown={(event) => {
          if (
            event.key !== "Enter" ||
            event.nativeEvent.isComposing ||
            event.ctrlKey ||
            event.metaKey ||
            event.altKey
          )
            return;
          event.preventDefault();
          run.step(event.shiftKey ? -1 : 1);
        }}
      />
      <FindWays query={query} onChange={run.ask} />
      <output className="find-count" data-trouble={isTrouble}>
        {countWords(state)}
      </output>
      {canUndo && (
        <button type="button" className="quiet-button" onClick={() => void run.undo()}>
          {find.undo}
        </button>
      )}
      <button
        type="button"
        className="find-way"
        aria-label={find.previous}
        title={find.previousKeys}
        disabled={hits.length === 0}
        onClick={() => run.step(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="find-way"
        aria-label={find.next}
        title={find.nextKeys}
        disabled={hits.length === 0}
        onClick={() => run.step(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="find-way"
        aria-expanded={hasLimits}
        onClick={() => run.show({ hasLimits: !hasLimits })}
      >
        {find.onlyIn({ limits })}
      </button>
      <button
        type="button"
        className="find-way"
        aria-expanded={hasList}
        onClick={() => run.show({ hasList: !hasList })}
      >
        {find.list}
      </button>
      <button
        type="button"
        className="find-way"
        aria-label={find.close}
        title={find.closeKeys}
        onClick={run.close}
      >
        ✕
      </button>
    </div>
  );
}

function ReplaceRow({ run, state }: PartProps): ReactNode {
  const { hits, unticked, replacement, query, isEditable, at } = state;
  const ticked = hits.length - unticked.size;
  const { find } = words();
  const field = useRef<HTMLInputElement>(null);
  /** A button that has nothing left to do is disabled, and would take the keys with it. */
  const press = async (button: HTMLButtonElement, replace: () => Promise<void>): Promise<void> => {
    await replace();
    requestAnimationFrame(() => {
      if (button.disabled || !button.isConnected) field.current?.focus();
    });
  };
  return (
    <div className="find-row">
      <input
        ref={field}
        className="find-field"
        aria-label={find.replaceWith}
        placeholder={query.isPattern ? find.replaceWithGroups : find.replaceWith}
        spellCheck={false}
        value={replacement.words}
        onChange={(event) => run.show({ replacement: { ...replacement, words: event.target.value } })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
          event.preventDefault();
          void (event.ctrlKey || event.metaKey ? run.replaceAll() : run.replaceOne());
        }}
      />
      <button
        type="button"
        className="button"
        title={find.replaceKeys}
        disabled={!isEditable || at === null}
        onClick={(event) => void press(event.currentTarget, run.replaceOne)}
      >
        {find.replace}
      </button>
      {unticked.size > 0 && (
        <button
          type="button"
          className="button"
          disabled={!isEditable || ticked === 0}
          onClick={(event) => void press(event.currentTarget, run.replaceTicked)}
        >
          {find.replaceTicked({ count: ticked })}
        </button>
      )}
      <button
        type="button"
        className="button"
        title={find.replaceAllKeys}
        disabled={!isEditable || hits.length === 0}
        onClick={(event) => void press(event.currentTarget, run.replaceAll)}
      >
        {find.replaceAll({ count: hits.length })}
      </button>
      <ReplaceLook
        query={query}
        replacement={replacement}
        onChange={(look) => run.show({ replacement: look })}
      />
      {!isEditable && <span className="find-note">{find.readOnly}</span>}
    </div>
  );
}

/** The bar over the page in which words are looked for and replaced. */
export function FindBar({ run }: { readonly run: FindRun }): ReactNode {
  const state = useObservable(run.state);

  const bar = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = bar.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      run.close();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [run]);

  return (
    <search ref={bar} className="find-bar" aria-label={words().find.bar}>
      <FindRow run={run} state={state} />
      {state.hasReplace && <ReplaceRow run={run} state={state} />}
      {state.hasLimits && <FindLimits query={state.query} onChange={run.ask} />}
      {state.hasList && state.hits.length > 0 && <HitList run={run} state={state} />}
    </search>
  );
}
