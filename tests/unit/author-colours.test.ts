import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { AUTHOR_LOOKS } from "#renderer/editor/suggesting/authors.ts";

const RENDERER = path.resolve(import.meta.dirname, "../../renderer");
const read = (file: string): string => readFileSync(path.join(RENDERER, file), "utf8");
const PAIR = /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;

type Colours = ReadonlyMap<string, readonly [light: string, dark: string]>;

function coloursOf(css: string): Colours {
  return new Map(
    [...css.matchAll(PAIR)].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]),
  );
}

/** Relative luminance of an sRGB colour (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const changes = read("editor/suggesting/changes.css");
const [usual = "", high = ""] = changes.split(':root[data-contrast="more"]');

describe("The colours of authors", () => {
  it.each([
    ["as usual", coloursOf(usual), coloursOf(read("app/theme.css")), 4.5],
    ["in high contrast", coloursOf(high), coloursOf(read("app/contrast.css")), 7],
  ] as const)(
    "can be read on the page, on the ground and on a hovered row, %s",
    (_, authors, grounds, least) => {
      expect(authors.size).toBe(AUTHOR_LOOKS);
      const weak = [...authors].flatMap(([name, pair]) =>
        ["paper", "ground", "hover"].flatMap((ground) =>
          ([0, 1] as const).flatMap((scheme) => {
            const against = contrast(pair[scheme], grounds.get(ground)?.[scheme] ?? pair[scheme]);
            return against >= least ? [] : [`${name} on ${ground}: ${against.toFixed(2)}`];
          }),
        ),
      );
      expect(weak).toEqual([]);
    },
  );
});
