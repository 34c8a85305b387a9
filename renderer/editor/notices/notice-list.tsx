import { useObservable } from "#renderer/app/use-observable.ts";
import type { NoticeBoard } from "./notices.ts";

/** The notices of the open story, quiet and at the foot of the page. */
export function NoticeList({ board }: { readonly board: NoticeBoard }): React.JSX.Element {
  const notices = useObservable(board.notices);
  return (
    <div className="notices" role="log" aria-live="polite" aria-label="Notices">
      {notices.map(({ id, tone, text, actions }) => (
        <p key={id} className="notice" data-tone={tone}>
          <span>{text}</span>
          <span className="notice-actions">
            {actions.map(({ label, run }) => (
              <button key={label} type="button" onClick={run}>
                {label}
              </button>
            ))}
            {tone !== "busy" && (
              <button type="button" aria-label={`Dismiss: ${text}`} onClick={() => board.dismiss(id)}>
                Dismiss
              </button>
            )}
          </span>
        </p>
      ))}
    </div>
  );
}
