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

const name = z.string().trim().min(1, "is empty").max(80, "is longer than 80 characters");
/** No page is larger: 200 inches. */
const length = z.number().min(0, "is negative").max(14_400, "is larger than 200 inches");
const positiveLength = length.min(1, "is smaller than 1 point");
const shift = z.number().min(-14_400, "is larger than 200 inches").max(14_400, "is larger than 200 inches");
const typeSize = z.number().min(2, "is smaller than 2 points").max(720, "is larger than 720 points");
const columnCount = z.number().int("is no whole number").min(1, "is less than 1").max(24, "is more than 24");

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

function percentRange(least: number, most: number) {
  const percent = z
    .number()
    .min(least, `is less than ${String(least)} %`)
    .max(most, `is more than ${String(most)} %`);
  return z
    .strictObject({ min: percent, desired: percent, max: percent })
    .refine(({ min, desired, max }) => min <= desired && desired <= max, "is not min ≤ desired ≤ max");
}

const hyphenationSchema = z.strictObject({
  language: z.enum(HYPHENATION_LANGUAGES),
  shortestWord: z.number().int().min(3, "is less than 3").max(25, "is more than 25"),
  before: z.number().int().min(1, "is less than 1").max(15, "is more than 15"),
  after: z.number().int().min(1, "is less than 1").max(15, "is more than 15"),
  ladder: z.number().int().min(0, "is negative").max(25, "is more than 25"),
  capitals: z.boolean(),
  lastWord: z.boolean(),
});

const blockStyleSchema: z.ZodType<BlockStyle> = z.strictObject({
  face: faceSchema,
  sizePt: typeSize,
  leadingPt: typeSize,
  trackingPerMille: z.number().min(-200, "is less than -200").max(1000, "is more than 1000"),
  alignment: z.enum(ALIGNMENTS),
  composer: z.enum(COMPOSERS),
  justification: z.strictObject({
    wordSpace: percentRange(0, 1000),
    letterSpace: percentRange(-100, 500),
    glyphScale: percentRange(50, 200),
  }),
  hyphenation: hyphenationSchema.nullable(),
  indentLeftPt: length,
  indentRightPt: length,
  indentFirstPt: shift,
  spaceBeforePt: length,
  spaceAfterPt: length,
  columns: columnCount,
  place: z.enum(PLACES),
  lead: z.string().max(4, "is longer than 4 characters"),
});

const specSchema: z.ZodType<ColumnSpec> = z.strictObject({
  name,
  styles: z.record(z.enum(STYLE_NAMES), blockStyleSchema).readonly(),
  dateline: z.strictObject({ face: faceSchema, capitals: z.enum(["as-typed", "all", "small"]) }),
  firstParagraph: z.strictObject({
    indentFirstPt: shift,
    dropCap: z
      .strictObject({
        lines: z.number().int().min(2, "is less than 2").max(10, "is more than 10"),
        characters: z.number().int().min(1, "is less than 1").max(10, "is more than 10"),
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
    .max(200, "holds more than 200")
    .readonly(),
  leadingGrid: z.boolean(),
});

/** The kit itself, as it is hashed and stored. {@link readKit} also says what does not fit together. */
export const deskKitSchema: z.ZodType<DeskKit> = z.strictObject({
  name,
  note: z.string().max(2_000, "is longer than 2,000 characters"),
  page: pageSchema,
  fonts: z.array(kitFontSchema).min(1, "holds no font").max(200, "holds more than 200").readonly(),
  specs: z.array(specSchema).min(1, "holds no column spec").max(100, "holds more than 100").readonly(),
});
