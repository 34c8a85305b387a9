import type { ReactNode } from "react";
import type { Notice } from "./notices.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";
import { words } from "#shared/language/index.ts";

function NoticeCard({ notice }: { readonly notice: Notice }): ReactNode {
  const { notices } = useWorkbench();
  const { id, tone, text, action, otherAction } = notice;
  const actions = [action, otherAction ?? null].filter((one) => one !== null);
  return (
    <div className="window-notice" data-tone={tone} role={tone === "wrong" ? "alert" : "status"}>
      <p>{text}</p>
      {actions.map((one) => (
        <button
          key={one.label}
          type="button"
          className="quiet-button"
          onClick={() => {
            one.run();
            notices.dismiss(id);
          }}
        >
          {one.label}
        </button>
      ))}
      <button type="button" className="quiet-button" onClick={() => notices.dismiss(id)}>
        {words().app.notices.dismiss}
      </button>
    </div>
  );
}

/** The notices, at the lower right, above the state line. */
export function NoticesView(): ReactNode {
  const { notices } = useWorkbench();
  const shown = useObservable(notices.shown);
  return (
    <section className="window-notices" aria-label={words().app.notices.name}>
      {shown.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
