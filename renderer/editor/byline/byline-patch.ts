import {
  composeByline,
  newBlockId,
  type Block,
  type BylineBlock,
  type BylineFacts,
  type DocumentPatch,
  type StoryDocument,
} from "#shared/document/index.ts";

const NAME_SUFFIX = /^(?:jr|sr|ph\.?d|m\.?d|i{2,3}|iv)\.?$/iu;

/** Names from a line in which commas or semicolons part them; `Ana Ruiz, Jr.` is one. */
export function readNames(line: string): readonly string[] {
  const names: string[] = [];
  for (const piece of line.split(/[,;]/u)) {
    const name = piece.replace(/\s+/gu, " ").trim();
    const last = names.at(-1);
    if (name === "") continue;
    if (last !== undefined && NAME_SUFFIX.test(name)) names[names.length - 1] = `${last}, ${name}`;
    else names.push(name);
  }
  return names;
}

/** The story's byline; null where it has none. */
export function bylineOf({ blocks }: StoryDocument): BylineBlock | null {
  return blocks.find((block) => block.kind === "byline") ?? null;
}

/** Where a new byline goes: behind the headline and its decks, else to the top. */
function placeForByline(blocks: readonly Block[]): number {
  const headline = blocks.findIndex(({ kind }) => kind === "headline");
  if (headline < 0) return 0;
  const below = blocks.findIndex(({ kind }, at) => at > headline && kind !== "deck");
  return below < 0 ? blocks.length : below;
}

/** Gives the story's byline these facts and sets its line from them; a story without a byline gets one. */
export function withBylineFacts(story: StoryDocument, facts: BylineFacts): DocumentPatch {
  const standing = bylineOf(story);
  const line = composeByline(facts);
  const byline: BylineBlock = {
    id: standing?.id ?? newBlockId(),
    kind: "byline",
    authors: facts.authors,
    agency: facts.agency,
    runs: line === "" ? [] : [{ text: line }],
  };
  const order = story.blocks.map(({ id }) => id);
  return {
    order: standing ? order : order.toSpliced(placeForByline(story.blocks), 0, byline.id),
    put: [byline],
  };
}
