import { newBlockId, type StoryDocument } from "#shared/document/index.ts";

/** What a story with nothing in it shows: the three fields that every story begins with. */
export function withFirstFields(document: StoryDocument): StoryDocument {
  if (document.blocks.length > 0) return document;
  return {
    ...document,
    blocks: [
      { id: newBlockId(), kind: "headline", runs: [] },
      { id: newBlockId(), kind: "byline", authors: [], agency: null, runs: [] },
      { id: newBlockId(), kind: "paragraph", runs: [] },
    ],
  };
}
