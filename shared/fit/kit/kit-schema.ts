import { z } from "zod";
import { parseHeadlineCode } from "./headline-code.ts";
import {
  ALIGNMENTS,
  COMPOSERS,
  FACE_STYLES,
  HYPHENATION_LANGUAGES,
  PICTURE_SHAPES,
  PLACES,
  STYLE_NAMES,
  type BlockStyle,
  type ColumnSpec,
  type DeskKit,
  type KitFont,
  type KitId,
} from "./kit.ts";
import { KIT_LIMITS, KIT_TEXTS, MOST_HEADLINE_CODES, MOST_SPECS, type Limits } from "./kit-limits.ts";

const name = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(KIT_TEXTS.name, `is longer than ${String(KIT_TEXTS.name)} characters`);

/** A figure within its limits; what is out of them is said in `unit`. */
function figure({ least, most, isWhole }: Limits, unit = "") {
  const within = z
    .number()
    .min(least, least === 0 ? "is negative" : `is less than ${String(least)}${unit}`)
    .max(most, `is more than ${String(most)}${unit}`);
  return isWhole ? within.int("is no whole number") : within;
}

const length = figure(KIT_LIMITS.length, " points");
const positiveLength = figure(KIT_LIMITS.positiveLength, " points");
const shift = figure(KIT_LIMITS.shift, " points");
const typeSize = figure(KIT_LIMITS.typeSize, " points");
const columnCount = figure(KIT_LIMITS.columns);

export const kitIdSchema: z.ZodType<KitId> = z.templateLiteral([
  "sha256:",
  z.string().regex(/^[0-9a-f]{64}$/),
]);

const faceSchema = z.strictObject({ family: name, style: z.enum(FACE_STYLES) });

/** A name of a file in the kit: one folder, no way out of it. */
function fileIn(folder: "fonts" | "licences"): z.ZodType<string> {
  return z
    .string()
    .regex(
      new RegExp(`^${folder}/[\\p{L}\\p{N}_ +-][\\p{L}\\p{N}._ +-]{0,99}$`, "u"),
      `is no file in the folder ${folder}/`,
    );
}

export const kitFontSchema: z.ZodType<KitFont> = z.strictObject({
  family: name,
  style: z.enum(FACE_STYLES),
  file: fileIn("fonts"),
  licence: fileIn("licences"),
  sha256: kitIdSchema,
  licenceSha256: kitIdSchema,
});

const pageSchema = z.strictObject({
  widthPt: positiveLength,
  heightPt: positiveLength,
  marginTopPt: length,
  marginBottomPt: length,
  marginInsidePt: length,
  marginOutsidePt: length,
  columns: columnCount,
  gutterPt: length,
  measures: z
    .array(z.strictObject({ columns: columnCount, widthPt: positiveLength }))
    .min(1, "names no measure")
    .readonly(),
});

/** What is said of three percentages that are in no order. */
export const OUT_OF_ORDER = "is not min ≤ desired ≤ max";

function percentRange(limits: Limits) {
  const percent = figure(limits, " %");
  return z
    .strictObject({ min: percent, desired: percent, max: percent })
    .refine(({ min, desired, max }) => min <= desired && desired <= max, OUT_OF_ORDER);
}

const hyphenationSchema = z.strictObject({
  language: z.enum(HYPHENATION_LANGUAGES),
  shortestWord: figure(KIT_LIMITS.shortestWord),
  before: figure(KIT_LIMITS.before),
  after: figure(KIT_LIMITS.after),
  ladder: figure(KIT_LIMITS.ladder),
  capitals: z.boolean(),
  lastWord: z.boolean(),
});

const blockStyleSchema: z.ZodType<BlockStyle> = z.strictObject({
  face: faceSchema,
  sizePt: typeSize,
  leadingPt: typeSize,
  trackingPerMille: figure(KIT_LIMITS.tracking),
  alignment: z.enum(ALIGNMENTS),
  composer: z.enum(COMPOSERS),
  justification: z.strictObject({
    wordSpace: percentRange(KIT_LIMITS.wordSpace),
    letterSpace: percentRange(KIT_LIMITS.letterSpace),
    glyphScale: percentRange(KIT_LIMITS.glyphScale),
  }),
  hyphenation: hyphenationSchema.nullable(),
  indentLeftPt: length,
  indentRightPt: length,
  indentFirstPt: shift,
  spaceBeforePt: length,
  spaceAfterPt: length,
  columns: columnCount,
  place: z.enum(PLACES),
  lead: z.string().max(KIT_TEXTS.lead, `is longer than ${String(KIT_TEXTS.lead)} characters`),
});

const specSchema: z.ZodType<ColumnSpec> = z.strictObject({
  name,
  styles: z.record(z.enum(STYLE_NAMES), blockStyleSchema).readonly(),
  dateline: z.strictObject({ face: faceSchema, capitals: z.enum(["as-typed", "all", "small"]) }),
  firstParagraph: z.strictObject({
    indentFirstPt: shift,
    dropCap: z
      .strictObject({
        lines: figure(KIT_LIMITS.dropCapLines),
        characters: figure(KIT_LIMITS.dropCapCharacters),
        face: faceSchema,
        gapPt: length,
      })
      .nullable(),
    alsoAfterSubhead: z.boolean(),
  }),
  pictures: z.strictObject({
    columns: columnCount,
    place: z.enum(PLACES),
    gapPt: length,
    spaceBeforePt: length,
    spaceAfterPt: length,
    depths: z
      .array(z.strictObject({ columns: columnCount, shape: z.enum(PICTURE_SHAPES), depthPt: positiveLength }))
      .readonly(),
  }),
  headlineCodes: z
    .array(z.string().refine((code) => parseHeadlineCode(code) !== null, "is not columns-points-lines"))
    .max(MOST_HEADLINE_CODES, `holds more than ${String(MOST_HEADLINE_CODES)}`)
    .readonly(),
  leadingGrid: z.boolean(),
});

/** The kit itself, as it is hashed and stored. {@link readKit} also says what does not fit together. */
export const deskKitSchema: z.ZodType<DeskKit> = z.strictObject({
  name,
  note: z.string().max(KIT_TEXTS.note, `is longer than ${String(KIT_TEXTS.note)} characters`),
  page: pageSchema,
  fonts: z.array(kitFontSchema).min(1, "holds no font").max(200, "holds more than 200").readonly(),
  specs: z
    .array(specSchema)
    .min(1, "holds no column spec")
    .max(MOST_SPECS, `holds more than ${String(MOST_SPECS)}`)
    .readonly(),
});
