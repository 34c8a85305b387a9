import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { retold, words } from "#shared/language/index.ts";
import { SAFETY_COMMAND } from "./safety-commands.ts";
import { stateLinePieces } from "./safety-words.ts";
import "./safety-part.css";

/** The last backup and the second folder in the state line; it opens the page that says more. */
export function SafetyPart(): ReactNode {
  const { safety, now, commands } = useWorkbench();
  const status = useObservable(safety.status);
  const nowMs = useObservable(now);
  if (status === null) return null;
  const pieces = stateLinePieces(status, nowMs);
  const trouble = status.trouble ?? status.secondFolder?.trouble;
  return (
    <button
      type="button"
      className="state-button state-safety"
      data-quiet={pieces.every(({ tone }) => tone === "plain")}
      aria-haspopup="dialog"
      title={trouble ? retold(trouble) : words().safety.title}
      onClick={() => commands.run(SAFETY_COMMAND)}
    >
      <span className="unseen">{words().safety.titleBefore}</span>
      {pieces.map(({ text, tone }) => (
        <span key={text} className="state-safety-piece" data-tone={tone}>
          {text}
        </span>
      ))}
    </button>
  );
}
