import type { CopyRun, ParagraphOrder } from "./paragraph-order.ts";

const keys = new WeakMap<object, string>();

/** Styles are few and handed in again and again: each is written out once. */
function styleKey(style: object): string {
  const known = keys.get(style);
  if (known !== undefined) return known;
  const key = JSON.stringify(style);
  keys.set(style, key);
  return key;
}

function runKey({ text, marks, face, sizePt, capitals }: CopyRun): string {
  const plain = face === undefined && sizePt === undefined && capitals === undefined;
  const own = plain ? "" : JSON.stringify([face, sizePt, capitals]);
  return `${String(text.length)}:${marks?.join() ?? ""}:${own}:${text}`;
}

/** Two orders with the same key are set in the same way, whatever objects they are made of. */
export function orderKey({ runs, style, widthPt, dropCap, lead }: ParagraphOrder): string {
  const cap = dropCap ? styleKey(dropCap) : "";
  return `${String(widthPt)}|${cap}|${lead ?? ""}|${styleKey(style)}|${runs.map(runKey).join("")}`;
}
