import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from "react";
import type { Command } from "#renderer/app/commands.ts";
import { shortcutText } from "#renderer/app/keys.ts";
import { OVER_PAGE } from "#renderer/app/panes.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { compareStories, type ComparedBlock } from "#shared/merge/index.ts";
import { canPutBack, ComparedBlockView } from "./compared-block.tsx";
import { FactLine } from "./compared-text.tsx";
import { sumWords, type FactDifference } from "./difference-words.ts";
import { markedBlocks } from "./marked-blocks.ts";
import "#renderer/editor/editor.css";
import "./comparison.css";

/** How the two stories are called in the head of a comparison. */
export interface ComparedLabels {
  readonly before: string;
  readonly after: string;
}

export interface ComparedStoryProps {
  readonly before: StoryDocument;
  readonly after: StoryDocument;
  readonly labels: ComparedLabels;
  /** What the stories' facts tell differently, where somebody knows. */
  readonly facts?: readonly FactDifference[];
  /** Puts a block back as `before` has it; without it no block has a button. */
  readonly onPutBack?: (block: ComparedBlock) => void;
  /** A sentence under the sum of the differences. */
  readonly aside?: string;
  /** Buttons beside those of the comparison: what can be done with the two stories. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

const NEXT_KEYS = "F7";
const LAST_KEYS = "Shift+F7";
const PUT_BACK_KEYS = "Mod+Enter";

/** The blocks on screen that differ, in reading order. */
function differencesIn(scroller: HTMLElement): readonly HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>("[data-difference]")];
}

function goTo(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center" });
}

/**
 * Two states of a story as one marked-up story, over the page. It takes the focus when it comes;
 * the differences are walked through by key. It is drawn anew when its stories change, and stays
 * where the reader is.
 */
export function ComparedStory(props: ComparedStoryProps): ReactNode {
  const { before, after, labels, facts = [], onPutBack, aside, actions, onClose } = props;
  const { bridge, commands, host } = useWorkbench();
  const { platform } = useObservable(host);
  const scroller = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState(-1);
  const { marked, summary } = useMemo(() => {
    const comparison = compareStories(before, after);
    return { marked: markedBlocks(comparison), summary: comparison.summary };
  }, [before, after]);
  const differing = marked.filter(({ differs }) => differs);
  const at = Math.min(here, differing.length - 1);
  const current = differing[at];

  const walk = (step: 1 | -1): void => {
    if (scroller.current === null || differing.length === 0) return;
    const last = differing.length - 1;
    const next = at < 0 && step < 0 ? last : Math.min(Math.max(at + step, 0), last);
    setHere(next);
    goTo(differencesIn(scroller.current)[next]);
  };

  const putBackHere = (): void => {
    if (current && canPutBack(current)) onPutBack?.(current.block);
  };

  const begin = useEffectEvent(() => {
    if (differing.length > 0) walk(1);
    else scroller.current?.focus();
  });
  useEffect(() => begin(), []);

  // A block that was put back has gone, and the focus with it: the reader stays at that place.
  const stay = useEffectEvent(() => {
    const element = scroller.current;
    const focused = document.activeElement;
    if (element === null || here < 0 || (focused !== null && focused !== document.body)) return;
    (differencesIn(element)[at] ?? element).focus({ preventScroll: true });
  });
  useEffect(() => stay());

  useEffect(() => {
    const element = scroller.current;
    const noteFocus = ({ target }: FocusEvent): void => {
      const block = target instanceof Element ? target.closest<HTMLElement>("[data-difference]") : null;
      if (block && element) setHere(differencesIn(element).indexOf(block));
    };
    element?.addEventListener("focusin", noteFocus);
    return () => element?.removeEventListener("focusin", noteFocus);
  }, []);

  const run = useEffectEvent((what: "next" | "last" | "put-back" | "close") => {
    if (what === "next") walk(1);
    else if (what === "last") walk(-1);
    else if (what === "put-back") putBackHere();
    else onClose();
  });
  // The list of commands asks while it is drawn, when no event may be called.
  const can = useRef({ walk: false, putBack: false });
  useEffect(() => {
    can.current = {
      walk: differing.length > 0,
      putBack: onPutBack !== undefined && current !== undefined && canPutBack(current),
    };
  });
  useEffect(() => {
    const own: readonly Command[] = [
      {
        id: "comparison.next",
        title: ({ history }) => history.comparison.next,
        group: "View",
        keys: NEXT_KEYS,
        otherKeys: ["N"],
        enabled: () => can.current.walk,
        run: () => run("next"),
      },
      {
        id: "comparison.last",
        title: ({ history }) => history.comparison.last,
        group: "View",
        keys: LAST_KEYS,
        otherKeys: ["P"],
        enabled: () => can.current.walk,
        run: () => run("last"),
      },
      {
        id: "comparison.put-back",
        title: ({ history }) => history.comparison.putBack,
        group: "Edit",
        keys: PUT_BACK_KEYS,
        enabled: () => can.current.putBack,
        run: () => run("put-back"),
      },
      {
        // In place of the shell's own: the page is behind the comparison.
        id: "view.page",
        title: ({ history }) => history.comparison.back,
        group: "View",
        keys: "Escape",
        run: () => run("close"),
      },
    ];
    return commands.register(own);
  }, [commands]);

  const { comparison } = words().history;
  return (
    <section className="comparison" aria-label={comparison.label(labels)}>
      <header className="comparison-head">
        <div className="comparison-line">
          <p className="comparison-names">
            {labels.before} <span>→</span> {labels.after}
          </p>
          <div className="comparison-actions">
            <span className="comparison-walk">
              <button
                type="button"
                className="quiet-button"
                disabled={differing.length === 0}
                title={shortcutText(LAST_KEYS, platform)}
                aria-label={comparison.last}
                onClick={() => walk(-1)}
              >
                ↑
              </button>
              <span className="comparison-count">
                {differing.length === 0
                  ? "0"
                  : comparison.place({ hereIfAny: at < 0 ? null : at + 1, of: differing.length })}
              </span>
              <button
                type="button"
                className="quiet-button"
                disabled={differing.length === 0}
                title={shortcutText(NEXT_KEYS, platform)}
                aria-label={comparison.next}
                onClick={() => walk(1)}
              >
                ↓
              </button>
            </span>
            <button type="button" className="quiet-button" onClick={onClose}>
              {comparison.close} <kbd>Esc</kbd>
            </button>
          </div>
        </div>
        <div className="comparison-line">
          <output className="comparison-sum">{sumWords(summary, marked)}</output>
          <div className="comparison-actions">{actions}</div>
        </div>
        {aside === undefined ? null : <p className="comparison-sum">{aside}</p>}
      </header>
      <section ref={scroller} className="comparison-scroller" aria-label={comparison.text} {...OVER_PAGE}>
        <div className="story-page compared-page">
          {facts.length === 0 ? null : (
            <div className="block compared-facts" data-label={comparison.facts}>
              {facts.map((fact) => (
                <FactLine key={fact.name} fact={fact} />
              ))}
            </div>
          )}
          {marked.map((one) => (
            <ComparedBlockView
              key={one.key}
              marked={one}
              photoAddress={bridge.photoAddress}
              onPutBack={onPutBack ?? null}
            />
          ))}
        </div>
      </section>
    </section>
  );
}
