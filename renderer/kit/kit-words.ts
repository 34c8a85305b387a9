import type { KitFindingCode } from "#shared/fit/kit/read-kit.ts";
import { words } from "#shared/language/index.ts";
import type { DraftTrouble, KitDraft } from "./kit-draft.ts";
import { anchorOf } from "./trouble-anchor.ts";
import {
  groupsOf,
  partOf,
  type ChoiceField,
  type FieldRow,
  type KitField,
  type KitPart,
} from "./kit-fields.ts";
import { figureAt, listAt, textAt, type KitTree } from "./kit-tree.ts";
import { figureText } from "./written-figure.ts";

/** A figure as the language writes it, to a thousandth. */
export function shownFigure(value: number): string {
  return figureText(value, words().forms.decimal(0.5, 1).charAt(1));
}

function isNamed(code: KitFindingCode): code is Exclude<KitFindingCode, "form"> {
  return code !== "form";
}

/** Why a field is in trouble, as the end of a sentence that begins with its name. */
export function troubleText({ why }: DraftTrouble): string {
  const { troubles } = words().kit;
  switch (why.kind) {
    case "no-figure":
      return troubles.noFigure({ text: why.text });
    case "not-whole":
      return troubles.notWhole;
    case "too-little":
      return troubles.tooLittle({ least: shownFigure(why.least) });
    case "too-much":
      return troubles.tooMuch({ most: shownFigure(why.most) });
    case "empty":
      return troubles.empty;
    case "too-long":
      return troubles.tooLong({ most: why.most });
    case "no-code":
      return troubles.noCode({ typed: why.typed });
    case "too-many":
      return troubles.tooMany({ most: why.most });
    default:
      return isNamed(why.finding.code) ? troubles.findings[why.finding.code] : why.finding.message;
  }
}

/** What a line of the editor is called. */
export function rowName({ name, columns }: Pick<FieldRow, "name" | "columns">): string {
  const { kit } = words();
  return columns === undefined ? kit.fields[name] : kit.across({ columns });
}

/** What a choice is called. */
export function choiceText({ set }: ChoiceField, value: string | number, tree: KitTree): string {
  const { kit } = words();
  if (set === "family") return String(value);
  if (set === "measure") {
    const columns = Number(value);
    const measure = listAt(tree, ["page", "measures"]).find((one) => figureAt(one, ["columns"]) === columns);
    return kit.measure({ columns, widthPt: figureAt(measure, ["widthPt"]) });
  }
  const names: Readonly<Record<string, string>> = kit.choices[set];
  return names[value] ?? String(value);
}

/** What a part is called, with a capital. */
export function partName(part: KitPart): string {
  const name = words().kit.parts[part];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The name of a field for a sentence: of a row of several, with its heading. */
export function fieldName(field: KitField): string {
  const { kit } = words();
  const name = kit.fields[field.name];
  if (field.kind !== "figure" || field.columns === undefined) return name;
  const across = kit.across({ columns: field.columns });
  return field.shape === undefined ? across : kit.oneOf({ name: across, head: name });
}

/** Where a trouble is: the part, and the field in it. */
export function placeText({ tree }: KitDraft, trouble: DraftTrouble): string {
  const { kit } = words();
  const { part, spec } = partOf(trouble.path);
  const groups = groupsOf(tree, { spec: spec ?? 0 }, part);
  const anchor = anchorOf(groups, trouble);
  const rows = groups.flatMap((group) => group.rows);
  const field = rows.flatMap(({ fields }) => fields).find(({ id }) => id === anchor);
  const row = rows.find(({ id }) => id === anchor);
  const name = field ? fieldName(field) : row ? rowName(row) : null;
  const place =
    spec === null
      ? partName(part)
      : kit.placeOf({ part: textAt(tree, ["specs", spec, "name"]), field: partName(part) });
  return name === null ? place : kit.placeOf({ part: place, field: name });
}
