import { canonicalJson } from "#shared/fit/kit/canonical-json.ts";
import { headlineCodeText, parseHeadlineCode } from "#shared/fit/kit/headline-code.ts";
import { gridOf } from "#shared/fit/kit/house-styles.ts";
import type { DeskKit, KitFont, Measure, PageGrid } from "#shared/fit/kit/kit.ts";
import { MOST_HEADLINE_CODES } from "#shared/fit/kit/kit-limits.ts";
import { examineKit, type KitFinding } from "#shared/fit/kit/read-kit.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { KitField, TextField } from "./kit-fields.ts";
import { figureAt, listAt, textAt, valueAt, withValue, type KitTree, type TreePath } from "./kit-tree.ts";
import { writtenFigure, type FigureTrouble } from "./written-figure.ts";

/** Why what was written cannot stand in its field. */
export type WrittenTrouble =
  | FigureTrouble
  | { readonly kind: "empty" }
  | { readonly kind: "too-long"; readonly most: number }
  | { readonly kind: "no-code"; readonly typed: string }
  | { readonly kind: "too-many"; readonly most: number };

/** What stands in a field that could not be taken into the kit. */
interface Refused {
  readonly path: TreePath;
  readonly text: string;
  readonly why: WrittenTrouble;
}

/** A kit that is being edited: the one it was opened from, as it stands, and what could not be taken in. */
export interface KitDraft {
  readonly from: DeskKit;
  readonly tree: KitTree;
  readonly refused: Readonly<Record<string, Refused>>;
  /** For each column spec, which one of the kit it was when that was opened; null for a new one. */
  readonly origins: readonly (number | null)[];
}

/** A trouble of a draft and the id of the field or group at which it is told. */
export interface DraftTrouble {
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly why: WrittenTrouble | { readonly kind: "finding"; readonly finding: KitFinding };
  readonly isWarning: boolean;
}

/** What a draft is: the kit where it is one, and everything that is wrong or looks like a slip. */
export interface ReadDraft {
  readonly kit: DeskKit | null;
  readonly troubles: readonly DraftTrouble[];
}

/** A draft of a kit as it is. */
export function draftOf(kit: DeskKit): KitDraft {
  return { from: kit, tree: kit, refused: {}, origins: kit.specs.map((_, index) => index) };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

function taken(draft: KitDraft, id: string, tree: KitTree): KitDraft {
  return { ...draft, tree, refused: without(draft.refused, id) };
}

function refusedAt(draft: KitDraft, { id, path }: KitField, text: string, why: WrittenTrouble): KitDraft {
  return { ...draft, refused: { ...draft.refused, [id]: { path, text, why } } };
}

/** The codes of a text, one after the other, with commas or spaces between. */
function codesIn(text: string): Result<readonly string[], WrittenTrouble> {
  const codes: string[] = [];
  for (const typed of text.split(/[\s,;]+/u).filter((word) => word !== "")) {
    const code = parseHeadlineCode(typed);
    if (!code) return failed({ kind: "no-code", typed });
    codes.push(headlineCodeText(code));
  }
  return codes.length > MOST_HEADLINE_CODES
    ? failed({ kind: "too-many", most: MOST_HEADLINE_CODES })
    : ok(codes);
}

function textTrouble({ most, mayBeEmpty }: TextField, text: string): WrittenTrouble | null {
  if (!mayBeEmpty && text.trim() === "") return { kind: "empty" };
  return text.length > most ? { kind: "too-long", most } : null;
}

function gridMeasures(tree: KitTree): readonly Measure[] {
  const of = (name: keyof PageGrid): number => figureAt(tree, ["page", name]) ?? 0;
  return gridOf({
    widthPt: of("widthPt"),
    heightPt: of("heightPt"),
    marginTopPt: of("marginTopPt"),
    marginBottomPt: of("marginBottomPt"),
    marginInsidePt: of("marginInsidePt"),
    marginOutsidePt: of("marginOutsidePt"),
    columns: of("columns"),
    gutterPt: of("gutterPt"),
  }).measures;
}

const HAIR_PT = 0.01;

/** Whether the measures are those that follow from the page and its columns. */
export function followsGrid({ tree }: Pick<KitDraft, "tree">): boolean {
  const grid = gridMeasures(tree);
  const own = listAt(tree, ["page", "measures"]);
  return (
    own.length === grid.length &&
    grid.every(
      ({ columns, widthPt }, index) =>
        valueAt(own[index], ["columns"]) === columns &&
        Math.abs(Number(valueAt(own[index], ["widthPt"])) - widthPt) < HAIR_PT,
    )
  );
}

function isSound(measures: readonly Measure[]): boolean {
  return measures.length > 0 && measures.every(({ widthPt }) => widthPt >= 1);
}

/** The measures that follow from the page and its columns, in place of the kit's own; the same draft where the page has no room for columns. */
export function takeGrid(draft: KitDraft): KitDraft {
  const measures = gridMeasures(draft.tree);
  return isSound(measures)
    ? { ...draft, tree: withValue(draft.tree, ["page", "measures"], measures) }
    : draft;
}

/** A change of the page takes the measures along where they followed from it. */
function withPage(draft: KitDraft, changed: KitDraft): KitDraft {
  return followsGrid(draft) ? takeGrid(changed) : changed;
}

function depthsOf({ path }: KitField): TreePath {
  return path.slice(0, path.indexOf("depths") + 1);
}

function withDepth(
  tree: KitTree,
  field: KitField & { readonly kind: "figure" },
  depthPt: number | null,
): KitTree {
  if (!field.depthOf) return tree;
  const list = depthsOf(field);
  const { columns, shape } = field.depthOf;
  const isIt = (depth: unknown): boolean =>
    valueAt(depth, ["columns"]) === columns && textAt(depth, ["shape"]) === shape;
  const depths = listAt(tree, list);
  if (depthPt === null)
    return withValue(
      tree,
      list,
      depths.filter((depth) => !isIt(depth)),
    );
  return depths.some(isIt)
    ? withValue(
        tree,
        list,
        depths.map((depth) => (isIt(depth) ? { columns, shape, depthPt } : depth)),
      )
    : withValue(tree, list, [...depths, { columns, shape, depthPt }]);
}

/** Writes a text into a field. What cannot be taken stays in the field, with the reason, and the kit as it was. */
export function write(draft: KitDraft, field: KitField, text: string): KitDraft {
  const { id, path } = field;
  if (field.kind === "figure") {
    if (field.depthOf && text.trim() === "") return taken(draft, id, withDepth(draft.tree, field, null));
    const read = writtenFigure(text, field.limits, field.unit === "points");
    if (!read.ok) return refusedAt(draft, field, text, read.error);
    if (field.depthOf) return taken(draft, id, withDepth(draft.tree, field, read.value));
    const changed = taken(draft, id, withValue(draft.tree, path, read.value));
    return path[0] === "page" && path[1] !== "measures" ? withPage(draft, changed) : changed;
  }
  if (field.kind === "codes") {
    const codes = codesIn(text);
    return codes.ok
      ? taken(draft, id, withValue(draft.tree, path, codes.value))
      : refusedAt(draft, field, text, codes.error);
  }
  if (field.kind === "text") {
    const why = textTrouble(field, text);
    return why ? refusedAt(draft, field, text, why) : taken(draft, id, withValue(draft.tree, path, text));
  }
  return draft;
}

/** Chooses one of a field's choices, or puts a switch on or off. What is not among the choices changes nothing. */
export function choose(draft: KitDraft, field: KitField, value: string | boolean): KitDraft {
  if (field.kind === "switch") {
    const next = withValue(draft.tree, field.path, value === true ? field.on : field.off);
    // What was refused in the fields of a thing that is switched off went with it.
    const refused = Object.fromEntries(
      Object.entries(draft.refused).filter(([id]) => !id.startsWith(`${field.id}.`)),
    );
    return { ...draft, tree: next, refused };
  }
  if (field.kind !== "choice") return draft;
  const chosen = field.choices.find((one) => String(one) === value);
  return chosen === undefined ? draft : taken(draft, field.id, withValue(draft.tree, field.path, chosen));
}

/** What a field holds: what was written last, else the kit's value as text with this decimal point. */
export function shownText(draft: KitDraft, field: KitField, figureText: (value: number) => string): string {
  const refused = draft.refused[field.id];
  return refused ? refused.text : valueText(draft.tree, field, figureText);
}

/** Where a field stood when the kit was opened; null where it is of a new column spec. */
function originOf({ origins }: KitDraft, field: KitField): KitField | null {
  const [top, spec, ...rest] = field.path;
  if (top !== "specs" || typeof spec !== "number") return field;
  const was = origins[spec] ?? null;
  return was === null ? null : { ...field, path: [top, was, ...rest] };
}

/** What a field held when the kit was opened; undefined where it was not there. */
export function valueBefore(draft: KitDraft, field: KitField): unknown {
  const origin = originOf(draft, field);
  return origin ? valueIn(draft.from, origin) : undefined;
}

/** What a kit holds in a field; undefined where a picture's depth is left to its proportions. */
export function valueIn(tree: KitTree, field: KitField): unknown {
  if (field.kind !== "figure" || !field.depthOf) return valueAt(tree, field.path);
  const { columns, shape } = field.depthOf;
  const found = listAt(tree, depthsOf(field)).find(
    (depth) => valueAt(depth, ["columns"]) === columns && textAt(depth, ["shape"]) === shape,
  );
  return valueAt(found, ["depthPt"]);
}

/** The same as text. */
export function valueText(tree: KitTree, field: KitField, figureText: (value: number) => string): string {
  const value = valueIn(tree, field);
  if (typeof value === "number") return figureText(value);
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" ? value : "";
}

/** Puts a field back to what the kit held when it was opened; one that was not there loses what was refused in it. */
export function putBack(draft: KitDraft, field: KitField): KitDraft {
  const was = valueBefore(draft, field);
  if (field.kind === "figure" && field.depthOf) {
    const depthPt = typeof was === "number" ? was : null;
    return taken(draft, field.id, withDepth(draft.tree, field, depthPt));
  }
  if (was === undefined) return taken(draft, field.id, draft.tree);
  const changed = taken(draft, field.id, withValue(draft.tree, field.path, was));
  return field.path[0] === "page" && field.path[1] !== "measures" ? withPage(draft, changed) : changed;
}

/** Whether a field holds something else than when the kit was opened. */
export function isFieldChanged(draft: KitDraft, field: KitField): boolean {
  if (field.id in draft.refused) return true;
  const was = valueBefore(draft, field);
  const isDepth = field.kind === "figure" && field.depthOf !== undefined && originOf(draft, field) !== null;
  if (was === undefined && !isDepth) return false;
  return canonicalJson(was ?? null) !== canonicalJson(valueIn(draft.tree, field) ?? null);
}

/** Whether anything is otherwise than when the kit was opened. */
export function isChanged({ from, tree, refused }: KitDraft): boolean {
  return Object.keys(refused).length > 0 || canonicalJson(from) !== canonicalJson(tree);
}

/** Takes a font in that the newsroom has. */
export function withFont(draft: KitDraft, font: KitFont): KitDraft {
  return { ...draft, tree: withValue(draft.tree, ["fonts"], [...listAt(draft.tree, ["fonts"]), font]) };
}

/** Takes a font out of the kit; a style that asks for it is then in trouble. */
export function withoutFont(draft: KitDraft, index: number): KitDraft {
  const fonts = listAt(draft.tree, ["fonts"]).filter((_, at) => at !== index);
  return { ...draft, tree: withValue(draft.tree, ["fonts"], fonts) };
}

/** Adds a copy of a column spec under another name, behind all others. */
export function withCopyOfSpec(draft: KitDraft, index: number, name: string): KitDraft {
  const specs = listAt(draft.tree, ["specs"]);
  const copy = withValue(specs[index], ["name"], name);
  const tree = withValue(draft.tree, ["specs"], [...specs, copy]);
  return { ...draft, tree, origins: [...draft.origins, null] };
}

/** Takes a column spec out, and what was refused in its fields and in those after it. The last one stays. */
export function withoutSpec(draft: KitDraft, index: number): KitDraft {
  const specs = listAt(draft.tree, ["specs"]);
  if (specs.length < 2) return draft;
  const refused = Object.fromEntries(
    Object.entries(draft.refused).filter(([, { path }]) => path[0] !== "specs" || Number(path[1]) < index),
  );
  const tree = withValue(
    draft.tree,
    ["specs"],
    specs.filter((_, at) => at !== index),
  );
  return { ...draft, tree, refused, origins: draft.origins.filter((_, at) => at !== index) };
}

/**
 * What a draft comes to. It is a kit where nothing was refused at a field and the kit's own reader
 * finds nothing but slips: whatever is given here is read by every Stet.
 */
export function readDraft({ tree, refused }: KitDraft): ReadDraft {
  const written = Object.entries(refused).map(([id, { path, why }]): DraftTrouble => ({
    id,
    path,
    why,
    isWarning: false,
  }));
  const { kit, findings } = examineKit(tree);
  const found = findings.map((finding): DraftTrouble => ({
    id: finding.path.map(String).join("."),
    path: finding.path,
    why: { kind: "finding", finding },
    isWarning: finding.isWarning === true,
  }));
  const troubles = [...written, ...found];
  return { kit: troubles.some(({ isWarning }) => !isWarning) ? null : kit, troubles };
}
