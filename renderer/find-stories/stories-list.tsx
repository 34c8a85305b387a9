import { useMemo, useState, type ReactNode } from "react";
import { ListBox } from "#renderer/app/list-box.tsx";
import { placeName } from "#renderer/editor/find/find-words.ts";
import { HitWords } from "#renderer/editor/find/hit-list.tsx";
import { lookWords } from "#renderer/editor/find/replace-look.tsx";
import type { StoryHits } from "#shared/contract/index.ts";
import { changesMarks, replacementFor, suitedTo, type Hit } from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";
import type { StoriesSearch, StoriesState } from "./stories-search.ts";

const ROW_PX = 28;

/** A row: a story, or one hit of it. */
interface Row {
  readonly story: StoryHits;
  readonly hit: Hit | null;
}

function rowsOf(found: readonly StoryHits[]): readonly Row[] {
  return found.flatMap((story) => [{ story, hit: null }, ...story.hits.map((hit) => ({ story, hit }))]);
}

function hitsOf({ story, hit }: Row): readonly Hit[] {
  return hit ? [hit] : story.hits;
}

interface ListProps {
  readonly search: StoriesSearch;
  readonly state: StoriesState;
}

/** Every story with hits, each hit in its context and with a tick. */
export function StoriesList({ search, state }: ListProps): ReactNode {
  const { unticked, found } = state;
  const replacement = suitedTo(state.query, state.replacement);
  const isSearchOnly = replacement.words === "" && !changesMarks(replacement);
  const { find } = words();
  const rows = useMemo(() => rowsOf(found ?? []), [found]);
  const [active, setActive] = useState(0);
  const isTicked = (row: Row): boolean => !hitsOf(row).some((hit) => unticked.has(hit));
  const current = rows[Math.min(active, rows.length - 1)];

  return (
    <>
      <div className="hit-head">
        <button type="button" className="quiet-button" onClick={() => search.tickAll(true)}>
          {find.tickAll}
        </button>
        <button type="button" className="quiet-button" onClick={() => search.tickAll(false)}>
          {find.tickNone}
        </button>
        {current && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => void search.open(current.story.summary.id, current.hit)}
          >
            {find.stories.open({ slug: current.story.summary.facts.slug })} <kbd>O</kbd>
          </button>
        )}
      </div>
      <ListBox
        id="stories-hits"
        label={find.hitsInStories}
        className="hits"
        rowClass="hit"
        count={rows.length}
        rowPx={ROW_PX}
        active={Math.min(active, rows.length - 1)}
        multiple
        onActive={setActive}
        onChoose={(at) => {
          const row = rows[at];
          if (row) search.tick(hitsOf(row));
        }}
        onKey={(key) => {
          if (key.toLowerCase() !== "o" || !current) return false;
          void search.open(current.story.summary.id, current.hit);
          return true;
        }}
        isSelected={(at) => {
          const row = rows[at];
          return row !== undefined && isTicked(row);
        }}
        renderRow={(at) => {
          const row = rows[at];
          if (!row) return { content: null };
          const { story, hit } = row;
          const tick = (
            <span className="hit-tick" aria-hidden="true">
              {isTicked(row) ? "✓" : ""}
            </span>
          );
          return hit === null
            ? {
                kind: "story",
                content: (
                  <>
                    {tick}
                    <strong className="hit-slug">{story.summary.facts.slug}</strong>
                    <span className="hit-kind">{words().forms.figure(story.hits.length)}</span>
                    <span className="hit-headline">{story.summary.headline}</span>
                  </>
                ),
              }
            : {
                kind: "hit",
                content: (
                  <>
                    {tick}
                    <span className="hit-kind">{placeName(hit.kind)}</span>
                    <HitWords
                      hit={hit}
                      now={isSearchOnly ? null : replacementFor(hit, replacement)}
                      look={lookWords(replacement)}
                    />
                  </>
                ),
              };
        }}
      />
    </>
  );
}
