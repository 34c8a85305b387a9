import { hasRuns, type Block, type Run, type Stamp, type StoryDocument } from "#shared/document/index.ts";

function shownRun({ text, inserted, deleted, formats }: Run): string {
  const looks = formats?.map(
    ({ by, added = [], removed = [], linkWas }) =>
      `~${by.slice(2, 3)}${added.map((mark) => `+${mark.slice(0, 1)}`).join("")}${removed.map((mark) => `-${mark.slice(0, 1)}`).join("")}${linkWas === undefined ? "" : "@"}`,
  );
  let shown = `${text}${looks?.join("") ?? ""}`;
  if (inserted) shown = `{${inserted.by.slice(2, 3)}+${shown}}`;
  return deleted ? `[${deleted.by.slice(2, 3)}-${shown}]` : shown;
}

function shownStamp(sign: string, stamp: Stamp | undefined): string {
  return stamp ? `${sign}${stamp.by.slice(2, 3)}` : "";
}

/**
 * A story as a test can read it, a line for each block: the end of its id and its kind, what is
 * tracked of it (`+a` inserted by u_ana, `-a` deleted, `^a(…)` moved from behind a block, `~a(…)`
 * facts that were others), then its text with `{a+put in}` and `[a-struck out]`.
 */
export function shownChanges({ blocks }: Pick<StoryDocument, "blocks">): string {
  return blocks.map(shownBlock).join("\n");
}

function shownBlock(block: Block): string {
  const { inserted, deleted, moves = [], facts = [] } = block.tracked ?? {};
  const text = hasRuns(block)
    ? block.runs.map(shownRun).join("")
    : block.kind === "photo"
      ? [block.caption, block.credit].map((runs) => runs.map(shownRun).join("")).join(" / ")
      : "";
  const marks = [
    shownStamp("+", inserted),
    shownStamp("-", deleted),
    ...moves.map(({ by, after }) => `^${by.slice(2, 3)}(${after?.slice(-4) ?? ""})`),
    ...facts.map(({ by, was }) => `~${by.slice(2, 3)}(${Object.keys(was).join(" ")})`),
  ].join("");
  return `${block.id.slice(-4)} ${block.kind}${marks === "" ? "" : ` ${marks}`}: ${text}`;
}
