import type { ReadKind, Reading, ReadPart } from "#shared/contract/intake.ts";
import { byline, headline, photo, runs, story, textBlock } from "#shared/document/builders.ts";
import {
  NO_PICTURE,
  runsText,
  type Block,
  type HeadlineBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import { parseByline, splitCredit } from "#shared/newsroom/index.ts";
import { withoutWireMarks } from "./agency-header.ts";
import { withoutCutlineLabel } from "./cutline.ts";
import { withoutListMarker } from "./list-item.ts";
import { isAttribution } from "./pull-quote.ts";
import { withoutHeadingMarks } from "./subhead.ts";

/** A part that goes into the story, with the kind that holds: the person's, or the one it was read as. */
interface KeptPart extends ReadPart {
  readonly kind: Exclude<ReadKind, "skip">;
  readonly readAs: ReadKind;
}

const SPACES = /[ \t\n]+/g;

/** The text of a part as a story holds it: words that a line end had parted whole again, spaces single. */
function copyOf({ text, found }: ReadPart): string {
  const parted = found.filter(({ label }) => label === "parted word");
  const whole = parted.reduce((copy, { value }) => copy.replaceAll(value, value.replace(/[-‐]/u, "")), text);
  return whole.replace(SPACES, " ").trim();
}

function titleOf(part: ReadPart): string {
  return withoutHeadingMarks(withoutWireMarks(copyOf(part)));
}

function bylineBlock(part: ReadPart, next: KeptPart | undefined): Block {
  const line = withoutWireMarks(copyOf(part));
  const facts = parseByline(line);
  const below = next?.kind === "source" ? parseByline(withoutWireMarks(copyOf(next))).agency : null;
  return byline(facts.authors, facts.agency ?? below, line);
}

function photoBlock(part: ReadPart): Block {
  const line = withoutCutlineLabel(copyOf(part));
  const split = splitCredit(line);
  return split === null ? photo(NO_PICTURE, line) : photo(NO_PICTURE, split.caption, split.credit);
}

function blockOf(part: KeptPart, next: KeptPart | undefined): Block {
  switch (part.kind) {
    case "headline":
      return headline(titleOf(part));
    case "byline":
      return bylineBlock(part, next);
    case "caption":
      return photoBlock(part);
    case "listItem":
      return textBlock("listItem", withoutListMarker(copyOf(part)));
    case "deck":
    case "subhead":
    case "source":
      return textBlock(part.kind, titleOf(part));
    default:
      return textBlock(part.kind, copyOf(part));
  }
}

/** Two blocks in one where the second only goes on with the first; null where they stay apart. */
function joined(
  before: Block | undefined,
  last: KeptPart | undefined,
  block: Block,
  part: KeptPart,
): Block | null {
  if (before === undefined || last === undefined) return null;
  if (before.kind === "headline" && block.kind === "headline") {
    return { ...before, runs: runs([...before.runs, " ", ...block.runs]) };
  }
  if (
    before.kind === "photo" &&
    block.kind === "photo" &&
    before.credit.length === 0 &&
    block.caption.length === 0
  ) {
    return { ...before, credit: block.credit };
  }
  if (before.kind === "pullQuote" && block.kind === "pullQuote" && isAttribution(runsText(block.runs))) {
    return { ...before, runs: runs([...before.runs, "\n", ...block.runs]) };
  }
  const wasDateline = last.readAs === "dateline" && part.readAs !== "dateline";
  if (wasDateline && before.kind === "paragraph" && block.kind === "paragraph") {
    return { ...before, runs: runs([...before.runs, " ", ...block.runs]) };
  }
  return null;
}

/** A second headline apart from the first is another wording of it. */
function withAlternate(blocks: readonly Block[], other: HeadlineBlock): readonly Block[] {
  return blocks.map((block) =>
    block.kind === "headline" ? { ...block, alternates: [...(block.alternates ?? []), other.runs] } : block,
  );
}

function keptParts(reading: Reading, kinds: Readonly<Record<string, ReadKind>>): readonly KeptPart[] {
  return reading.parts.flatMap((part) => {
    const kind = kinds[String(part.index)] ?? part.kind;
    return kind === "skip" ? [] : [{ ...part, kind, readAs: part.kind }];
  });
}

/**
 * Makes the story of a reading. `kinds` says, by index of the part, what the person changed. Every
 * part that is not skipped lands in exactly one block; a credit that stands alone joins the
 * caption above it, a headline set on two lines is one, and a headline apart from the first
 * becomes another wording of it. Photos have no picture yet (`NO_PICTURE`).
 */
export function storyFromReading(
  reading: Reading,
  kinds: Readonly<Record<string, ReadKind>>,
): { readonly document: StoryDocument } {
  const parts = keptParts(reading, kinds);
  let blocks: Block[] = [];
  for (const [at, part] of parts.entries()) {
    const block = blockOf(part, parts[at + 1]);
    const whole = joined(blocks.at(-1), parts[at - 1], block, part);
    if (whole !== null) blocks[blocks.length - 1] = whole;
    else if (block.kind === "headline" && blocks.some(({ kind }) => kind === "headline"))
      blocks = [...withAlternate(blocks, block)];
    else blocks.push(block);
  }
  return { document: story(...blocks) };
}
