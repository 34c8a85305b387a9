import { useEffect, useState, type ReactNode } from "react";
import type { SaveState, SessionStatus } from "#renderer/editor/story-session.ts";
import { saveWords, type SaveWords } from "./save-words.ts";
import { useObservable } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

/** Says aloud only what a person must know: that saving fails, and that it works again. */
function SaveAnnouncer({ words }: { readonly words: SaveWords }): ReactNode {
  const [wasWrong, setWasWrong] = useState(false);
  if (words.wrong && !wasWrong) setWasWrong(true);
  return (
    <output className="unseen">
      {words.wrong ? words.text : wasWrong && words.saved ? "Saved again." : ""}
    </output>
  );
}

/** When a state began, in milliseconds since 1970: it cannot be earlier now. */
function toldAtMs(save: SaveState): number {
  if (save.state === "saved") return save.atMs;
  return save.state === "saving" ? save.sinceMs : 0;
}

/** The left of the state line: how safe the text is. It is drawn again when its words change, and not before. */
export function SavePart({
  status: { save, isKeptHere },
}: {
  readonly status: Pick<SessionStatus, "save" | "isKeptHere">;
}): ReactNode {
  const { bridge } = useWorkbench();
  const link = useObservable(bridge.link);
  const [tickMs, setTickMs] = useState(() => Date.now());
  const words = saveWords(save, { link, isKeptHere, nowMs: Math.max(tickMs, toldAtMs(save)) });
  const { nextAtMs } = words;

  useEffect(() => {
    if (nextAtMs === null) return undefined;
    const timer = window.setTimeout(() => setTickMs(Date.now()), Math.max(0, nextAtMs - Date.now()));
    return () => window.clearTimeout(timer);
  }, [nextAtMs]);

  return (
    <>
      <span
        className="state-part state-save"
        data-wrong={words.wrong}
        data-slow={words.slow}
        title={words.detail === "" ? words.text : words.detail}
      >
        {words.text}
      </span>
      <SaveAnnouncer words={words} />
    </>
  );
}
