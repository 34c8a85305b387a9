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
import { FACE_WORDS } from "./view-words.ts";

/** The widths that the keys go through. */
const WIDTHS: readonly Measure[] = ["narrow", "medium", "wide"];
const MEASURE_TITLES = [
  ["narrow", "Narrow measure"],
  ["medium", "Medium measure"],
  ["wide", "Wide measure"],
  ["characters", "Measure by characters"],
] as const;
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
      () => "Distraction-free, or everything again",
      "Mod+Alt+\\",
      () => setAlone(bench, !bench.alone.get()),
      { enabled: isShowing },
    ),
    command(
      "length",
      () => "Length of the story",
      "Mod+Shift+L",
      () => bench.lengthAsked.set(true),
      {
        enabled: isShowing,
      },
    ),
    command(
      "new-window",
      () => "Open this story in a new window",
      "Mod+Alt+O",
      () => openStory(),
      {
        enabled: isShowing,
      },
    ),
    command(
      "zoom-in",
      () => "Larger text",
      "Mod+=",
      () => choose({ zoom: nextStep(ZOOM_STEPS, view().zoom, 1) }),
      {
        otherKeys: ["Mod+Shift+=", "Mod+NumpadAdd"],
      },
    ),
    command(
      "zoom-out",
      () => "Smaller text",
      "Mod+-",
      () => choose({ zoom: nextStep(ZOOM_STEPS, view().zoom, -1) }),
      { otherKeys: ["Mod+NumpadSubtract"] },
    ),
    command(
      "zoom-usual",
      () => "Text at its usual size",
      "Mod+0",
      () => choose({ zoom: USUAL_VIEW.zoom }),
      {
        otherKeys: ["Mod+Numpad0"],
      },
    ),
    command(
      "wider",
      () => "Wider measure",
      "Mod+Alt+]",
      () => choose({ measure: besides(view().measure, 1) }),
    ),
    command(
      "narrower",
      () => "Narrower measure",
      "Mod+Alt+[",
      () => choose({ measure: besides(view().measure, -1) }),
    ),
    ...MEASURE_TITLES.map(([measure, title]) =>
      command(
        `measure.${measure}`,
        () => title,
        null,
        () => choose({ measure }),
        {
          enabled: () => view().measure !== measure,
        },
      ),
    ),
    command(
      "more-spacing",
      () => "More line spacing",
      "Mod+Alt+Shift+]",
      () => choose({ lineSpacing: nextStep(LINE_SPACINGS, view().lineSpacing, 1) }),
    ),
    command(
      "less-spacing",
      () => "Less line spacing",
      "Mod+Alt+Shift+[",
      () => choose({ lineSpacing: nextStep(LINE_SPACINGS, view().lineSpacing, -1) }),
    ),
    command(
      "next-face",
      () => "Next typeface",
      "Mod+Alt+Shift+Y",
      () => choose({ face: nextOf(PAGE_FACES, view().face) }),
    ),
    ...PAGE_FACES.map((face) =>
      command(
        `face.${face}`,
        () => `Typeface: ${FACE_WORDS[face]}`,
        null,
        () => choose({ face }),
        {
          enabled: () => view().face !== face,
        },
      ),
    ),
    command(
      "loose-letters",
      () => "Letters and words apart, for dyslexia, or as usual",
      "Mod+Alt+Shift+L",
      () => choose({ looseLetters: !view().looseLetters }),
    ),
    command(
      "typewriter",
      () => "Typewriter scrolling on or off",
      "Mod+Alt+Shift+T",
      () => choose({ typewriter: !view().typewriter }),
    ),
    command(
      "next-theme",
      () => "Next theme",
      "Mod+Alt+Shift+D",
      () => void bench.settings.change({ theme: nextOf(THEMES, settings.get().theme) }),
    ),
    command(
      "contrast",
      () => "High contrast, or usual",
      "Mod+Alt+Shift+C",
      () => choose({ contrast: document.documentElement.dataset["contrast"] === "more" ? "usual" : "more" }),
    ),
    command(
      "contrast.system",
      () => "Contrast as the system",
      null,
      () => choose({ contrast: "system" }),
      {
        enabled: () => view().contrast !== "system",
      },
    ),
    command(
      "motion",
      () => "No motion, or as the system",
      "Mod+Alt+Shift+N",
      () => choose({ motion: view().motion === "none" ? "system" : "none" }),
    ),
    command(
      "usual",
      () => "The usual view",
      null,
      () => choose(USUAL_VIEW),
    ),
  ];
}
