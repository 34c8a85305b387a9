import type { Workbench } from "#renderer/app/workbench.ts";
import { onLanguage, words } from "#shared/language/index.ts";

/** Hands what is to be marked on the page to the story that was set: where it is overset, the lines to look at, the ends of its lines. */
export function fitMarks({ fit, settings }: Pick<Workbench, "fit" | "settings">): () => void {
  const mark = (): void => {
    const now = fit.state.get();
    if (now.state !== "set") return;
    const { session, report } = now;
    const { fitMarks: isMarked } = settings.settings.get();
    const { overset, flagged, lineEnds } = report;
    session.fitMarks.set({
      overset:
        isMarked && overset?.from
          ? { place: overset.from, label: words().fit.overset({ lines: overset.lines }) }
          : null,
      flagged: isMarked
        ? flagged.flatMap(({ kind, from, to }) => (from && to ? [{ kind, from, to }] : []))
        : [],
      lineEnds: fit.lineEnds.get() ? lineEnds : [],
    });
  };
  const stops = [
    fit.state.subscribe(mark),
    fit.lineEnds.subscribe(mark),
    settings.settings.subscribe(mark),
    onLanguage(mark),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
