import { canonicalRuns, finalText, withText, type Run } from "#shared/document/index.ts";
import type { Substitution } from "./as-typed.ts";
import { cleanParagraph } from "./clean-text.ts";
import type { TypographyStyle } from "./choices.ts";

/** One stretch of the final text of runs and what it becomes. */
export interface TextEdit {
  readonly at: number;
  readonly length: number;
  readonly now: string;
}

/**
 * Gives stretches of the final text of runs another wording; text that is struck out stays where it
 * is. Edits come in order and do not overlap. What is written takes the look of what it replaces; what
 * is put in between looks like the text before it.
 */
export function editRuns(runs: readonly Run[], edits: readonly TextEdit[]): readonly Run[] {
  const edited: Run[] = [];
  let start = 0;
  let nth = 0;
  let isWritten = false;
  for (const run of runs) {
    if (run.deleted) {
      edited.push(run);
      continue;
    }
    const end = start + run.text.length;
    let text = "";
    let from = start;
    for (let edit = edits[nth]; edit !== undefined; edit = edits[nth]) {
      const { at, length, now } = edit;
      const isOurs = length > 0 ? at < end : at <= end && (at > start || start === 0);
      if (!isOurs) break;
      if (!isWritten) text += run.text.slice(from - start, at - start) + now;
      from = Math.min(end, at + length);
      isWritten = at + length > end;
      if (isWritten) break;
      nth += 1;
    }
    edited.push(withText(run, text + run.text.slice(from - start)));
    start = end;
  }
  return canonicalRuns(edited);
}

/** Runs as their locale sets them, and every place that was changed, in units of the new final text. */
export interface CleanedRuns {
  readonly runs: readonly Run[];
  readonly changes: readonly Substitution[];
}

/** Sets runs as their locale wants them; `null` where nothing changes. Struck text is neither read nor changed. */
export function cleanRuns(runs: readonly Run[], style: TypographyStyle): CleanedRuns | null {
  const { changes } = cleanParagraph(finalText(runs), style);
  if (changes.length === 0) return null;
  let shift = 0;
  const edits = changes.map(({ at, was, now }) => {
    const edit = { at: at - shift, length: was.length, now };
    shift += now.length - was.length;
    return edit;
  });
  return { runs: editRuns(runs, edits), changes };
}
