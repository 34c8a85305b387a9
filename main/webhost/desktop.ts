import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { failure, type Failure } from "#shared/contract/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { told } from "#shared/language/told.ts";

/** What this needs to know of the machine: `process` has it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type FolderOpener = readonly [program: string, ...before: string[]];

/** Whether there is a screen to open a window on. */
export function hasDisplay({ platform, env }: Machine): boolean {
  if (platform === "darwin" || platform === "win32") return true;
  return (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
}

function isOnPath(program: string, env: Machine["env"]): boolean {
  return (env["PATH"] ?? "")
    .split(delimiter)
    .some((folder) => folder !== "" && existsSync(join(folder, program)));
}

function folderOpener(machine: Machine): FolderOpener | null {
  switch (machine.platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["explorer.exe"];
    default:
      return hasDisplay(machine) && isOnPath("xdg-open", machine.env) ? ["xdg-open"] : null;
  }
}

async function started(
  program: string,
  programArguments: readonly string[],
  env: Machine["env"],
): Promise<boolean> {
  const child = spawn(program, programArguments, { detached: true, stdio: "ignore", env });
  return new Promise((resolve) => {
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
    child.once("error", () => resolve(false));
  });
}

/**
 * The machine's file manager, as the core takes it; undefined where there is none to ask. It is
 * only ever given a folder: opening a file would start whatever program the file is for.
 */
export function folderShower(
  machine: Machine,
): ((path: string) => Promise<Result<null, Failure>>) | undefined {
  const opener = folderOpener(machine);
  if (opener === null) return undefined;
  const [program, ...before] = opener;
  return async (path) => {
    const found = await stat(path).catch(() => null);
    if (found === null) return failed(failure("not-found", told("pathGone", { path }), path));
    const folder = found.isDirectory() ? path : dirname(path);
    if (await started(program, [...before, folder], machine.env)) return ok(null);
    return failed(failure("not-here", `The file manager did not start. The folder is ${folder}.`, folder));
  };
}
