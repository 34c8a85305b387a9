import {
  boxTitles,
  composeByline,
  factsOf,
  finalView,
  hasRuns,
  originalBlock,
  originalView,
  type Block,
  type BylineFacts,
  type RunKind,
  type StoryDocument,
} from "#shared/document/index.ts";
import { roleOf, type ParagraphRole } from "../style-names.ts";
import type { View } from "./block-copies.ts";
import { saysSomething, type MarkedLine } from "./marked-lines.ts";

/** What a group of lines is in one of the two texts: a kind of block, or a part of a photo. */
type GroupKind = RunKind | "photo" | "caption" | "credit";

/** The lines that are one paragraph of a text, before the dateline is run into what it leads. */
interface LineGroup {
  readonly kind: GroupKind;
  /** The block whose break begins the paragraph. */
  readonly block: Block;
  readonly lines: readonly MarkedLine[];
  /** A byline that nobody typed, composed from its facts; empty for all else. */
  readonly composed: string;
}

/** A block as a text has it. */
function seenIn(view: View, block: Block): Block {
  return view === "final" ? block : originalBlock(block);
}

function kindIn(view: View, block: Block): RunKind {
  const seen = seenIn(view, block);
  return hasRuns(seen) ? seen.kind : "paragraph";
}

const PHOTO_PARTS = { picture: "photo", caption: "caption", credit: "credit" } as const;

/** The paragraphs of a text as lines. A struck or unmade break gives its line to the nearest text above, as `finalView` and `originalView` do. */
function groupsIn(view: View, lines: readonly MarkedLine[]): readonly LineGroup[] {
  const groups: { kind: GroupKind; block: Block; lines: MarkedLine[] }[] = [];
  let above: { readonly lines: MarkedLine[] } | null = null;
  for (const line of lines) {
    const { block, in: place } = line.copy;
    if (place !== "both" && place !== view) continue;
    if (line.part === "unknown") {
      if (line.starts[view]) above = null;
      continue;
    }
    if (line.part !== "text") {
      if (!line.starts[view]) continue;
      groups.push({ kind: PHOTO_PARTS[line.part], block, lines: [line] });
      above = null;
      continue;
    }
    if (!line.starts[view] && !saysSomething(line, view)) continue;
    if (!line.starts[view] && above) {
      above.lines.push(line);
      continue;
    }
    const group = { kind: kindIn(view, block), block, lines: [line] };
    groups.push(group);
    above = group;
  }
  return groups.flatMap((group) => {
    const hasText = group.lines.some((line) => saysSomething(line, view));
    const composed = hasText || group.kind !== "byline" ? "" : composeByline(bylineFacts(view, group.block));
    return hasText || composed !== "" ? [{ ...group, composed }] : [];
  });
}

function bylineFacts(view: View, block: Block): BylineFacts {
  const { authors, agency } = factsOf(seenIn(view, block));
  return { authors, agency };
}

/** The paragraph that a dateline leads: the next one of text, unless that is something else (see `print-blocks.ts`). */
function ledBy(groups: readonly LineGroup[], dateline: number): LineGroup | undefined {
  for (const group of groups.slice(dateline + 1)) {
    const { kind } = group;
    if (kind === "photo" || kind === "caption" || kind === "credit") continue;
    return kind === "paragraph" ? group : undefined;
  }
  return undefined;
}

/** A paragraph of one of the two texts, made of lines. */
export interface PrintedLines {
  readonly role: ParagraphRole;
  /** The block whose break begins it. */
  readonly block: Block;
  /** The lines of the dateline that leads it; empty where none does. */
  readonly dateline: readonly MarkedLine[];
  /** All other lines; there is always one. */
  readonly lines: readonly MarkedLine[];
  /** A byline that nobody typed; empty for all else. */
  readonly composed: string;
}

function roleIn({ kind, block }: LineGroup, titles: ReadonlySet<string>): ParagraphRole {
  if (kind === "photo" || kind === "caption" || kind === "credit") return kind;
  return roleOf({ kind, isBoxTitle: kind === "factBox" && titles.has(block.id) });
}

/** The paragraphs of one of the two texts in order: those of `printBlocks`, told in lines. */
export function printedIn(
  view: View,
  lines: readonly MarkedLine[],
  document: StoryDocument,
): readonly PrintedLines[] {
  const groups = groupsIn(view, lines);
  const titles = boxTitles((view === "final" ? finalView(document) : originalView(document)).blocks);
  const datelines = new Map<LineGroup, LineGroup>();
  for (const [at, group] of groups.entries()) {
    const led = group.kind === "dateline" ? ledBy(groups, at) : undefined;
    if (led) datelines.set(led, group);
  }
  const leading = new Set(datelines.values());
  return groups
    .filter((group) => !leading.has(group))
    .map((group) => ({
      role: roleIn(group, titles),
      block: group.block,
      dateline: datelines.get(group)?.lines ?? [],
      lines: group.lines,
      composed: group.composed,
    }));
}
