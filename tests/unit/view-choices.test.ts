import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { nextOf, nextStep } from "#renderer/view/view-steps.ts";
import { DEFAULT_SETTINGS, settingsChangeSchema } from "#shared/contract/index.ts";
import { LINE_SPACINGS, USUAL_VIEW, ZOOM_STEPS } from "#shared/contract/view-choices.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { contrast } from "#tests/support/contrast.ts";

describe("How a person sees the page", () => {
  it("is kept by the newsroom", async () => {
    const folder = temporaryFolder();
    const { desk } = await openTestDesk(folder);
    const view = { ...USUAL_VIEW, zoom: 150, measure: "characters", measureCharacters: 50 } as const;
    must(await desk.settings.change({ view }));
    expect(must(await desk.settings.read(null)).view).toEqual(view);
  });

  it("keeps every choice that this Stet knows where a newer one made others", () => {
    const newer = { ...USUAL_VIEW, zoom: 150, face: "handwriting", lineSpacing: 9_000, margin: "left" };
    expect(settingsChangeSchema.parse({ view: newer }).view).toEqual({ ...USUAL_VIEW, zoom: 150 });
  });

  it("begins with the usual one, which is a step of each scale", () => {
    expect(DEFAULT_SETTINGS.view).toBe(USUAL_VIEW);
    expect(ZOOM_STEPS).toContain(USUAL_VIEW.zoom);
    expect(LINE_SPACINGS).toContain(USUAL_VIEW.lineSpacing);
  });

  it("goes step by step and stays at either end", () => {
    expect(nextStep(ZOOM_STEPS, 100, 1)).toBe(110);
    expect(nextStep(ZOOM_STEPS, 105, 1)).toBe(110);
    expect(nextStep(ZOOM_STEPS, 105, -1)).toBe(100);
    expect(nextStep(ZOOM_STEPS, 300, 1)).toBe(300);
    expect(nextStep(ZOOM_STEPS, 50, -1)).toBe(50);
    expect(nextOf(["a", "b"], "b")).toBe("a");
  });
});

const APP = path.resolve(import.meta.dirname, "../../renderer/app");
type Scheme = "light" | "dark";

/** The colours that a style sheet gives to names, in both schemes. */
function coloursOf(file: string): ReadonlyMap<string, Readonly<Record<Scheme, string>>> {
  const css = readFileSync(path.join(APP, file), "utf8");
  const pairs = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

/** What stands on what in the interface. */
const TEXTS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ["ink", ["paper", "ground", "raised", "hover", "pencil-ground", "wrong-ground", "nearly-ground", "found"]],
  ["ink-soft", ["paper", "ground", "raised", "hover", "pencil-ground"]],
  ["ink-faint", ["paper", "ground", "raised"]],
  ["pencil", ["paper", "ground", "raised", "pencil-ground"]],
  ["on-pencil", ["pencil"]],
  ["wrong", ["paper", "ground", "raised", "wrong-ground"]],
  ["nearly", ["paper", "ground", "raised", "nearly-ground"]],
  ["fits", ["paper", "ground", "raised"]],
];

const SHEETS = [
  { file: "theme.css", level: "AA", text: 4.5, line: 1 },
  { file: "contrast.css", level: "AAA", text: 7, line: 4.5 },
] as const;

describe.each(SHEETS)("The colours of $file", ({ file, level, text: least, line }) => {
  const colours = coloursOf(file);
  const colour = (name: string, scheme: Scheme): string => colours.get(name)?.[scheme] ?? "";

  it.each(["light", "dark"] as const)(`reach ${level} for every text on every ground, %s`, (scheme) => {
    const tooFaint = TEXTS.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({ text, ground, is: contrast(colour(text, scheme), colour(ground, scheme)) }))
        .filter(({ is }) => !(is >= least)),
    );
    expect(tooFaint).toEqual([]);
    expect(contrast(colour("rule", scheme), colour("paper", scheme))).toBeGreaterThanOrEqual(line);
  });
});
