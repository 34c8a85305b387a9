import type { ReactNode } from "react";

const MATCH_START = "\u0002";
const MATCH_END = "\u0003";

/** Found text with its matches marked: each stands between U+0002 and U+0003. */
export function Snippet({ text }: { readonly text: string }): ReactNode {
  const [lead = "", ...rest] = text.split(MATCH_START);
  let at = lead.length;
  return (
    <>
      {lead}
      {rest.map((piece) => {
        const [match = "", after = ""] = piece.split(MATCH_END);
        at += piece.length + 1;
        return (
          <span key={at}>
            <mark>{match}</mark>
            {after}
          </span>
        );
      })}
    </>
  );
}
