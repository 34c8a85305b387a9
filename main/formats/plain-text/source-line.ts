import { parseByline } from "#shared/newsroom/index.ts";
import { isAgencyName } from "#shared/newsroom/agency-names.ts";
import { withoutWireMarks } from "./agency-header.ts";

const LONGEST = 90;
const ROLE =
  /^(?:[\p{L}.’'&-]+\s){0,5}(?:staff|writer|reporter|correspondent|editor|columnist|newsroom|staff reports?|contributor|redakteur(?:in)?|korrespondent(?:in)?)$/iu;
const SPECIAL = /^special to (?:the )?\p{Lu}/iu;

/** What a line under the byline says of where its authors belong: their agency, null for a role alone. */
export interface SourceLine {
  readonly agency: string | null;
}

/** Takes a line under a byline for its source line: `Staff Writer`, `Special to the Valley News`, `The Associated Example`. */
export function readSourceLine(text: string): SourceLine | null {
  const line = withoutWireMarks(text);
  if (line.length > LONGEST || /[.!?:]$/.test(line)) return null;
  if (!SPECIAL.test(line) && !ROLE.test(line) && !isAgencyName(line)) return null;
  return { agency: parseByline(line).agency };
}
