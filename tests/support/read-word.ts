import { docxWriter } from "#main/formats/docx/write.ts";
import { readWord, type WordStory } from "#main/formats/docx/read.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { markedUpStory, printStory } from "./outgoing-story.ts";

/** When files without a time of their own are read. */
export const READ_AT = "2026-11-23T08:00:00.000Z";

/** What Stet reads in a Word document; throws the refusal, so that a test fails with the sentence. */
export async function wordStory(bytes: Uint8Array, name = "story.docx"): Promise<WordStory> {
  const read = await readWord(name, bytes, READ_AT);
  if (!read.ok) throw new Error(read.error.message);
  if (read.value === null) throw new Error(`${name} is no Word document`);
  return read.value;
}

/** A story out to Word and back: with its changes and notes, or as its final text alone. */
export async function thereAndBack(story: StoryDocument, how: "marked-up" | "final"): Promise<WordStory> {
  const out = how === "marked-up" ? markedUpStory(story) : printStory(story);
  const { bytes } = await docxWriter.write(out);
  return wordStory(bytes);
}
