import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const versions = z.record(z.string(), z.string());
const packageFile = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8")));
const all = Object.entries({
  ...packageFile.dependencies,
  ...packageFile.devDependencies,
  ...packageFile.optionalDependencies,
});

const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../package-lock.json"), "utf8")));

function isLexical(name: string): boolean {
  return name === "lexical" || name.startsWith("@lexical/");
}

describe("the packages that Stet is made of", () => {
  it.each(all)("pin %s to one exact version", (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("are installed in the versions that package.json names", () => {
    const differing = all.filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(differing).toEqual([]);
  });

  it("take every part of Lexical in the same version: two would be two editors that do not know each other", () => {
    const pinned = all.filter(([name]) => isLexical(name));
    expect(pinned.length).toBeGreaterThan(2);
    expect(new Set(pinned.map(([, version]) => version)).size).toBe(1);
  });

  it("bring no second copy of any part of Lexical", () => {
    const installed = Object.entries(lock.packages)
      .map(([place, { version }]) => [place.slice(place.lastIndexOf("node_modules/") + 13), version] as const)
      .filter(([name]) => isLexical(name));
    expect(installed.length).toBeGreaterThan(2);
    expect(new Set(installed.map(([, version]) => version)).size).toBe(1);
    expect(new Set(installed.map(([name]) => name)).size).toBe(installed.length);
  });
});
