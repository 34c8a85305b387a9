import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { DeskQuestion } from "./desk-list.ts";
import { DeskFilter, StatusFilter } from "./story-filters.tsx";
import { words } from "#shared/language/index.ts";

const ORDERS: readonly DeskQuestion["order"][] = ["updated", "deadline", "slug"];

/** Narrows the desk list by status and desk, and sets its order. */
export function DeskFilters(): ReactNode {
  const { list } = useWorkbench();
  const { question } = useObservable(list.state);
  const { orders } = words().desk;
  const desks = useObservable(list.desks);
  return (
    <div className="desk-filters">
      <StatusFilter value={question.status} onChange={(status) => list.ask({ status })} />
      <DeskFilter value={question.desk} desks={desks} onChange={(desk) => list.ask({ desk })} />
      <select
        aria-label={orders.name}
        value={question.order}
        onChange={(event) => {
          const order = ORDERS.find((one) => one === event.target.value);
          if (order) list.ask({ order });
        }}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {orders[order]}
          </option>
        ))}
      </select>
    </div>
  );
}
