import { memo, type ReactNode } from "react";
import { useWords } from "#renderer/language/use-words.ts";
import { bylineText, hasRuns, runsText, type AssetId, type Block, type Run } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { BlockChange, ComparedBlock, KeptBlock } from "#shared/merge/index.ts";
import { ChangedPhoto, WholePhoto } from "./compared-photo.tsx";
import { FactLine, MarkedText, WholeText } from "./compared-text.tsx";
import { blockName, blockWords, factDifference } from "./difference-words.ts";
import type { MarkedBlock } from "./marked-blocks.ts";

const GLANCE_LETTERS = 70;

type PhotoAddress = (asset: AssetId) => string;

/** What stands on the line of a block of text; a byline may be composed from its facts. */
function lineOf(block: Block): readonly Run[] {
  if (!hasRuns(block)) return [];
  if (block.kind === "byline" && block.runs.length === 0) return [{ text: bylineText(block) }];
  return block.runs;
}

function glance(block: Block): string {
  const text = block.kind === "photo" ? runsText(block.caption) : runsText(lineOf(block));
  const line = text.replaceAll(/\s+/g, " ").trim();
  const { quoted } = words().forms;
  if (line.length <= GLANCE_LETTERS) return line === "" ? "" : quoted(line);
  const cut = line.slice(0, GLANCE_LETTERS).replace(/\s\S*$/, "");
  return quoted(`${cut.toWellFormed()}…`);
}

function Whole({
  block,
  as,
  photoAddress,
}: {
  readonly block: Block;
  readonly as: "added" | "removed";
  readonly photoAddress: PhotoAddress;
}): ReactNode {
  if (block.kind === "photo") return <WholePhoto photo={block} as={as} photoAddress={photoAddress} />;
  if (block.kind === "unknown") return <WholeText runs={[{ text: blockName(block) }]} as={as} />;
  return <WholeText runs={lineOf(block)} as={as} />;
}

function textPieces(changes: readonly BlockChange[]): ReactNode {
  const change = changes.find((one) => "field" in one && one.field === "runs");
  return change && "field" in change ? <MarkedText pieces={change.pieces} /> : null;
}

function Kept({
  block: { before, after, changes },
  photoAddress,
}: {
  readonly block: KeptBlock;
  readonly photoAddress: PhotoAddress;
}): ReactNode {
  if (before.kind === "photo" && after.kind === "photo") {
    return <ChangedPhoto before={before} after={after} changes={changes} photoAddress={photoAddress} />;
  }
  if (after.kind === "unknown") return blockName(after);
  return textPieces(changes) ?? <WholeText runs={lineOf(after)} as="equal" />;
}

function Content({
  block,
  photoAddress,
}: {
  readonly block: ComparedBlock;
  readonly photoAddress: PhotoAddress;
}): ReactNode {
  switch (block.state) {
    case "added":
      return <Whole block={block.after} as="added" photoAddress={photoAddress} />;
    case "removed":
      return <Whole block={block.before} as="removed" photoAddress={photoAddress} />;
    case "movedAway":
      return <span className="compared-left">{glance(block.before)}</span>;
    default:
      return <Kept block={block} photoAddress={photoAddress} />;
  }
}

function facts(block: ComparedBlock): ReactNode {
  if (block.state !== "changed") return null;
  return block.changes.map((change) => {
    const fact = factDifference(change);
    return fact === null ? null : <FactLine key={change.what} fact={fact} />;
  });
}

/** What the button of a block does to it. */
export function putBackWords(block: ComparedBlock): string {
  const { takeBlockOut, putBlockBack } = words().history.comparison;
  return block.state === "added" ? takeBlockOut : putBlockBack;
}

/** Where a block stood says all that can be done about it where it stands now. */
export function canPutBack({ block, differs }: MarkedBlock): boolean {
  return differs && block.state !== "movedAway";
}

interface ComparedBlockProps {
  readonly marked: MarkedBlock;
  readonly photoAddress: PhotoAddress;
  /** Where a block can be put back as it was. */
  readonly onPutBack: ((block: ComparedBlock) => void) | null;
}

/** One block of a marked-up story. One that differs can have the focus, and says what happened to it. */
export const ComparedBlockView = memo(function ComparedBlockView({
  marked,
  photoAddress,
  onPutBack,
}: ComparedBlockProps): ReactNode {
  useWords();
  const { block, moved, differs } = marked;
  const away = block.state === "movedAway";
  const shown = block.state === "removed" ? block.before : block.after;
  const look = {
    className: shown.kind === "photo" && !away ? "block photo" : "block",
    "data-kind": away ? "paragraph" : shown.kind,
    "data-label": blockName(shown),
  };
  const content = <Content block={block} photoAddress={photoAddress} />;
  if (!differs) return <div {...look}>{content}</div>;
  const said = blockWords(marked);
  return (
    <article {...look} aria-label={said} tabIndex={-1} data-state={block.state} data-difference="">
      {block.state !== "changed" || moved !== null ? <p className="compared-words">{said}</p> : null}
      {content}
      {facts(block)}
      {onPutBack !== null && canPutBack(marked) ? (
        <button type="button" className="button compared-put-back" onClick={() => onPutBack(block)}>
          {putBackWords(block)}
        </button>
      ) : null}
    </article>
  );
});
