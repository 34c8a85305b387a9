import { useObservable } from "#renderer/app/use-observable.ts";
import { words } from "#shared/language/index.ts";
import type { NoticeBoard } from "./notices.ts";

/** The notices of the open story, quiet and at the foot of the page. */
export function NoticeList({ board }: { readonly board: NoticeBoard }): React.JSX.Element {
  const notices = useObservable(board.notices);
  const { editor } = words();
  return (
    <div className="notices" role="log" aria-live="polite" aria-label={editor.notices}>
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
              <button
                type="button"
                aria-label={editor.dismissThis({ text })}
                onClick={() => board.dismiss(id)}
              >
                {editor.dismiss}
              </button>
            )}
          </span>
        </p>
      ))}
    </div>
  );
}
