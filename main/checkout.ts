import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { z } from "zod";

/** The folder that holds package.json. */
export const ROOT = resolve(import.meta.dirname, "..");

/** The folder of the built pages. */
export const BUNDLE = join(ROOT, "dist", "renderer");

/** Stet's own version, from package.json. */
export function stetVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(file).version;
}

/**
 * The folder in which Stet keeps the person's newsroom and its own memory: the one given, else
 * STET_HOME, else the place that this system has for an application's data.
 */
export function stetHome(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const named = given ?? env["STET_HOME"] ?? "";
  return named === "" ? envPaths("stet", { suffix: "" }).data : resolve(named);
}
