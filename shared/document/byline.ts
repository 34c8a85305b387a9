import type { BylineBlock } from "./block.ts";
import { runsText } from "./run.ts";

/** The facts of a byline. */
export interface BylineFacts {
  readonly authors: readonly string[];
  readonly agency: string | null;
}

/** Sets a byline from its facts: `By A, B and C, Agency`; the agency alone where nobody is named. */
export function composeByline({ authors, agency }: BylineFacts): string {
  const last = authors.at(-1);
  if (last === undefined) return agency ?? "";
  const names = authors.length > 1 ? `${authors.slice(0, -1).join(", ")} and ${last}` : last;
  return agency === null ? `By ${names}` : `By ${names}, ${agency}`;
}

/** The byline as it prints: the line that was typed, or the one composed from the facts where none was. */
export function bylineText(block: BylineBlock): string {
  return block.runs.length > 0 ? runsText(block.runs) : composeByline(block);
}
