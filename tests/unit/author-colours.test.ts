import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { AUTHOR_LOOKS } from "#renderer/editor/suggesting/authors.ts";
import { contrast } from "#tests/support/contrast.ts";

const RENDERER = path.resolve(import.meta.dirname, "../../renderer");
const read = (file: string): string => readFileSync(path.join(RENDERER, file), "utf8");
const PAIR = /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;

type Colours = ReadonlyMap<string, readonly [light: string, dark: string]>;

function coloursOf(css: string): Colours {
  return new Map(
    [...css.matchAll(PAIR)].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]),
  );
}

const changes = read("editor/suggesting/changes.css");
const [usual = "", high = ""] = changes.split(':root[data-contrast="more"]');

describe("The colours of authors", () => {
  it.each([
    ["as usual", coloursOf(usual), coloursOf(read("app/theme.css")), 4.5],
    ["in high contrast", coloursOf(high), coloursOf(read("app/contrast.css")), 7],
  ] as const)(
    "can be read on the page, on the ground, on a hovered row and on words with a query, %s",
    (_, authors, grounds, least) => {
      expect(authors.size).toBe(AUTHOR_LOOKS);
      const weak = [...authors].flatMap(([name, pair]) =>
        ["paper", "ground", "hover", "nearly-ground"].flatMap((ground) =>
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
