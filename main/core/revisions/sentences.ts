import { blockText, parseBlock, type Block } from "#shared/document/index.ts";
import { z } from "zod";

const SENTENCE_END = /(?<=[.!?…]["'”’)\]]*)\s+|\n+/u;
const SPACES = /\s+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

const storedBlockSchema = z.object({ id: z.string(), kind: z.string() }).catchall(z.json());
const notesSchema = z.array(z.object({ text: z.string() }));

/** Every word of a block that somebody wrote, alternates and alt texts among them. */
function allWords(block: Block): readonly string[] {
  switch (block.kind) {
    case "unknown":
      return [JSON.stringify(block.raw)];
    case "photo":
      return [blockText(block), block.alt];
    case "byline":
      return [blockText(block), ...block.authors, block.agency ?? ""];
    case "headline":
      return [
        blockText(block),
        ...(block.alternates ?? []).map((runs) => runs.map(({ text }) => text).join("")),
      ];
    default:
      return [blockText(block)];
  }
}

/** The words in a passage of a revision (a block or notes as stored JSON), a line for each text in it. */
export function passageWords(json: string): string {
  const stored: unknown = JSON.parse(json);
  const block = storedBlockSchema.safeParse(stored);
  if (block.success) return allWords(parseBlock(block.data)).join("\n");
  const notes = notesSchema.safeParse(stored);
  return notes.success ? notes.data.map(({ text }) => text).join("\n") : json;
}

/** Words with every stretch of white space as one space, so that they can be looked for. */
export function evenSpaces(words: string): string {
  return words.replace(SPACES, " ").trim();
}

/** The sentences in some words; a line without a full stop is one too. */
export function sentencesIn(words: string): readonly string[] {
  return words
    .split(SENTENCE_END)
    .map(evenSpaces)
    .filter((sentence) => WORD_CHARACTER.test(sentence));
}
