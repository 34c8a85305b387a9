import type { Workbench } from "#renderer/app/workbench.ts";
import { onLanguage, words } from "#shared/language/index.ts";
import { watch } from "./fit-store.ts";

/**
 * Hands what is to be marked on the page to the story that was set: where it is overset; the lines to
 * look at, while they are listed beside it; the ends of its lines, where they were asked for.
 */
export function fitMarks({ fit, settings }: Pick<Workbench, "fit" | "settings">): () => void {
  const mark = (): void => {
    const now = fit.state.get();
    if (now.state !== "set") return;
    const { session, report } = now;
    const { fitMarks: isMarked } = settings.settings.get();
    const { overset, wordsOver } = report;
    const from = overset ? overset.from : wordsOver?.from;
    const { fit: said } = words();
    const label = overset
      ? said.overset({ lines: overset.lines })
      : said.wordsOver({ words: wordsOver?.words ?? 0 });
    const flagged = isMarked && fit.watched.get().flagged > 0 ? (fit.flagged.get() ?? []) : [];
    session.fitMarks.set({
      overset: isMarked && from ? { place: from, label } : null,
      flagged: flagged.flatMap(({ kind, from, to }) => (from && to ? [{ kind, from, to }] : [])),
      lineEnds: fit.lineEndsShown.get() ? (fit.lineEnds.get() ?? []) : [],
    });
  };
  let stopWatching: (() => void) | null = null;
  const watchLineEnds = (): void => {
    if (fit.lineEndsShown.get()) stopWatching ??= watch(fit, "lineEnds");
    else {
      stopWatching?.();
      stopWatching = null;
      mark();
    }
  };
  const stops = [
    fit.state.subscribe(mark),
    fit.flagged.subscribe(mark),
    fit.lineEnds.subscribe(mark),
    fit.watched.subscribe(mark),
    fit.lineEndsShown.subscribe(watchLineEnds),
    settings.settings.subscribe(mark),
    onLanguage(mark),
  ];
  return () => {
    stopWatching?.();
    for (const stop of stops) stop();
  };
}
