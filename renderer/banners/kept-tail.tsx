import { useState, type ReactNode } from "react";
import { dayAndTime } from "#renderer/app/deadline.ts";
import { counted } from "#renderer/app/length.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { OfferedTail } from "#renderer/tail/offered-tail.ts";
import { Banner } from "./banner.tsx";
import { OverPage } from "./over-page.tsx";

interface KeptTailProps {
  readonly session: StorySession;
  readonly offer: OfferedTail;
}

/** Offers back what was typed while the newsroom could not be reached, in a window that is gone. */
export function KeptTail({ session, offer }: KeptTailProps): ReactNode {
  const { notices, now } = useWorkbench();
  const [shown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { tail, words, held } = offer;
  const at = dayAndTime(new Date(tail.atMs).toISOString(), now.get());
  const what = words === 0 ? "Changes made" : `${counted(words, "word")} typed`;

  const close = (): void => {
    setShown(false);
    // The page can take the focus once it is no longer behind the comparison.
    setTimeout(() => session.focus({ still: true }));
  };
  const putBack = async (): Promise<void> => {
    const put = await session.tails.putBack(offer);
    setTrouble(put.ok ? null : put.error.message);
    if (put.ok) notices.tell(`What was typed at ${at} is back in the newsroom.`);
    close();
  };
  const throwAway = async (): Promise<void> => {
    const undo = await session.tails.throwAway(offer);
    notices.tell(`What was typed at ${at} is thrown away.`, { label: "Undo", run: undo });
    close();
  };

  const actions = (
    <>
      <button type="button" className="quiet-button" onClick={() => void putBack()}>
        {words === 1 || words === 0 ? "Put it back" : "Put them back"}
      </button>
      {shown ? null : (
        <button type="button" className="quiet-button" onClick={() => setShown(true)}>
          Show
        </button>
      )}
      <button type="button" className="quiet-button" onClick={() => void throwAway()}>
        Throw away
      </button>
    </>
  );
  return (
    <>
      <Banner
        label="Typed and not saved"
        tone="careful"
        text={`${what} at ${at} never reached the newsroom.`}
        trouble={trouble}
        isCovered={shown}
      >
        {actions}
      </Banner>
      {shown ? (
        <OverPage
          before={held}
          after={tail.document}
          labels={{ before: "In the newsroom", after: `As typed at ${at}` }}
          actions={actions}
          onClose={close}
        />
      ) : null}
    </>
  );
}
