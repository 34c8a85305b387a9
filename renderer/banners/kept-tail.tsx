import { useState, type ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { OfferedTail } from "#renderer/tail/offered-tail.ts";
import { Banner } from "./banner.tsx";
import { OverPage } from "./over-page.tsx";
import { words } from "#shared/language/index.ts";

interface KeptTailProps {
  readonly session: StorySession;
  readonly offer: OfferedTail;
}

/** Offers back what was typed while the newsroom could not be reached, in a window that is gone. */
export function KeptTail({ session, offer }: KeptTailProps): ReactNode {
  const { notices, now } = useWorkbench();
  const [shown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { tail, words: typed, held } = offer;
  const texts = words().banners.tail;
  const at = { atMs: tail.atMs, nowMs: now.get() };

  const close = (): void => {
    setShown(false);
    // The page can take the focus once it is no longer behind the comparison.
    setTimeout(() => session.focus({ still: true }));
  };
  const putBack = async (): Promise<void> => {
    const put = await session.tails.putBack(offer);
    setTrouble(put.ok ? null : put.error.message);
    if (put.ok) notices.tell(texts.isBack(at));
    close();
  };
  const throwAway = async (): Promise<void> => {
    const undo = await session.tails.throwAway(offer);
    notices.tell(texts.isGone(at), { label: words().app.notices.undo, run: undo });
    close();
  };

  const actions = (
    <>
      <button type="button" className="quiet-button" onClick={() => void putBack()}>
        {texts.putBack({ words: typed })}
      </button>
      {shown ? null : (
        <button type="button" className="quiet-button" onClick={() => setShown(true)}>
          {texts.show}
        </button>
      )}
      <button type="button" className="quiet-button" onClick={() => void throwAway()}>
        {texts.throwAway}
      </button>
    </>
  );
  return (
    <>
      <Banner
        label={texts.name}
        tone="careful"
        text={texts.text({ words: typed, ...at })}
        trouble={trouble}
        isCovered={shown}
      >
        {actions}
      </Banner>
      {shown ? (
        <OverPage
          before={held}
          after={tail.document}
          labels={{ before: texts.before, after: texts.after(at) }}
          actions={actions}
          onClose={close}
        />
      ) : null}
    </>
  );
}
