import { counted } from "#renderer/app/length.ts";
import type { CleanText } from "#shared/document/index.ts";

/** What happened to characters that came in as if they were typed and that no story can hold. */
export function lostWords({ lost, halves }: Pick<CleanText, "lost" | "halves">): string {
  const dropped = lost - halves;
  const said = [
    ...(dropped > 0 ? [`${counted(dropped, "control character")} left out`] : []),
    ...(halves > 0 ? [`${counted(halves, "half character")} replaced by \uFFFD`] : []),
  ];
  return `What was typed held what no story can: ${said.join(", ")}.`;
}
