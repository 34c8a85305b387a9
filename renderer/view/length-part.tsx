import { Suspense, useRef, type ReactNode } from "react";
import { latePart } from "#renderer/app/late-part.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SessionStatus } from "#renderer/editor/story-session.ts";
import { estimateText } from "./length-words.ts";
import "./length-part.css";
import { words } from "#shared/language/index.ts";

const LengthDetails = latePart(async () => (await import("./length-details.tsx")).LengthDetails);

/** How long the story is, in the state line; it opens what more there is to know. */
export function LengthPart({ status }: { readonly status: SessionStatus }): ReactNode {
  const { lengthAsked, page } = useWorkbench();
  const isAsked = useObservable(lengthAsked);
  const button = useRef<HTMLButtonElement>(null);
  const { all, body } = status.counts;
  const texts = words().view.length;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="state-button state-length"
        aria-haspopup="dialog"
        aria-expanded={isAsked}
        title={texts.partTitle(body)}
        onClick={() => lengthAsked.set(!isAsked)}
      >
        {texts.part(all)}
        {status.length === null ? null : (
          <span className="state-estimate">, {estimateText(status.length)}</span>
        )}
      </button>
      {isAsked ? (
        <Suspense fallback={null}>
          <LengthDetails
            status={status}
            anchor={button}
            onClose={() => {
              lengthAsked.set(false);
              page.session.get()?.focus({ still: true });
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
