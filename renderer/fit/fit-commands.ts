import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { FIT_UNITS } from "#shared/contract/view-choices.ts";
import { watch } from "./fit-store.ts";

/** Goes to where the story finds no more room. */
function goToOverset({ fit }: Workbench): void {
  const now = fit.state.get();
  if (now.state !== "set") return;
  const { overset, wordsOver } = now.report;
  const from = overset ? overset.from : wordsOver?.from;
  if (from) now.session.selectPlaces(from, from);
}

/** Selects the words of the cheapest cut, once they have been looked for. */
function goToCut({ fit }: Workbench): void {
  const now = fit.state.get();
  if (now.state !== "set") return;
  const { session } = now;
  const stop = watch(fit, "cuts");
  const show = (): boolean => {
    const cut = fit.cuts.get()?.cuts[0];
    if (cut?.from && cut.to) session.selectPlaces(cut.from, cut.to);
    return fit.cuts.get() !== null;
  };
  const over = fit.cuts.subscribe(() => {
    if (!show()) return;
    over();
    stop();
  });
}

const breaking = lateCode(async () => (await import("./break-headline.ts")).bestBreakPatch);

/** Breaks the headline that prints the best way, once its wordings have been measured. */
function breakHeadline({ fit }: Workbench): void {
  const now = fit.state.get();
  if (now.state !== "set") return;
  const { session } = now;
  const stop = watch(fit, "headlines");
  const over = fit.headlines.subscribe(() => {
    const wording = fit.headlines
      .get()
      ?.find(({ kind, alternate }) => kind === "headline" && alternate === null);
    over();
    stop();
    if (!wording) return;
    void breaking
      .ready()
      .then((bestBreakPatch) => session.edit((document) => bestBreakPatch(document, wording)));
  });
}

/** Everything about the fit of a story, as commands. */
export function fitCommands(bench: Workbench, togglePanel: () => void): readonly Command[] {
  const { fit, settings } = bench;
  const isSet = (): boolean => fit.state.get().state === "set";
  const hasStory = (): boolean => bench.page.session.get() !== null;
  return [
    {
      id: "fit.headline",
      title: (said) => said.fit.commands.headline,
      group: "View",
      keys: "Mod+8",
      enabled: hasStory,
      run: () => {
        if (fit.half.get() !== "headline") {
          fit.half.set("headline");
          if (bench.panel.get() === "fit" && settings.settings.get().railOpen) return;
        }
        togglePanel();
      },
    },
    {
      id: "fit.overset",
      title: (said) => said.fit.commands.overset,
      group: "View",
      keys: "Mod+Shift+7",
      enabled: () => {
        const now = fit.state.get();
        return now.state === "set" && (now.report.overset !== null || now.report.wordsOver !== null);
      },
      run: () => goToOverset(bench),
    },
    {
      id: "fit.cut",
      title: (said) => said.fit.commands.cut,
      group: "View",
      keys: "Mod+Alt+Shift+7",
      enabled: isSet,
      run: () => goToCut(bench),
    },
    {
      id: "fit.best-break",
      title: (said) => said.fit.commands.applyBest,
      group: "View",
      keys: "Mod+Alt+Shift+8",
      enabled: isSet,
      run: () => breakHeadline(bench),
    },
    {
      id: "fit.marks",
      title: (said) => said.fit.commands.marks,
      group: "View",
      keys: null,
      run: () => void settings.change({ fitMarks: !settings.settings.get().fitMarks }),
    },
    {
      id: "fit.line-ends",
      title: (said) => said.fit.commands.lineEnds,
      group: "View",
      keys: "Mod+Shift+9",
      enabled: isSet,
      run: () => fit.lineEndsShown.set(!fit.lineEndsShown.get()),
    },
    {
      id: "fit.galley",
      title: (said) => said.fit.commands.galley,
      group: "View",
      keys: "Mod+Alt+Shift+G",
      enabled: () => hasStory() && bench.sides.shown.get().length === 1,
      run: () => fit.galleyOpen.set(!fit.galleyOpen.get()),
    },
    {
      id: "fit.kit",
      title: (said) => said.kit.command,
      group: "Desk",
      keys: "Mod+Alt+Shift+K",
      run: () => bench.floor.give("kit"),
    },
    ...FIT_UNITS.map((unit): Command => ({
      id: `fit.unit.${unit}`,
      title: (said) => said.fit.commands.unit({ unit }),
      group: "View",
      keys: null,
      enabled: () => settings.settings.get().fitUnit !== unit,
      run: () => void settings.change({ fitUnit: unit }),
    })),
  ];
}
