import type { core } from "zod";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { deskKitSchema } from "./kit-schema.ts";
import { parseHeadlineCode } from "./headline-code.ts";
import { STYLE_NAMES, type ColumnSpec, type DeskKit, type Face } from "./kit.ts";
import type { KitTrouble } from "./kit-trouble.ts";
import { placeInWords } from "./place-in-words.ts";

/** A kit that can be used, and what in it looks like a slip. */
export interface ReadKit {
  readonly kit: DeskKit;
  readonly warnings: readonly KitTrouble[];
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of values",
  null: "nothing",
  int: "a whole number",
};

function schemaMessage(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `is missing; it must be ${TYPES[issue.expected] ?? issue.expected}`
        : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => String(value)).join(" or ")}`;
    case "unrecognized_keys":
      return `holds what this Stet does not know: ${issue.keys.join(", ")}`;
    default:
      return issue.message;
  }
}

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly isWarning?: true;
}

function pageFindings({ page }: DeskKit): readonly Finding[] {
  const { widthPt, marginInsidePt, marginOutsidePt, columns, gutterPt, measures } = page;
  const liveWidthPt = widthPt - marginInsidePt - marginOutsidePt;
  const columnPt = (liveWidthPt - (columns - 1) * gutterPt) / columns;
  const found: Finding[] = [];
  if (columnPt < 1) {
    found.push({ path: ["page", "columns"], message: "leave no width for a column between these margins" });
  }
  if (page.heightPt - page.marginTopPt - page.marginBottomPt < 1) {
    found.push({ path: ["page", "heightPt"], message: "leaves no depth between these margins" });
  }
  for (const [index, measure] of measures.entries()) {
    const path = ["page", "measures", index];
    if (measures.findIndex((other) => other.columns === measure.columns) < index) {
      found.push({
        path,
        message: `is a second measure of ${String(measure.columns)} columns; there can be one`,
      });
    }
    if (measure.widthPt > liveWidthPt + 0.01) {
      found.push({
        path: [...path, "widthPt"],
        message: "is wider than the page between its margins",
        isWarning: true,
      });
    }
  }
  return found;
}

function fontFindings({ fonts }: DeskKit): readonly Finding[] {
  return fonts.flatMap((font, index) => {
    const same = fonts.findIndex(({ family, style }) => family === font.family && style === font.style);
    const path = ["fonts", index];
    return same < index ? [{ path, message: `is a second font for ${font.family} ${font.style}` }] : [];
  });
}

function specFindings(kit: DeskKit, spec: ColumnSpec, at: number): readonly Finding[] {
  const found: Finding[] = [];
  const here = ["specs", at];
  const needs = ({ family, style }: Face, path: readonly PropertyKey[]): void => {
    if (!kit.fonts.some((font) => font.family === family && font.style === style)) {
      found.push({ path, message: `asks for ${family} ${style}, which is not among the kit's fonts` });
    }
  };
  const fits = (columns: number, path: readonly PropertyKey[]): void => {
    if (!kit.page.measures.some((measure) => measure.columns === columns)) {
      found.push({ path, message: `asks for a measure of ${String(columns)} columns, which the page lacks` });
    }
  };
  if (kit.specs.findIndex(({ name }) => name === spec.name) < at) {
    found.push({ path: here, message: "is a second column spec of this name" });
  }
  for (const name of STYLE_NAMES) {
    const style = spec.styles[name];
    const path = [...here, "styles", name];
    needs(style.face, [...path, "face"]);
    fits(style.columns, [...path, "columns"]);
    if (style.leadingPt < style.sizePt) {
      found.push({
        path: [...path, "leadingPt"],
        message: `is ${String(style.leadingPt)} points, smaller than the size of ${String(style.sizePt)} points: lines may touch`,
        isWarning: true,
      });
    }
    const widthPt = kit.page.measures.find(({ columns }) => columns === style.columns)?.widthPt ?? Infinity;
    if (style.indentLeftPt + style.indentRightPt + Math.max(0, style.indentFirstPt) >= widthPt) {
      found.push({ path, message: "has indents that leave no width for text" });
    }
    if (style.indentLeftPt + style.indentFirstPt < 0) {
      found.push({ path: [...path, "indentFirstPt"], message: "reaches out of the column on the left" });
    }
  }
  needs(spec.dateline.face, [...here, "dateline", "face"]);
  if (spec.firstParagraph.dropCap) {
    needs(spec.firstParagraph.dropCap.face, [...here, "firstParagraph", "dropCap", "face"]);
  }
  fits(spec.pictures.columns, [...here, "pictures", "columns"]);
  for (const [index, code] of spec.headlineCodes.entries()) {
    fits(parseHeadlineCode(code)?.columns ?? 0, [...here, "headlineCodes", index]);
  }
  return found;
}

function findings(kit: DeskKit): readonly Finding[] {
  return [
    ...pageFindings(kit),
    ...fontFindings(kit),
    ...kit.specs.flatMap((spec, at) => specFindings(kit, spec, at)),
  ];
}

/**
 * Reads a kit from outside. Refused with every trouble where its shape is wrong, a style asks for
 * a font or measure that is not there, or two things share a name; what only looks like a slip,
 * as leading below the size, is a warning.
 */
export function readKit(from: unknown): Result<ReadKit, readonly [KitTrouble, ...KitTrouble[]]> {
  const read = deskKitSchema.safeParse(from, { reportInput: true });
  if (!read.success) {
    const [first, ...others] = read.error.issues.map((issue) => ({
      place: placeInWords(from, issue.path),
      message: schemaMessage(issue),
    }));
    return failed([first ?? { place: "the kit", message: "cannot be read" }, ...others]);
  }
  const kit = read.data;
  const troubles = { errors: [] as KitTrouble[], warnings: [] as KitTrouble[] };
  for (const { path, message, isWarning } of findings(kit)) {
    (isWarning ? troubles.warnings : troubles.errors).push({ place: placeInWords(kit, path), message });
  }
  const [first, ...others] = troubles.errors;
  return first ? failed([first, ...others]) : ok({ kit, warnings: troubles.warnings });
}
