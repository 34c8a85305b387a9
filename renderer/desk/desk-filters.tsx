import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { STORY_STATUSES } from "#shared/newsroom/index.ts";
import type { DeskQuestion } from "./desk-list.ts";
import { STATUS_WORDS } from "./status-words.ts";

const ORDERS: readonly { readonly order: DeskQuestion["order"]; readonly name: string }[] = [
  { order: "updated", name: "Latest first" },
  { order: "deadline", name: "By deadline" },
  { order: "slug", name: "By slug" },
];

/** Narrows the desk list by status and desk, and sets its order. */
export function DeskFilters(): ReactNode {
  const { list } = useWorkbench();
  const { question } = useObservable(list.state);
  const desks = useObservable(list.desks);
  return (
    <div className="desk-filters">
      <select
        aria-label="Status"
        data-set={question.status !== ""}
        value={question.status}
        onChange={(event) =>
          list.ask({ status: STORY_STATUSES.find((status) => status === event.target.value) ?? "" })
        }
      >
        <option value="">Any status</option>
        {STORY_STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status].name}
          </option>
        ))}
      </select>
      <select
        aria-label="Desk"
        data-set={question.desk !== ""}
        value={question.desk}
        onChange={(event) => list.ask({ desk: event.target.value })}
      >
        <option value="">Any desk</option>
        {desks.map((desk) => (
          <option key={desk} value={desk}>
            {desk}
          </option>
        ))}
      </select>
      <select
        aria-label="Order"
        value={question.order}
        onChange={(event) => {
          const chosen = ORDERS.find(({ order }) => order === event.target.value);
          if (chosen) list.ask({ order: chosen.order });
        }}
      >
        {ORDERS.map(({ order, name }) => (
          <option key={order} value={order}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
