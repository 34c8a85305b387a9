import type { ReactNode } from "react";
import type { Finding } from "./health-words.ts";

/** A sentence in its colour, with a sign before it that says the same. */
export function FindingLine({ finding: { text, tone } }: { readonly finding: Finding }): ReactNode {
  return (
    <span className="safety-finding" data-tone={tone}>
      {text}
    </span>
  );
}
