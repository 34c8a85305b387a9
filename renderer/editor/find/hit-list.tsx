import type { ReactNode } from "react";
import { ListBox } from "#renderer/app/list-box.tsx";
import { replacementFor, suitedTo, type Hit } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";
import type { FindRun, FindState } from "./find-run.ts";
import { placeName } from "./find-words.ts";
import { lookWords } from "./replace-look.tsx";

const ROW_PX = 28;
const HEAD_PX = 32;
/** More rows than these are scrolled. */
const MOST_ROWS = 8;

interface HitWordsProps {
  readonly hit: Hit;
  /** What the hit becomes; null where nothing is to be replaced. */
  readonly now: string | null;
  /** What becomes of its look; empty where that stays. */
  readonly look?: string;
}

/** One line of text: forced line breaks and tabs as spaces. */
function inLine(text: string): string {
  return text.replace(/[\n\t]/gu, " ");
}

/** A hit in its context, with what it becomes. */
export function HitWords({ hit, now, look = "" }: HitWordsProps): ReactNode {
  return (
    <>
      <span className="hit-before">
        <bdi>{inLine(hit.before)}</bdi>
      </span>
      <span className="hit-words">
        {look !== "" && <span className="hit-look">{look}</span>}
        {now === null || now === hit.text ? (
          <mark>{inLine(hit.text)}</mark>
        ) : (
          <>
            <del>{inLine(hit.text)}</del>
            <ins>{inLine(now)}</ins>
          </>
        )}
        {inLine(hit.after)}
      </span>
    </>
  );
}

interface HitListProps {
  readonly run: FindRun;
  readonly state: FindState;
}

/** Every hit with what stands around it and a tick: what is unticked is left out of “replace ticked”. */
export function HitList({ run, state }: HitListProps): ReactNode {
  const { hits, at, unticked, hasReplace, query } = state;
  const replacement = suitedTo(query, state.replacement);
  const look = hasReplace ? lookWords(replacement) : "";
  const { find } = words();
  return (
    <div
      className="hit-list"
      style={{ height: Math.min(MOST_ROWS, hits.length) * ROW_PX + (hasReplace ? HEAD_PX : 0) + 2 }}
    >
      {hasReplace && (
        <div className="hit-head">
          <span className="hit-ticked">
            {find.ticked({ count: hits.length - unticked.size, of: hits.length })}
          </span>
          <button type="button" className="quiet-button" onClick={() => run.tickAll(true)}>
            {find.tickAll}
          </button>
          <button type="button" className="quiet-button" onClick={() => run.tickAll(false)}>
            {find.tickNone}
          </button>
        </div>
      )}
      <ListBox
        id="hits"
        label={find.hits}
        className="hits"
        rowClass="hit"
        count={hits.length}
        rowPx={ROW_PX}
        active={at ?? 0}
        multiple={hasReplace}
        isSelected={(row) => {
          const hit = hits[row];
          return hasReplace ? hit !== undefined && !unticked.has(hit) : row === at;
        }}
        onActive={run.goTo}
        onChoose={(row) => {
          const hit = hits[row];
          if (hit && hasReplace) run.tick(hit);
        }}
        renderRow={(row) => {
          const hit = hits[row];
          if (!hit) return { content: null };
          return {
            content: (
              <>
                {hasReplace && (
                  <span className="hit-tick" aria-hidden="true">
                    {unticked.has(hit) ? "" : "✓"}
                  </span>
                )}
                <span className="hit-kind">{placeName(hit.kind)}</span>
                <HitWords hit={hit} now={hasReplace ? replacementFor(hit, replacement) : null} look={look} />
              </>
            ),
          };
        }}
      />
    </div>
  );
}
