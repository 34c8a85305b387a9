import fc from "fast-check";
import {
  canonicalBlock,
  DOCUMENT_SCHEMA,
  isStoryText,
  MARKS,
  newBlockId,
  NOTE_STATES,
  TEXT_KINDS,
  type Block,
  type BlockFacts,
  type BlockTracking,
  type FormatChange,
  type JsonValue,
  type Note,
  type Run,
  type Stamp,
  type StoryDocument,
} from "#shared/document/index.ts";

const NEWSROOM_SIGNS = [
  "“",
  "”",
  "’",
  "–",
  "—",
  "…",
  "\u00A0",
  "\u2009",
  "\u202F",
  "\u00AD",
  "\u200D",
  "\uFEFF",
  "ł",
  "č",
  "ő",
  "e\u0301",
  "&",
  "<",
  ">",
  '"',
  "\n",
  "\t",
  "😀",
  "👩‍🚀",
  "שלום",
  "مرحبا",
  "東京",
  " ",
  "  ",
];

/** Any text that a story can hold, rich in what newsrooms trip over. */
export const anyStoryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NEWSROOM_SIGNS) },
      { weight: 3, arbitrary: fc.string({ maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""))
  .filter(isStoryText);

const anyTime = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const anyPerson = fc.constantFrom("u_ana", "u_ben", "u_chi");
const anyMarks = fc.subarray([...MARKS]);

const anyStamp = (...ids: readonly string[]): fc.Arbitrary<Stamp> =>
  fc.record({ id: fc.constantFrom(...ids), by: anyPerson, at: anyTime });

const anyFormatChange: fc.Arbitrary<FormatChange> = fc
  .record({
    stamp: anyStamp("c_4", "c_5"),
    toggled: fc.uniqueArray(fc.tuple(fc.constantFrom(...MARKS), fc.boolean()), {
      selector: ([mark]) => mark,
    }),
    linkWas: fc.option(fc.constantFrom(null, { href: "https://example.org/was" }), { nil: undefined }),
  })
  .map(({ stamp, toggled, linkWas }) => ({
    ...stamp,
    added: toggled.flatMap(([mark, isAdded]) => (isAdded ? [mark] : [])),
    removed: toggled.flatMap(([mark, isAdded]) => (isAdded ? [] : [mark])),
    ...(linkWas === undefined ? {} : { linkWas }),
  }));

/** Any run: marks, link, tracked changes and notes in every mixture. */
export const anyRun: fc.Arbitrary<Run> = fc
  .record({
    text: anyStoryText,
    marks: fc.option(anyMarks, { nil: undefined }),
    href: fc.option(
      fc.constantFrom(
        "https://example.org/a?b=1&c=2",
        "mailto:desk@example.org",
        "/relative",
        "javascript:0",
      ),
      { nil: undefined, freq: 3 },
    ),
    inserted: fc.option(anyStamp("c_1", "c_2"), { nil: undefined, freq: 4 }),
    deleted: fc.option(anyStamp("c_2", "c_3"), { nil: undefined, freq: 4 }),
    formats: fc.option(fc.array(anyFormatChange, { maxLength: 2 }), { nil: undefined, freq: 4 }),
    notes: fc.option(fc.subarray(["n_1", "n_2", "n_3"]), { nil: undefined, freq: 3 }),
  })
  .map(({ text, marks, href, inserted, deleted, formats, notes }) => ({
    text,
    ...(marks ? { marks } : {}),
    ...(href ? { link: { href } } : {}),
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(formats ? { formats } : {}),
    ...(notes ? { notes } : {}),
  }));

export const anyRuns: fc.Arbitrary<readonly Run[]> = fc.array(anyRun, { maxLength: 7 });

const anyFacts: fc.Arbitrary<Partial<BlockFacts>> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...TEXT_KINDS), authors: fc.constant([]), agency: fc.constant(null) }),
  fc.record({ alt: anyStoryText, crop: fc.constant(null) }),
  fc.record({ alternates: fc.array(anyRuns, { maxLength: 2 }) }),
);

/** Any open changes of a block. */
const anyTracking: fc.Arbitrary<BlockTracking> = fc
  .record({
    inserted: fc.option(anyStamp("c_6", "c_7"), { nil: undefined, freq: 2 }),
    deleted: fc.option(anyStamp("c_7", "c_8"), { nil: undefined, freq: 2 }),
    facts: fc.array(
      fc.record({ stamp: anyStamp("c_9"), was: anyFacts }).map(({ stamp, was }) => ({ ...stamp, was })),
      { maxLength: 2 },
    ),
    moves: fc.array(
      anyStamp("c_10").map((stamp) => ({ ...stamp, after: null })),
      { maxLength: 1 },
    ),
  })
  .map(({ inserted, deleted, ...lists }) => ({
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...lists,
  }));

const anyId = fc.constant(null).map(() => newBlockId());
const anyName = anyStoryText.filter((text) => text !== "");
const anyFraction = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const anyPoints = fc.double({ min: 1, max: 2000, noNaN: true });
const anyAsset = fc
  .array(fc.constantFrom(..."0123456789abcdef".split("")), { minLength: 64, maxLength: 64 })
  .map((digits): `sha256:${string}` => `sha256:${digits.join("")}`);

const anyJson: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 2, noUnicodeString: false })
  // JSON itself has no minus zero and no own property of this name.
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"proto"')) as JsonValue);

/** Any block of any kind, an unknown one from a newer Stet among them, in canonical form. */
export const anyBlock: fc.Arbitrary<Block> = fc
  .oneof(
    { weight: 4, arbitrary: fc.record({ id: anyId, kind: fc.constantFrom(...TEXT_KINDS), runs: anyRuns }) },
    fc
      .record({ id: anyId, runs: anyRuns, alternates: fc.array(anyRuns, { maxLength: 3 }) })
      .map((block) => ({ ...block, kind: "headline" as const })),
    fc
      .record({
        id: anyId,
        authors: fc.array(anyName, { maxLength: 3 }),
        agency: fc.option(anyName),
        runs: anyRuns,
      })
      .map((block) => ({ ...block, kind: "byline" as const })),
    fc
      .record({
        id: anyId,
        asset: anyAsset,
        caption: anyRuns,
        credit: anyRuns,
        alt: anyStoryText,
        crop: fc.option(
          fc.record({ left: anyFraction, top: anyFraction, width: anyFraction, height: anyFraction }),
        ),
        size: fc.option(fc.record({ widthPt: anyPoints, heightPt: anyPoints })),
      })
      .map((block) => ({ ...block, kind: "photo" as const })),
    fc
      .record({ id: anyId, more: fc.dictionary(fc.constantFrom("rows", "style", "x"), anyJson) })
      .map(({ id, more }): Block => ({
        id,
        kind: "unknown",
        raw: { ...more, id, kind: "scoreTable" },
      })),
  )
  .chain((block) =>
    fc
      .option(anyTracking, { nil: undefined, freq: 4 })
      .map((tracked): Block => canonicalBlock(tracked ? { ...block, tracked } : block)),
  );

const anyWritten = { by: anyPerson, at: anyTime, text: fc.string() };

const anyNote: fc.Arbitrary<Note> = fc
  .record({
    id: fc.constantFrom("n_1", "n_2", "n_3"),
    kind: fc.constantFrom("note" as const, "query" as const),
    ...anyWritten,
    state: fc.constantFrom(...NOTE_STATES),
    replies: fc.array(fc.record({ id: fc.constantFrom("r_1", "r_2"), ...anyWritten }), { maxLength: 2 }),
    asked: fc.option(anyPerson, { nil: undefined }),
    orphan: fc.option(fc.record({ quote: fc.string() }), { nil: undefined, freq: 3 }),
  })
  .map(({ asked, orphan, ...note }) => ({
    ...note,
    ...(asked === undefined ? {} : { asked }),
    ...(orphan ? { orphan } : {}),
  }));

/** Any story in canonical form, of `minBlocks` blocks or more. */
export function anyStory(minBlocks = 0): fc.Arbitrary<StoryDocument> {
  return fc
    .record({
      blocks: fc.array(anyBlock, { minLength: minBlocks, maxLength: 8 }),
      notes: fc.array(anyNote, { maxLength: 3 }),
    })
    .map(({ blocks, notes }) => ({
      schema: DOCUMENT_SCHEMA,
      blocks,
      ...(notes.length > 0 ? { notes } : {}),
    }));
}
