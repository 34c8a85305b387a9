import type { core } from "zod";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { deskKitSchema, OUT_OF_ORDER } from "./kit-schema.ts";
import { parseHeadlineCode } from "./headline-code.ts";
import { STYLE_NAMES, type ColumnSpec, type DeskKit, type Face } from "./kit.ts";
import type { KitFault, KitTrouble } from "./kit-trouble.ts";
import { placeInWords, stepsTo } from "./place-in-words.ts";

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

function schemaFault(issue: core.$ZodIssue): KitFault {
  switch (issue.code) {
    case "invalid_type":
      return { name: issue.input === undefined ? "missing" : "otherType", of: issue.expected };
    case "invalid_value":
      return { name: "otherValue", of: issue.values.map((value) => String(value)).join(", ") };
    case "unrecognized_keys":
      return { name: "unknownParts", of: issue.keys.join(", ") };
    default:
      return issue.message === OUT_OF_ORDER
        ? { name: "out-of-order" }
        : { name: "otherForm", of: issue.message };
  }
}

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

/** What can be wrong with a kit whose shape is right, or look like a slip. */
export type KitFindingCode =
  | "no-column-width"
  | "no-page-depth"
  | "second-measure"
  | "beyond-page"
  | "second-font"
  | "no-face"
  | "no-measure"
  | "second-spec"
  | "lines-touch"
  | "no-width"
  | "out-of-column"
  | "out-of-order"
  | "form";

/** Something wrong with a kit, or what only looks like a slip: where, what, and in words. */
export interface KitFinding {
  /** The way to it from the kit. */
  readonly path: readonly PropertyKey[];
  readonly code: KitFindingCode;
  readonly message: string;
  /** The same for another language, where the code alone does not say it. */
  readonly fault?: KitFault;
  readonly isWarning?: true;
}

/** A kit as far as it could be read, and everything that was found in it. */
export interface ExaminedKit {
  /** Null where its shape is wrong. */
  readonly kit: DeskKit | null;
  readonly findings: readonly KitFinding[];
}

function pageFindings({ page }: DeskKit): readonly KitFinding[] {
  const { widthPt, marginInsidePt, marginOutsidePt, columns, gutterPt, measures } = page;
  const liveWidthPt = widthPt - marginInsidePt - marginOutsidePt;
  const columnPt = (liveWidthPt - (columns - 1) * gutterPt) / columns;
  const found: KitFinding[] = [];
  if (columnPt < 1) {
    found.push({
      path: ["page", "columns"],
      code: "no-column-width",
      message: "leave no width for a column between these margins",
    });
  }
  if (page.heightPt - page.marginTopPt - page.marginBottomPt < 1) {
    found.push({
      path: ["page", "heightPt"],
      code: "no-page-depth",
      message: "leaves no depth between these margins",
    });
  }
  for (const [index, measure] of measures.entries()) {
    const path = ["page", "measures", index];
    if (measures.findIndex((other) => other.columns === measure.columns) < index) {
      found.push({
        path,
        code: "second-measure",
        message: `is a second measure of ${String(measure.columns)} columns; there can be one`,
      });
    }
    if (measure.widthPt > liveWidthPt + 0.01) {
      found.push({
        path: [...path, "widthPt"],
        code: "beyond-page",
        message: "is wider than the page between its margins",
        isWarning: true,
      });
    }
  }
  return found;
}

function fontFindings({ fonts }: DeskKit): readonly KitFinding[] {
  return fonts.flatMap((font, index) => {
    const same = fonts.findIndex(({ family, style }) => family === font.family && style === font.style);
    const path = ["fonts", index];
    return same < index
      ? [{ path, code: "second-font", message: `is a second font for ${font.family} ${font.style}` }]
      : [];
  });
}

function specFindings(kit: DeskKit, spec: ColumnSpec, at: number): readonly KitFinding[] {
  const found: KitFinding[] = [];
  const here = ["specs", at];
  const needs = ({ family, style }: Face, path: readonly PropertyKey[]): void => {
    if (!kit.fonts.some((font) => font.family === family && font.style === style)) {
      found.push({
        path,
        code: "no-face",
        message: `asks for ${family} ${style}, which is not among the kit's fonts`,
      });
    }
  };
  const fits = (columns: number, path: readonly PropertyKey[]): void => {
    if (!kit.page.measures.some((measure) => measure.columns === columns)) {
      found.push({
        path,
        code: "no-measure",
        message: `asks for a measure of ${String(columns)} columns, which the page lacks`,
      });
    }
  };
  if (kit.specs.findIndex(({ name }) => name === spec.name) < at) {
    found.push({ path: here, code: "second-spec", message: "is a second column spec of this name" });
  }
  for (const name of STYLE_NAMES) {
    const style = spec.styles[name];
    const path = [...here, "styles", name];
    needs(style.face, [...path, "face"]);
    fits(style.columns, [...path, "columns"]);
    if (style.leadingPt < style.sizePt) {
      found.push({
        path: [...path, "leadingPt"],
        code: "lines-touch",
        message: `is ${String(style.leadingPt)} points, smaller than the size of ${String(style.sizePt)} points: lines may touch`,
        isWarning: true,
      });
    }
    const widthPt = kit.page.measures.find(({ columns }) => columns === style.columns)?.widthPt ?? Infinity;
    if (style.indentLeftPt + style.indentRightPt + Math.max(0, style.indentFirstPt) >= widthPt) {
      found.push({ path, code: "no-width", message: "has indents that leave no width for text" });
    }
    if (style.indentLeftPt + style.indentFirstPt < 0) {
      found.push({
        path: [...path, "indentFirstPt"],
        code: "out-of-column",
        message: "reaches out of the column on the left",
      });
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

function findings(kit: DeskKit): readonly KitFinding[] {
  return [
    ...pageFindings(kit),
    ...fontFindings(kit),
    ...kit.specs.flatMap((spec, at) => specFindings(kit, spec, at)),
  ];
}

/**
 * Looks at a kit from outside: its shape, and where that is right, what does not fit together. What
 * is no warning keeps it from being used.
 */
export function examineKit(from: unknown): ExaminedKit {
  const read = deskKitSchema.safeParse(from, { reportInput: true });
  if (read.success) return { kit: read.data, findings: findings(read.data) };
  const issues = read.error.issues.map((issue): KitFinding => ({
    path: issue.path,
    code: issue.message === OUT_OF_ORDER ? "out-of-order" : "form",
    message: schemaMessage(issue),
    fault: schemaFault(issue),
  }));
  return { kit: null, findings: issues };
}

/**
 * Reads a kit from outside. Refused with every trouble where its shape is wrong, a style asks for
 * a font or measure that is not there, or two things share a name; what only looks like a slip,
 * as leading below the size, is a warning.
 */
export function readKit(from: unknown): Result<ReadKit, readonly [KitTrouble, ...KitTrouble[]]> {
  const { kit, findings: found } = examineKit(from);
  const troubles = { errors: [] as KitTrouble[], warnings: [] as KitTrouble[] };
  for (const { path, code, message, fault, isWarning } of found) {
    (isWarning ? troubles.warnings : troubles.errors).push({
      place: placeInWords(from, path),
      message,
      steps: stepsTo(from, path),
      fault: fault ?? (code === "form" ? { name: "otherForm", of: message } : { name: code }),
    });
  }
  const [first, ...others] = troubles.errors;
  if (first) return failed([first, ...others]);
  return kit
    ? ok({ kit, warnings: troubles.warnings })
    : failed([{ place: "the kit", message: "cannot be read", steps: [], fault: { name: "unreadable" } }]);
}
