import type { Failure } from "#shared/contract/failures.ts";
import { failure } from "#shared/contract/failures.ts";
import type { Incoming, Reading, ReadPart } from "#shared/contract/intake.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { judgeAbove } from "./above-story.ts";
import { cleanCopy, decodeText, type DecodedText } from "./decode.ts";
import { datelineFound, judged, type Judgement } from "./judgement.ts";
import { sourceLines, unquoteMail } from "./lines.ts";
import { markPassages, type MarkedPassage } from "./marks.ts";
import { readPassages, type Passage } from "./passages.ts";
import { proposeSlug } from "./proposed-slug.ts";
import { judgeBody } from "./story-body.ts";
import { readTop } from "./top.ts";
import { told, type Told } from "#shared/language/told.ts";
import { INTAKE_MAX_BYTES } from "#shared/contract/limits.ts";

export { storyFromReading } from "./story-from-reading.ts";

const PASTE_NAME = "Pasted text";

/** A part before it is counted. */
export type NewPart = Omit<ReadPart, "index">;

/** The bytes of a text in UTF-8, counted without keeping them. */
function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

async function decodeIncoming(incoming: Incoming): Promise<Result<DecodedText, Failure>> {
  if (incoming.from === "file") return decodeText(incoming.name, incoming.bytes);
  const bytes = utf8Bytes(incoming.text);
  if (bytes > INTAKE_MAX_BYTES) {
    const sentence = told("largePaste", { bytes, mostBytes: INTAKE_MAX_BYTES });
    return failed(failure("too-large", sentence, PASTE_NAME));
  }
  const { text, warnings } = cleanCopy(incoming.text);
  if (text.trim() === "") return failed(failure("empty-file", told("emptyPaste")));
  return ok({ text, encoding: "text", warnings });
}

/** The parts of a passage: one, or its dateline and the paragraph behind it. */
function partsOf(passage: MarkedPassage, judgement: Judgement, opens: boolean): readonly NewPart[] {
  const parted = passage.partedWords.map((value) => ({ label: "parted word" as const, value }));
  const { dateline } = passage;
  const isLed =
    judgement.kind === "paragraph" && dateline !== null && (opens || dateline.certainty === "sure");
  if (!isLed) return [{ ...judgement, text: passage.text, found: [...judgement.found, ...parted] }];
  const led: NewPart = {
    kind: "dateline",
    text: dateline.dateline,
    found: datelineFound(dateline),
    reason: "a place and a dash lead the paragraph",
  };
  return dateline.rest === "" ? [led] : [led, { ...judgement, text: dateline.rest, found: parted }];
}

/** What each of some passages is by its words and where it stands: one part, or its dateline and what that leads. */
export function judgePassages(read: readonly Passage[]): readonly (readonly NewPart[])[] {
  const passages = markPassages(read);
  const top = readTop(passages);
  const above = judgeAbove(passages, top);
  const authors = passages.flatMap(({ byline }) => byline?.authors ?? []);
  const judgements = [...above, ...judgeBody(passages, top, authors)];
  const first = judgements.findIndex(({ kind }, at) => at >= top.body && kind === "paragraph");
  return passages.map((passage, at) =>
    partsOf(passage, judgements[at] ?? judged("paragraph", "a paragraph of the story"), at === first),
  );
}

/** Marked-up text is read as it stands: its tags are letters like others. */
function markupWarning(text: string): readonly Told[] {
  const isMarkup = /^\s*<(?:\?xml|!doctype|html)\b/iu.test(text.slice(0, 200));
  return isMarkup ? [told("markupRead")] : [];
}

function quotedWarning(lines: number): readonly Told[] {
  return lines === 0 ? [] : [told("unquoted", { lines })];
}

/**
 * Reads copy that was pasted or came as a file: every paragraph of it with what it was taken for
 * and why, in the order of the source. Nothing of the source is left out: what is no part of the
 * story is of kind `skip`. Gives `empty-file`, `too-large` and `unsupported-file`; never throws.
 */
export async function readCopy(incoming: Incoming): Promise<Result<Reading, Failure>> {
  const decoded = await decodeIncoming(incoming);
  if (!decoded.ok) return decoded;
  const { text, encoding, warnings } = decoded.value;
  const unquoted = unquoteMail(text);
  const judgedParts = judgePassages(readPassages(sourceLines(unquoted.text)));
  const parts = judgedParts.flat().map((part, index) => ({ index, ...part }));
  const name = incoming.from === "file" ? incoming.name : PASTE_NAME;
  return ok({
    name,
    slug: proposeSlug(parts, incoming.from === "file" ? incoming.name : null),
    encoding,
    parts,
    warnings: [...warnings, ...markupWarning(text), ...quotedWarning(unquoted.quotedLines)],
  });
}
