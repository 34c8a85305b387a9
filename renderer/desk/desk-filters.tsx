import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { DeskQuestion } from "./desk-list.ts";
import { DeskFilter, StatusFilter } from "./story-filters.tsx";

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
      <StatusFilter value={question.status} onChange={(status) => list.ask({ status })} />
      <DeskFilter value={question.desk} desks={desks} onChange={(desk) => list.ask({ desk })} />
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
