import { Field } from "@base-ui/react/field";
import { memo, type ReactNode } from "react";
import { dayAndTime } from "#renderer/app/deadline.ts";
import { useCalmly, useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { BylineFacts } from "#renderer/editor/byline/byline-facts.tsx";
import type { StoryId } from "#shared/contract/index.ts";
import {
  LENGTH_UNITS,
  NEEDS,
  SLUG_MAX,
  STORY_STATUSES,
  type StoryFacts,
  type StoryFactsChange,
} from "#shared/newsroom/index.ts";
import { DraftControl, FactRow, TextFact } from "./fact-field.tsx";
import { fromLocalField, PRIORITIES, priorityName, readPlanned, toLocalField } from "./fact-words.ts";
import { useWords } from "#renderer/language/use-words.ts";
import { words } from "#shared/language/index.ts";
import { tellOfLeft, type Despite } from "./left-open.ts";
import { useDraft } from "./use-draft.ts";
import "./facts.css";

const NOTE_MAX = 10_000;
const DESK_NAMES_ID = "desk-names";

type Change = (change: StoryFactsChange) => Promise<string | null>;

interface FactProps {
  readonly facts: StoryFacts;
  readonly change: Change;
}

function StatusFact({ facts, change }: FactProps): ReactNode {
  const { status } = facts;
  return (
    <FactRow label={words().desk.facts.status}>
      <Field.Control
        render={
          <select>
            {STORY_STATUSES.map((one) => (
              <option key={one} value={one}>
                {words().desk.facts.statusOf(words().story.statuses[one])}
              </option>
            ))}
          </select>
        }
        value={status}
        onChange={(event) => {
          const chosen = STORY_STATUSES.find((one) => one === event.target.value);
          if (chosen) void change({ status: chosen });
        }}
      />
    </FactRow>
  );
}

function PriorityFact({ facts, change }: FactProps): ReactNode {
  return (
    <FactRow label={words().desk.facts.priority}>
      <Field.Control
        render={
          <select>
            <option value="">{words().desk.facts.noPriority}</option>
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {priorityName(priority)}
              </option>
            ))}
          </select>
        }
        value={facts.priority ?? ""}
        onChange={(event) =>
          void change({ priority: event.target.value === "" ? null : Number(event.target.value) })
        }
      />
    </FactRow>
  );
}

function PlannedFact({ facts, change }: FactProps): ReactNode {
  const { planned } = facts;
  const unit = planned?.unit ?? "words";
  const draft = useDraft(planned === null ? "" : String(planned.amount), async (text) => {
    const read = readPlanned(text, unit);
    return read.ok ? change({ planned: read.value }) : read.message;
  });
  return (
    <FactRow label={words().desk.facts.planned} trouble={draft.trouble}>
      <DraftControl draft={draft} className="fact-amount" inputMode="decimal" />
      <select
        aria-label={words().desk.facts.plannedUnit}
        disabled={planned === null}
        value={unit}
        onChange={(event) => {
          const chosen = LENGTH_UNITS.find((one) => one === event.target.value);
          if (chosen && planned) void change({ planned: { ...planned, unit: chosen } });
        }}
      >
        {LENGTH_UNITS.map((one) => (
          <option key={one} value={one}>
            {words().story.units[one].other}
          </option>
        ))}
      </select>
    </FactRow>
  );
}

function NeedsFact({ facts, change }: FactProps): ReactNode {
  const { needs } = facts;
  return (
    <fieldset className="fact">
      <legend>{words().desk.facts.needs}</legend>
      <div className="fact-value fact-needs">
        {NEEDS.map((need) => (
          <label key={need}>
            <input
              type="checkbox"
              checked={needs.includes(need)}
              onChange={(event) =>
                void change({
                  needs: NEEDS.filter((one) => (one === need ? event.target.checked : needs.includes(one))),
                })
              }
            />
            {words().desk.facts.need[need]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NoteFact({ facts, change }: FactProps): ReactNode {
  const draft = useDraft(facts.noteToDesk, (text) => change({ noteToDesk: text }));
  return (
    <Field.Root className="fact fact-note" invalid={draft.trouble !== null}>
      <Field.Label>{words().desk.facts.note}</Field.Label>
      <DraftControl draft={draft} render={<textarea rows={4} />} maxLength={NOTE_MAX} />
      {draft.trouble === null ? null : (
        <Field.Error className="fact-trouble" match>
          {draft.trouble}
        </Field.Error>
      )}
    </Field.Root>
  );
}

function Begun(): ReactNode {
  const { page, now } = useWorkbench();
  const summary = useCalmly(page.summary);
  if (summary === null) return null;
  const moment = (atMs: number): string => dayAndTime(new Date(atMs).toISOString(), now.get());
  return (
    <p className="facts-history">
      {words().desk.facts.begun({
        begun: moment(summary.createdAtMs),
        changed: moment(summary.updatedAtMs),
      })}
    </p>
  );
}

interface FactsProps {
  readonly story: StoryId;
  readonly facts: StoryFacts;
}

/** Drawn again only where a fact changed, and not with each save of the text. */
const Facts = memo(function Facts({ story, facts }: FactsProps): ReactNode {
  const bench = useWorkbench();
  const { bridge, page, list, notices } = bench;
  const names = useWords().desk.facts;
  const desks = useObservable(list.desks);
  const session = useObservable(page.session);

  const change = async (facts: StoryFactsChange, despite: Despite = {}): Promise<string | null> => {
    // Whether a story may be ready goes by its text: what stands on the page must be in the newsroom first.
    if (facts.status !== undefined && !(await page.letGo())) return null;
    const answer = await bridge.desk.stories.setFacts({ story, change: facts, ...despite });
    if (!answer.ok) {
      const again = (more: Despite): void => void change(facts, { ...despite, ...more });
      if (tellOfLeft(bench, story, answer.error, again)) return null;
      if (facts.status !== undefined || facts.needs !== undefined) notices.warn(answer.error.message);
      return answer.error.message;
    }
    page.noteSummary(answer.value);
    return null;
  };

  return (
    <div className="facts">
      <TextFact
        label={names.slug}
        stored={facts.slug}
        maxLength={SLUG_MAX}
        commit={async (text) => (text.trim() === "" ? names.noSlug : change({ slug: text.trim() }))}
      />
      <StatusFact facts={facts} change={change} />
      <TextFact
        label={names.desk}
        stored={facts.desk}
        suggestions={DESK_NAMES_ID}
        commit={(text) => change({ desk: text.trim() })}
      />
      <datalist id={DESK_NAMES_ID}>
        {desks.map((desk) => (
          <option key={desk} value={desk}>
            {desk}
          </option>
        ))}
      </datalist>
      {session === null ? null : <BylineFacts key={story} session={session} />}
      <TextFact
        label={names.section}
        stored={facts.section}
        commit={(text) => change({ section: text.trim() })}
      />
      <TextFact
        label={names.edition}
        stored={facts.edition}
        commit={(text) => change({ edition: text.trim() })}
      />
      <TextFact label={names.page} stored={facts.page} commit={(text) => change({ page: text.trim() })} />
      <PlannedFact facts={facts} change={change} />
      <TextFact
        label={names.deadline}
        type="datetime-local"
        stored={toLocalField(facts.deadline)}
        commit={(text) => change({ deadline: fromLocalField(text) })}
      />
      <TextFact
        label={names.embargo}
        type="datetime-local"
        stored={toLocalField(facts.embargo)}
        commit={(text) => change({ embargo: fromLocalField(text) })}
      />
      <TextFact
        label={names.runsOn}
        type="date"
        stored={facts.publicationDate ?? ""}
        commit={(text) => change({ publicationDate: text === "" ? null : text })}
      />
      <PriorityFact facts={facts} change={change} />
      <TextFact
        label={names.assignee}
        stored={facts.assignee}
        commit={(text) => change({ assignee: text.trim() })}
      />
      <NeedsFact facts={facts} change={change} />
      <NoteFact facts={facts} change={change} />
      <Begun />
    </div>
  );
});

/** What the desk knows of the story beside its text; each fact is kept when its field is left. */
export function FactsPanel(): ReactNode {
  const { page } = useWorkbench();
  const story = usePart(page.summary, (summary) => summary?.id ?? null);
  const facts = usePart(page.summary, (summary) => summary?.facts ?? null);
  if (story === null || facts === null) return <p className="panel-empty">{words().desk.facts.none}</p>;
  return <Facts key={story} story={story} facts={facts} />;
}
