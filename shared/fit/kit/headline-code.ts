import type { HeadlineCode } from "./kit.ts";

const CODE = /^\s*(\d{1,2})\s*[-–/]\s*(\d{1,3}(?:\.\d)?)\s*[-–/]\s*(\d)\s*$/u;

/** Reads a headline order such as `3-36-2`: columns, points, lines. Null where it is none. */
export function parseHeadlineCode(text: string): HeadlineCode | null {
  const [, columns = "", size = "", lines = ""] = CODE.exec(text) ?? [];
  const code = { columns: Number(columns), sizePt: Number(size), lines: Number(lines) };
  return code.columns > 0 && code.sizePt >= 6 && code.lines > 0 ? code : null;
}

/** Writes a headline order as a desk says it: `3-36-2`. */
export function headlineCodeText({ columns, sizePt, lines }: HeadlineCode): string {
  return `${String(columns)}-${String(sizePt)}-${String(lines)}`;
}
