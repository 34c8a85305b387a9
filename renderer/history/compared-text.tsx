import type { ReactNode } from "react";
import type { Mark, Run } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { TextPiece } from "#shared/merge/index.ts";
import { reformattedWords, type FactDifference } from "./difference-words.ts";

const MARK_CLASSES: Readonly<Record<Mark, string>> = {
  bold: "text-bold",
  italic: "text-italic",
  underline: "text-underline",
  strikethrough: "text-strikethrough",
  superscript: "text-superscript",
  subscript: "text-subscript",
  smallCaps: "text-small-caps",
};

function classOf({ marks = [], link }: Run): string | undefined {
  const both = marks.includes("underline") && marks.includes("strikethrough");
  const names = [
    ...marks.map((mark) => MARK_CLASSES[mark]),
    ...(both ? ["text-underline-strikethrough"] : []),
    ...(link ? ["text-link"] : []),
  ];
  return names.length > 0 ? names.join(" ") : undefined;
}

/** Text with the look of its run. A line end that came or went is shown by a sign, since it has no ink. */
function Look({ run, signs = false }: { readonly run: Run; readonly signs?: boolean }): ReactNode {
  const text = signs ? run.text.replaceAll("\n", "↵\n") : run.text;
  const className = classOf(run);
  const tracked = run.deleted ? "delete" : run.inserted ? "insert" : undefined;
  if (className === undefined && tracked === undefined) return text;
  return (
    <span className={className} data-tracked={tracked} title={run.link?.href}>
      {text}
    </span>
  );
}

function Piece({ piece }: { readonly piece: TextPiece }): ReactNode {
  switch (piece.kind) {
    case "added":
      return (
        <ins data-heard={words().history.comparison.heard.added}>
          <Look run={piece.run} signs />
        </ins>
      );
    case "removed":
      return (
        <del data-heard={words().history.comparison.heard.deleted}>
          <Look run={piece.run} signs />
        </del>
      );
    case "reformatted":
      return (
        <span
          className="reformatted"
          data-heard={words().history.comparison.heard.otherLook}
          title={reformattedWords(piece.was, piece.run)}
        >
          <Look run={piece.run} />
        </span>
      );
    default:
      return <Look run={piece.run} />;
  }
}

/** A text with what came and went inside it. */
export function MarkedText({ pieces }: { readonly pieces: readonly TextPiece[] }): ReactNode {
  // Pieces have no names of their own, and the text is drawn anew when it changes.
  return pieces.map((piece, at) => <Piece key={`${String(at)} ${piece.kind}`} piece={piece} />);
}

/** A text that came or went as a whole, or is as it was. */
export function WholeText({
  runs,
  as,
}: {
  readonly runs: readonly Run[];
  readonly as: "added" | "removed" | "equal";
}): ReactNode {
  return <MarkedText pieces={runs.map((run) => ({ kind: as, run }))} />;
}

/** What a fact was, and what it is. */
export function FactLine({ fact }: { readonly fact: FactDifference }): ReactNode {
  const { heard } = words().history.comparison;
  return (
    <p className="compared-fact">
      <span className="compared-fact-name">{fact.name}</span>{" "}
      <del data-heard={heard.deleted}>{fact.before}</del> <ins data-heard={heard.added}>{fact.after}</ins>
    </p>
  );
}
