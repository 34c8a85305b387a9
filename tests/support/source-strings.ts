import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

/** Something in a source file that a rule of the interface's language forbids there. */
export interface Finding {
  /** `renderer/app/rail.tsx:12`. */
  readonly place: string;
  readonly text: string;
}

const ROOT = path.resolve(import.meta.dirname, "../..");

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((value): readonly Node[] => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

/** Goes through a tree, `parents` from the outermost; does not go under a node for which `visit` gives false. */
function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => boolean,
  parents: readonly Node[] = [],
): void {
  if (!visit(node, parents)) return;
  for (const child of childrenOf(node)) walk(child, visit, [...parents, node]);
}

/** The source files under a folder of the repository, by their paths from its root. */
export function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .toSorted();
}

function findIn(
  file: string,
  text: string,
  find: (node: Node, parents: readonly Node[]) => string | boolean,
): readonly Finding[] {
  const found: Finding[] = [];
  // The parser's own types are another package's; the tree is read as plain data.
  const program: unknown = parseSync(file, text).program;
  if (!isNode(program)) throw new Error(`${file} could not be read.`);
  walk(program, (node, parents) => {
    const what = find(node, parents);
    if (typeof what === "boolean") return what;
    const line = text.slice(0, node.start).split("\n").length;
    found.push({ place: `${file}:${String(line)}`, text: what });
    return true;
  });
  return found;
}

const IS_FUNCTION = /^(?:ArrowFunctionExpression|FunctionDeclaration|FunctionExpression)$/;

function nameOf(value: unknown): string {
  if (!isNode(value)) return "";
  const { name } = value;
  return typeof name === "string" ? name : "";
}

/** Where the catalogue is asked while a module loads: what is kept from there does not follow a change of language. */
export function askedWhileLoading(
  file: string,
  text = readFileSync(path.join(ROOT, file), "utf8"),
): readonly Finding[] {
  return findIn(file, text, (node) => {
    if (IS_FUNCTION.test(node.type)) return false;
    const callee = node.type === "CallExpression" ? nameOf(node["callee"]) : "";
    return /^(?:words|useWords|titleOf|spokenLanguage)$/.test(callee) ? `${callee}()` : true;
  });
}

/** Attributes that a person reads or hears. */
const READ_ATTRIBUTE =
  /^(?:title|alt|placeholder|label|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
/** Attributes, calls and members whose strings nobody reads. */
const UNREAD_ATTRIBUTE = /^(?:class(?:Name)?|style|font|accept|id|rel|target|key|preserveAspectRatio)$/;
/** Two words beside each other, or a word and the end of a sentence. */
const PROSE = /\p{L}{2,}[,;:]? \p{L}|^\p{Lu}\p{L}*\p{Ll}[.…:!?]?$|\p{L} .*[.…!?]$/u;
/** Words that stand in the sources as names of something: groups of commands, keys, the program itself. */
const NAMES =
  /^(?:Story|Edit|Block|View|Desk|Help|Stet|Mod|Meta|Control|Ctrl|Alt|Shift|Enter|Escape|Esc|Tab|Home|End|Del|Delete|Backspace|Slash|Backslash|Comma|Period|Semicolon|Quote|Minus|Equal|Backquote|Dead|Space|AltGraph|Range|Arrow\w+|Page\w+|Bracket\w+|Files)$/;
const CSS = /^[(:.#[]|minmax\(/;
const WORD = /\p{L}{2}/u;

function textOf(node: Node): string | null {
  if (node.type === "JSXText" || node.type === "Literal") {
    const { value } = node;
    return typeof value === "string" ? value : null;
  }
  if (node.type !== "TemplateElement") return null;
  const { value } = node;
  return typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : null;
}

function isUnread(node: Node): boolean {
  if (/^(?:Import|Export(?:All|Named)|TS)/.test(node.type) && node.type !== "ExportNamedDeclaration")
    return !/^TS(?:As|Satisfies|NonNull)/.test(node.type);
  if (node.type === "JSXAttribute") return UNREAD_ATTRIBUTE.test(nameOf(node["name"]));
  if (node.type === "AssignmentExpression" && isNode(node["left"])) {
    return UNREAD_ATTRIBUTE.test(nameOf(node["left"]["property"]));
  }
  if (node.type === "Property") return nameOf(node["key"]) === "className";
  if (node.type === "NewExpression") return nameOf(node["callee"]) === "Error";
  return node.type === "ThrowStatement";
}

/**
 * Text for a person that stands in a source file of the interface: text and read attributes of
 * elements, and whatever else looks like a name or a sentence.
 */
export function textInSource(
  file: string,
  text = readFileSync(path.join(ROOT, file), "utf8"),
): readonly Finding[] {
  return findIn(file, text, (node, parents) => {
    if (isUnread(node)) return false;
    const said = textOf(node);
    if (said === null) return true;
    const parent = parents.at(-1);
    const isRead =
      node.type === "JSXText" ||
      (parent?.type === "JSXAttribute" && READ_ATTRIBUTE.test(nameOf(parent["name"])));
    const trimmed = said.trim();
    if (NAMES.test(trimmed) || (!isRead && CSS.test(trimmed))) return true;
    return (isRead ? WORD : PROSE).test(trimmed) ? trimmed : true;
  });
}
