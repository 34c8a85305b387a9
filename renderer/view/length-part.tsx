import { Suspense, useRef, type ReactNode } from "react";
import { latePart } from "#renderer/app/late-part.ts";
import { counted, figure } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SessionStatus } from "#renderer/editor/story-session.ts";
import { estimateText } from "./length-words.ts";
import "./length-part.css";

const LengthDetails = latePart(async () => (await import("./length-details.tsx")).LengthDetails);

/** How long the story is, in the state line; it opens what more there is to know. */
export function LengthPart({ status }: { readonly status: SessionStatus }): ReactNode {
  const { lengthAsked, page } = useWorkbench();
  const isAsked = useObservable(lengthAsked);
  const button = useRef<HTMLButtonElement>(null);
  const { all, body } = status.counts;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="state-button state-length"
        aria-haspopup="dialog"
        aria-expanded={isAsked}
        title={`Text that fills the column: ${counted(body.words, "word")}, ${counted(body.characters, "character")}`}
        onClick={() => lengthAsked.set(!isAsked)}
      >
        {counted(all.words, "word")}, {figure(all.characters)} characters
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
