import { failure, type Failure } from "#shared/contract/failures.ts";
import {
  DOCUMENT_SCHEMA,
  parseStory,
  type Block,
  type BlockId,
  type StoryDocument,
} from "#shared/document/index.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import type { StoryFrame, StoryTable } from "./story-table.ts";
import { told } from "#shared/language/told.ts";

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Puts a story together from its rows. Gives `newer-version` and `damaged`, naming the story. */
export function storedDocument(
  table: StoryTable,
  row: StoryRow,
  { documentSchema, order, notes }: StoryFrame,
): Result<StoryDocument, Failure> {
  const jsons = table.blockJsons(row.seq);
  const missing = order.find((id) => !jsons.has(id));
  const { slug } = factsOf(row);
  if (missing !== undefined) {
    return failed(failure("damaged", told("blockLost", { slug, block: missing }), row.id));
  }
  const spoilt = order.find((id) => jsons.get(id) === null);
  if (spoilt !== undefined) {
    return failed(failure("damaged", told("blockSpoilt", { slug, block: spoilt }), row.id));
  }
  const story = parseStory({
    schema: documentSchema,
    blocks: order.map((id) => parsed(jsons.get(id) ?? "")),
    ...(notes === null ? {} : { notes: parsed(notes) }),
  });
  if (story.ok) return story;
  const code = story.error.code === "newer-version" ? "newer-version" : "damaged";
  return failed(failure(code, `The story “${slug}” ${story.error.message}.`, row.id));
}

/** One block of a story; undefined where it is not there or cannot be read. */
export function storedBlock(table: StoryTable, seq: number, id: BlockId): Block | undefined {
  const json = table.blockJson(seq, id);
  if (json === undefined) return undefined;
  const story = parseStory({ schema: table.frame(seq).documentSchema, blocks: [parsed(json)] });
  return story.ok ? story.value.blocks[0] : undefined;
}

/** Refuses to write into a story whose text only a newer Stet understands. */
export function refuseNewer(row: StoryRow, { documentSchema }: StoryFrame): Result<null, Failure> {
  if (documentSchema <= DOCUMENT_SCHEMA) return { ok: true, value: null };
  const sentence = told("storyNewer", { slug: factsOf(row).slug, found: documentSchema });
  return failed(failure("newer-version", sentence, row.id));
}
