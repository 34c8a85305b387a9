import type { Command, Title } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import {
  LINE_SPACINGS,
  PAGE_FACES,
  USUAL_VIEW,
  ZOOM_STEPS,
  type Measure,
  type Settings,
  type ViewChoices,
} from "#shared/contract/index.ts";
import { openInNewWindow } from "./new-window.ts";
import { setAlone } from "./alone.ts";
import { nextOf, nextStep } from "./view-steps.ts";

/** The widths that the keys go through. */
const WIDTHS: readonly Measure[] = ["narrow", "medium", "wide"];
const MEASURES: readonly Measure[] = [...WIDTHS, "characters"];
const THEMES: readonly Settings["theme"][] = ["system", "light", "dark"];

/** The width beside the one that is shown; from a measure in characters, the medium one. */
function besides(measure: Measure, direction: 1 | -1): Measure {
  const at = WIDTHS.indexOf(measure);
  return at < 0 ? "medium" : (WIDTHS[at + direction] ?? measure);
}

function command(
  id: string,
  title: Title,
  keys: string | null,
  run: () => void,
  more: Pick<Command, "enabled" | "otherKeys"> = {},
): Command {
  return { id: `view.${id}`, title, group: "View", keys, run, ...more };
}

/** Everything about how the page looks, as commands. */
export function viewChoiceCommands(bench: Workbench): readonly Command[] {
  const { settings } = bench.settings;
  const view = (): ViewChoices => settings.get().view;
  const choose = (change: Partial<ViewChoices>): void =>
    void bench.settings.change({ view: { ...view(), ...change } });
  const openStory = (): void => {
    const story = bench.page.summary.get();
    if (story !== null) openInNewWindow(story.id);
  };
  const isShowing = (): boolean => bench.page.session.get() !== null;

  return [
    command(
      "alone",
      (said) => said.view.commands.alone,
      "Mod+Alt+\\",
      () => setAlone(bench, !bench.alone.get()),
      { enabled: isShowing },
    ),
    command(
      "length",
      (said) => said.view.commands.length,
      "Mod+Shift+L",
      () => bench.lengthAsked.set(true),
      {
        enabled: isShowing,
      },
    ),
    command(
      "new-window",
      (said) => said.view.commands.newWindow,
      "Mod+Alt+O",
      () => openStory(),
      {
        enabled: isShowing,
      },
    ),
    command(
      "zoom-in",
      (said) => said.view.commands.zoomIn,
      "Mod+=",
      () => choose({ zoom: nextStep(ZOOM_STEPS, view().zoom, 1) }),
      {
        otherKeys: ["Mod+Shift+=", "Mod+NumpadAdd"],
      },
    ),
    command(
      "zoom-out",
      (said) => said.view.commands.zoomOut,
      "Mod+-",
      () => choose({ zoom: nextStep(ZOOM_STEPS, view().zoom, -1) }),
      { otherKeys: ["Mod+NumpadSubtract"] },
    ),
    command(
      "zoom-usual",
      (said) => said.view.commands.zoomUsual,
      "Mod+0",
      () => choose({ zoom: USUAL_VIEW.zoom }),
      {
        otherKeys: ["Mod+Numpad0"],
      },
    ),
    command(
      "wider",
      (said) => said.view.commands.wider,
      "Mod+Alt+]",
      () => choose({ measure: besides(view().measure, 1) }),
    ),
    command(
      "narrower",
      (said) => said.view.commands.narrower,
      "Mod+Alt+[",
      () => choose({ measure: besides(view().measure, -1) }),
    ),
    ...MEASURES.map((measure) =>
      command(
        `measure.${measure}`,
        (said) => said.view.commands.measures[measure],
        null,
        () => choose({ measure }),
        {
          enabled: () => view().measure !== measure,
        },
      ),
    ),
    command(
      "more-spacing",
      (said) => said.view.commands.moreSpacing,
      "Mod+Alt+Shift+]",
      () => choose({ lineSpacing: nextStep(LINE_SPACINGS, view().lineSpacing, 1) }),
    ),
    command(
      "less-spacing",
      (said) => said.view.commands.lessSpacing,
      "Mod+Alt+Shift+[",
      () => choose({ lineSpacing: nextStep(LINE_SPACINGS, view().lineSpacing, -1) }),
    ),
    command(
      "next-face",
      (said) => said.view.commands.nextFace,
      "Mod+Alt+Shift+Y",
      () => choose({ face: nextOf(PAGE_FACES, view().face) }),
    ),
    ...PAGE_FACES.map((face) =>
      command(
        `face.${face}`,
        ({ view: said }) => said.commands.face({ face: said.faces[face] }),
        null,
        () => choose({ face }),
        {
          enabled: () => view().face !== face,
        },
      ),
    ),
    command(
      "loose-letters",
      (said) => said.view.commands.looseLetters,
      "Mod+Alt+Shift+L",
      () => choose({ looseLetters: !view().looseLetters }),
    ),
    command(
      "typewriter",
      (said) => said.view.commands.typewriter,
      "Mod+Alt+Shift+T",
      () => choose({ typewriter: !view().typewriter }),
    ),
    command(
      "next-theme",
      (said) => said.view.commands.nextTheme,
      "Mod+Alt+Shift+D",
      () => void bench.settings.change({ theme: nextOf(THEMES, settings.get().theme) }),
    ),
    command(
      "contrast",
      (said) => said.view.commands.contrast,
      "Mod+Alt+Shift+C",
      () => choose({ contrast: document.documentElement.dataset["contrast"] === "more" ? "usual" : "more" }),
    ),
    command(
      "contrast.system",
      (said) => said.view.commands.contrastSystem,
      null,
      () => choose({ contrast: "system" }),
      {
        enabled: () => view().contrast !== "system",
      },
    ),
    command(
      "motion",
      (said) => said.view.commands.motion,
      "Mod+Alt+Shift+N",
      () => choose({ motion: view().motion === "none" ? "system" : "none" }),
    ),
    command(
      "usual",
      (said) => said.view.commands.usual,
      null,
      () => choose(USUAL_VIEW),
    ),
  ];
}
