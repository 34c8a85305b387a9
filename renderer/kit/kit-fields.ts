import { NEWS_HYPHENATION } from "#shared/fit/kit/house-styles.ts";
import { KIT_LIMITS, KIT_TEXTS, type Limits } from "#shared/fit/kit/kit-limits.ts";
import {
  ALIGNMENTS,
  COMPOSERS,
  FACE_STYLES,
  HYPHENATION_LANGUAGES,
  PICTURE_SHAPES,
  PLACES,
  STYLE_NAMES,
  type DropCap,
  type PictureShape,
  type StyleName,
} from "#shared/fit/kit/kit.ts";
import type { Catalogue } from "#shared/language/catalogue.ts";
import { figureAt, listAt, textAt, valueAt, type KitTree, type TreePath } from "./kit-tree.ts";

/** The parts of a kit that are edited one at a time, in the order of the list. */
export const KIT_PARTS = ["kit", "page", "fonts", "spec", ...STYLE_NAMES, "first", "pictures"] as const;
export type KitPart = (typeof KIT_PARTS)[number];

export type FieldName = keyof Catalogue["kit"]["fields"];
export type GroupName = keyof Catalogue["kit"]["groups"];
export type UnitName = keyof Catalogue["kit"]["units"];
export type ChoiceSet = keyof Catalogue["kit"]["choices"];

interface FieldBase {
  /** The path, its parts joined by points: what troubles are found by. */
  readonly id: string;
  readonly path: TreePath;
  readonly name: FieldName;
}

/** A figure with its unit. `step` is what an arrow key adds. */
export interface FigureField extends FieldBase {
  readonly kind: "figure";
  /** Null where it is a number of what the name says. */
  readonly unit: UnitName | null;
  readonly limits: Limits;
  readonly step: number;
  /** A picture's depth may be left to its proportions. */
  readonly depthOf?: { readonly columns: number; readonly shape: PictureShape };
  /** For the measures and the shapes, which are told apart by a number. */
  readonly columns?: number;
  readonly shape?: PictureShape;
}

/** One of several. The families of fonts are their own names; the others have a name in the catalogue. */
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly set: ChoiceSet | "family" | "measure";
  readonly choices: readonly (string | number)[];
}

export interface SwitchField extends FieldBase {
  readonly kind: "switch";
  /** What stands there when it is switched on and off. */
  readonly on: unknown;
  readonly off: unknown;
}

export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly most: number;
  readonly mayBeEmpty: boolean;
  readonly isLong?: true;
}

/** Headline codes, written one after the other. */
export interface CodesField extends FieldBase {
  readonly kind: "codes";
}

export type KitField = FigureField | ChoiceField | SwitchField | TextField | CodesField;

/** A line of the editor: one field, or several beside each other under the headings of the group. */
export interface FieldRow {
  readonly id: string;
  readonly name: FieldName;
  readonly columns?: number;
  readonly fields: readonly KitField[];
}

export interface FieldGroup {
  /** A trouble of this id is told at the head of the group. */
  readonly id: string;
  readonly name: GroupName;
  /** Headings of the fields that stand beside each other. */
  readonly heads?: readonly FieldName[];
  readonly rows: readonly FieldRow[];
}

/** Which of the column specs is edited. */
export interface SpecAt {
  readonly spec: number;
}

export function idOf(path: TreePath): string {
  return path.join(".");
}

function figure(
  name: FieldName,
  path: TreePath,
  unit: UnitName | null,
  limits: Limits,
  step = 1,
  more: Pick<FigureField, "columns" | "shape" | "depthOf"> = {},
): FigureField {
  return { kind: "figure", id: idOf(path), path, name, unit, limits, step, ...more };
}

function choice(
  name: FieldName,
  path: TreePath,
  set: ChoiceField["set"],
  choices: ChoiceField["choices"],
): ChoiceField {
  return { kind: "choice", id: idOf(path), path, name, set, choices };
}

function toggle(name: FieldName, path: TreePath, on: unknown = true, off: unknown = false): SwitchField {
  return { kind: "switch", id: idOf(path), path, name, on, off };
}

function text(name: FieldName, path: TreePath, most: number, mayBeEmpty = false): TextField {
  return { kind: "text", id: idOf(path), path, name, most, mayBeEmpty };
}

function row(field: KitField): FieldRow {
  const columns = field.kind === "figure" ? field.columns : undefined;
  return { id: field.id, name: field.name, fields: [field], ...(columns === undefined ? {} : { columns }) };
}

function families(tree: KitTree): readonly string[] {
  return [...new Set(listAt(tree, ["fonts"]).map((font) => textAt(font, ["family"])))];
}

/** The numbers of columns for which the page has a measure. */
export function measuredColumns(tree: KitTree): readonly number[] {
  return listAt(tree, ["page", "measures"])
    .map((measure) => figureAt(measure, ["columns"]))
    .filter((columns) => columns !== null);
}

/** One that stands there is offered even where the page or the fonts lack it: else it could not be seen. */
function withNow<Value>(values: readonly Value[], now: unknown, isOne: (now: unknown) => now is Value) {
  return isOne(now) && !values.includes(now) ? [now, ...values] : values;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isFigure = (value: unknown): value is number => typeof value === "number";

function faceRow(tree: KitTree, path: TreePath): FieldRow {
  const family = [...path, "family"];
  return {
    id: idOf(path),
    name: "face",
    fields: [
      choice("family", family, "family", withNow(families(tree), valueAt(tree, family), isText)),
      choice("faceStyle", [...path, "style"], "faceStyle", FACE_STYLES),
    ],
  };
}

function columnsRow(tree: KitTree, path: TreePath): FieldRow {
  return row(
    choice("columns", path, "measure", withNow(measuredColumns(tree), valueAt(tree, path), isFigure)),
  );
}

function hyphenationRows(tree: KitTree, { spec }: SpecAt, path: TreePath): readonly FieldRow[] {
  const body = valueAt(tree, ["specs", spec, "styles", "paragraph", "hyphenation"]);
  const divides = row(toggle("divides", path, body ?? NEWS_HYPHENATION, null));
  if (valueAt(tree, path) === null) return [divides];
  const letters = (name: "shortestWord" | "before" | "after"): FieldRow =>
    row(figure(name, [...path, name], "letters", KIT_LIMITS[name]));
  return [
    divides,
    row(choice("language", [...path, "language"], "language", HYPHENATION_LANGUAGES)),
    letters("shortestWord"),
    letters("before"),
    letters("after"),
    row(figure("ladder", [...path, "ladder"], "lines", KIT_LIMITS.ladder)),
    row(toggle("capitals", [...path, "capitals"])),
    row(toggle("lastWord", [...path, "lastWord"])),
  ];
}

function rangeRow(name: "wordSpace" | "letterSpace" | "glyphScale", path: TreePath, step: number): FieldRow {
  const range = [...path, name];
  return {
    id: idOf(range),
    name,
    fields: (["min", "desired", "max"] as const).map((end) =>
      figure(end, [...range, end], "percent", KIT_LIMITS[name], step),
    ),
  };
}

function styleGroups(tree: KitTree, at: SpecAt, style: StyleName): readonly FieldGroup[] {
  const path = ["specs", at.spec, "styles", style];
  const length = (name: FieldName, member: string): FieldRow =>
    row(figure(name, [...path, member], "points", KIT_LIMITS.length, 0.5));
  return [
    {
      id: idOf([...path, "type"]),
      name: "type",
      rows: [
        faceRow(tree, [...path, "face"]),
        row(figure("size", [...path, "sizePt"], "points", KIT_LIMITS.typeSize, 0.5)),
        row(figure("leading", [...path, "leadingPt"], "points", KIT_LIMITS.typeSize, 0.5)),
        row(figure("tracking", [...path, "trackingPerMille"], "perMille", KIT_LIMITS.tracking)),
      ],
    },
    {
      id: idOf([...path, "setting"]),
      name: "setting",
      rows: [
        columnsRow(tree, [...path, "columns"]),
        row(choice("alignment", [...path, "alignment"], "alignment", ALIGNMENTS)),
        row(choice("composer", [...path, "composer"], "composer", COMPOSERS)),
        row(choice("place", [...path, "place"], "place", PLACES)),
        row(text("lead", [...path, "lead"], KIT_TEXTS.lead, true)),
      ],
    },
    {
      // What is wrong with the style as a whole is that its indents leave no room.
      id: idOf(path),
      name: "indents",
      rows: [
        length("indentLeft", "indentLeftPt"),
        length("indentRight", "indentRightPt"),
        row(figure("indentFirst", [...path, "indentFirstPt"], "points", KIT_LIMITS.shift, 0.5)),
        length("spaceBefore", "spaceBeforePt"),
        length("spaceAfter", "spaceAfterPt"),
      ],
    },
    {
      id: idOf([...path, "justification"]),
      name: "justification",
      heads: ["min", "desired", "max"],
      rows: [
        rangeRow("wordSpace", [...path, "justification"], 1),
        rangeRow("letterSpace", [...path, "justification"], 0.5),
        rangeRow("glyphScale", [...path, "justification"], 0.5),
      ],
    },
    {
      id: idOf([...path, "hyphenation-rules"]),
      name: "hyphenation",
      rows: hyphenationRows(tree, at, [...path, "hyphenation"]),
    },
  ];
}

function dropCapRows(tree: KitTree, { spec }: SpecAt): readonly FieldRow[] {
  const path = ["specs", spec, "firstParagraph", "dropCap"];
  const face = valueAt(tree, ["specs", spec, "styles", "paragraph", "face"]);
  const usual: Omit<DropCap, "face"> = { lines: 3, characters: 1, gapPt: 3 };
  const dropCap = row(toggle("dropCap", path, { ...usual, face }, null));
  if (valueAt(tree, path) === null) return [dropCap];
  return [
    dropCap,
    row(figure("dropCapLines", [...path, "lines"], "lines", KIT_LIMITS.dropCapLines)),
    row(figure("dropCapCharacters", [...path, "characters"], "letters", KIT_LIMITS.dropCapCharacters)),
    faceRow(tree, [...path, "face"]),
    row(figure("gap", [...path, "gapPt"], "points", KIT_LIMITS.length, 0.5)),
  ];
}

function firstGroups(tree: KitTree, at: SpecAt): readonly FieldGroup[] {
  const path = ["specs", at.spec, "firstParagraph"];
  const dateline = ["specs", at.spec, "dateline"];
  return [
    {
      id: idOf(path),
      name: "firstParagraph",
      rows: [
        row(figure("indentFirst", [...path, "indentFirstPt"], "points", KIT_LIMITS.shift, 0.5)),
        row(toggle("alsoAfterSubhead", [...path, "alsoAfterSubhead"])),
      ],
    },
    { id: idOf([...path, "cap"]), name: "dropCap", rows: dropCapRows(tree, at) },
    {
      id: idOf(dateline),
      name: "dateline",
      rows: [
        faceRow(tree, [...dateline, "face"]),
        row(choice("datelineCapitals", [...dateline, "capitals"], "capitals", ["as-typed", "all", "small"])),
      ],
    },
  ];
}

/** The depth of a picture across so many columns, which the kit may leave to its proportions. */
function depthField(tree: KitTree, { spec }: SpecAt, columns: number, shape: PictureShape): FigureField {
  const list = ["specs", spec, "pictures", "depths"];
  const found = listAt(tree, list).findIndex(
    (depth) => figureAt(depth, ["columns"]) === columns && textAt(depth, ["shape"]) === shape,
  );
  const path = found < 0 ? [...list, `${String(columns)}-${shape}`] : [...list, found, "depthPt"];
  return {
    ...figure(shape, path, "points", KIT_LIMITS.positiveLength, 1, { columns, shape }),
    id: idOf([...list, `${String(columns)}-${shape}`]),
    depthOf: { columns, shape },
  };
}

function pictureGroups(tree: KitTree, at: SpecAt): readonly FieldGroup[] {
  const path = ["specs", at.spec, "pictures"];
  const length = (name: FieldName, member: string): FieldRow =>
    row(figure(name, [...path, member], "points", KIT_LIMITS.length, 0.5));
  return [
    {
      id: idOf(path),
      name: "pictures",
      rows: [
        columnsRow(tree, [...path, "columns"]),
        row(choice("place", [...path, "place"], "place", PLACES)),
        length("captionGap", "gapPt"),
        length("spaceBefore", "spaceBeforePt"),
        length("spaceAfter", "spaceAfterPt"),
      ],
    },
    {
      id: idOf([...path, "depths"]),
      name: "depths",
      heads: PICTURE_SHAPES,
      rows: measuredColumns(tree).map((columns) => ({
        id: idOf([...path, "depths", columns]),
        name: "acrossColumns",
        columns,
        fields: PICTURE_SHAPES.map((shape) => depthField(tree, at, columns, shape)),
      })),
    },
  ];
}

function pageGroups(tree: KitTree): readonly FieldGroup[] {
  const length = (name: FieldName, member: string, limits: Limits): FieldRow =>
    row(figure(name, ["page", member], "points", limits));
  return [
    {
      id: "page",
      name: "page",
      rows: [
        length("pageWidth", "widthPt", KIT_LIMITS.positiveLength),
        length("pageHeight", "heightPt", KIT_LIMITS.positiveLength),
        length("marginTop", "marginTopPt", KIT_LIMITS.length),
        length("marginBottom", "marginBottomPt", KIT_LIMITS.length),
        length("marginInside", "marginInsidePt", KIT_LIMITS.length),
        length("marginOutside", "marginOutsidePt", KIT_LIMITS.length),
      ],
    },
    {
      id: "page.grid",
      name: "grid",
      rows: [
        row(figure("pageColumns", ["page", "columns"], null, KIT_LIMITS.columns)),
        length("gutter", "gutterPt", KIT_LIMITS.length),
      ],
    },
    {
      id: "page.measures",
      name: "measures",
      rows: listAt(tree, ["page", "measures"]).map((measure, index) =>
        row(
          figure(
            "acrossColumns",
            ["page", "measures", index, "widthPt"],
            "points",
            KIT_LIMITS.positiveLength,
            1,
            { columns: figureAt(measure, ["columns"]) ?? index + 1 },
          ),
        ),
      ),
    },
  ];
}

/** A font's family is the desk's to name: a semibold is one of its own. */
function fontRow(index: number): FieldRow {
  const path = ["fonts", index];
  return {
    id: idOf(path),
    name: "face",
    fields: [
      text("family", [...path, "family"], KIT_TEXTS.name),
      choice("faceStyle", [...path, "style"], "faceStyle", FACE_STYLES),
    ],
  };
}

function specGroups({ spec }: SpecAt): readonly FieldGroup[] {
  const path = ["specs", spec];
  const codes: CodesField = {
    kind: "codes",
    id: idOf([...path, "headlineCodes"]),
    path: [...path, "headlineCodes"],
    name: "headlineCodes",
  };
  return [
    {
      id: idOf(path),
      name: "spec",
      rows: [
        row(text("specName", [...path, "name"], KIT_TEXTS.name)),
        row(toggle("leadingGrid", [...path, "leadingGrid"])),
      ],
    },
    { id: idOf([...path, "headlines"]), name: "headlines", rows: [row(codes)] },
  ];
}

/** The fields of a part of a kit as it stands, in groups. */
export function groupsOf(tree: KitTree, at: SpecAt, part: KitPart): readonly FieldGroup[] {
  switch (part) {
    case "kit":
      return [
        {
          id: "kit",
          name: "kit",
          rows: [
            row(text("kitName", ["name"], KIT_TEXTS.name)),
            row({ ...text("note", ["note"], KIT_TEXTS.note, true), isLong: true }),
          ],
        },
      ];
    case "page":
      return pageGroups(tree);
    case "fonts":
      return [
        { id: "fonts", name: "fonts", rows: listAt(tree, ["fonts"]).map((_, index) => fontRow(index)) },
      ];
    case "spec":
      return specGroups(at);
    case "first":
      return firstGroups(tree, at);
    case "pictures":
      return pictureGroups(tree, at);
    default:
      return styleGroups(tree, at, part);
  }
}

/** Every field of a part. */
export function fieldsOf(tree: KitTree, at: SpecAt, part: KitPart): readonly KitField[] {
  return groupsOf(tree, at, part).flatMap(({ rows }) => rows.flatMap(({ fields }) => fields));
}

/** Which part, and of which column spec, holds a place of a kit. */
export function partOf(path: readonly PropertyKey[]): {
  readonly part: KitPart;
  readonly spec: number | null;
} {
  const [top, index, member, style] = path;
  if (top === "page" || top === "fonts") return { part: top, spec: null };
  if (top !== "specs" || typeof index !== "number") return { part: "kit", spec: null };
  const named = STYLE_NAMES.find((name) => member === "styles" && name === style);
  if (named) return { part: named, spec: index };
  if (member === "firstParagraph" || member === "dateline") return { part: "first", spec: index };
  return { part: member === "pictures" ? "pictures" : "spec", spec: index };
}
