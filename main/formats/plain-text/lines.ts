/** One line of the source that holds more than white space. */
export interface SourceLine {
  /** Without the white space around it. */
  readonly text: string;
  /** Columns before the text; a tab counts for four. */
  readonly indent: number;
  /** Columns up to the end of the text. */
  readonly length: number;
  /** True for the first line, and where an empty line stands before this one. */
  readonly blankBefore: boolean;
}

const TAB_COLUMNS = 4;
const QUOTE_MARKS = /^[ \t]{0,3}(?:>[ \t]?)+/;
const LEAST_QUOTED_LINES = 3;
const QUOTED_SHARE = 0.6;

/** A text without the marks that a mail program puts before quoted lines, and how many lines had them. */
export interface Unquoted {
  readonly text: string;
  readonly quotedLines: number;
}

/** Takes `>` from the start of the lines where most lines have it: copy that was quoted in a mail. */
export function unquoteMail(text: string): Unquoted {
  if (!/^[ \t]{0,3}>/m.test(text)) return { text, quotedLines: 0 };
  const lines = text.split("\n");
  const quoted = lines.filter((line) => QUOTE_MARKS.test(line)).length;
  const written = lines.filter((line) => line.trim() !== "").length;
  if (quoted < LEAST_QUOTED_LINES || quoted < written * QUOTED_SHARE) return { text, quotedLines: 0 };
  return { text: lines.map((line) => line.replace(QUOTE_MARKS, "")).join("\n"), quotedLines: quoted };
}

/** The lines of a text that hold anything, with what stands around them. */
export function sourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let blankBefore = true;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "") {
      blankBefore = true;
      continue;
    }
    const lead = raw.slice(0, raw.length - raw.trimStart().length);
    const indent = lead.length + (TAB_COLUMNS - 1) * (lead.split("\t").length - 1);
    lines.push({ text: line, indent, length: indent + line.length, blankBefore });
    blankBefore = false;
  }
  return lines;
}
