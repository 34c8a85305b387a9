import type { ReactNode } from "react";
import { STORY_STATUSES, type StoryStatus } from "#shared/newsroom/index.ts";
import { words } from "#shared/language/index.ts";

interface FilterProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Chooses the one status that stories shall have; "" for any. */
export function StatusFilter({ value, onChange }: FilterProps<StoryStatus | "">): ReactNode {
  return (
    <select
      aria-label={words().desk.filters.status}
      data-set={value !== ""}
      value={value}
      onChange={(event) => onChange(STORY_STATUSES.find((status) => status === event.target.value) ?? "")}
    >
      <option value="">{words().desk.filters.anyStatus}</option>
      {STORY_STATUSES.map((status) => (
        <option key={status} value={status}>
          {words().story.statuses[status].name}
        </option>
      ))}
    </select>
  );
}

/** Chooses the one desk that stories shall be of; "" for any. */
export function DeskFilter({
  value,
  onChange,
  desks,
}: FilterProps<string> & { readonly desks: readonly string[] }): ReactNode {
  return (
    <select
      aria-label={words().desk.filters.desk}
      data-set={value !== ""}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{words().desk.filters.anyDesk}</option>
      {desks.map((desk) => (
        <option key={desk} value={desk}>
          {desk}
        </option>
      ))}
    </select>
  );
}
