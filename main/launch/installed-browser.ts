import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A browser of the Chromium family on this machine. */
export interface InstalledBrowser {
  readonly name: "Chromium" | "Chrome" | "Edge";
  readonly program: string;
}

/** What this needs to know of the machine: `process` has it. */
interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Name = InstalledBrowser["name"];

const LINUX_PROGRAMS: readonly (readonly [Name, string])[] = [
  ["Chromium", "chromium"],
  ["Chromium", "chromium-browser"],
  ["Chrome", "google-chrome"],
  ["Chrome", "google-chrome-stable"],
  ["Edge", "microsoft-edge"],
  ["Edge", "microsoft-edge-stable"],
];

const MAC_PROGRAMS: readonly (readonly [Name, string])[] = [
  ["Chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["Edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["Chromium", "Chromium.app/Contents/MacOS/Chromium"],
];

const WINDOWS_PROGRAMS: readonly (readonly [Name, string])[] = [
  ["Edge", "Microsoft/Edge/Application/msedge.exe"],
  ["Chrome", "Google/Chrome/Application/chrome.exe"],
  ["Chromium", "Chromium/Application/chrome.exe"],
];

function placesOf({ platform, env }: Machine): {
  folders: readonly (string | undefined)[];
  programs: typeof LINUX_PROGRAMS;
} {
  switch (platform) {
    case "darwin":
      return {
        folders: ["/Applications", env["HOME"] && join(env["HOME"], "Applications")],
        programs: MAC_PROGRAMS,
      };
    case "win32":
      return {
        folders: [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]],
        programs: WINDOWS_PROGRAMS,
      };
    default:
      return { folders: (env["PATH"] ?? "").split(delimiter), programs: LINUX_PROGRAMS };
  }
}

/** Finds a browser that can show Stet in a window of its own: where `STET_BROWSER` points, else in the usual places; null where there is none. */
export function installedBrowser(machine: Machine = process): InstalledBrowser | null {
  const chosen = machine.env["STET_BROWSER"] ?? "";
  if (chosen !== "") return existsSync(chosen) ? { name: "Chromium", program: chosen } : null;
  const { folders, programs } = placesOf(machine);
  for (const [name, file] of programs) {
    for (const folder of folders) {
      const program = folder === undefined || folder === "" ? "" : join(folder, file);
      if (program !== "" && existsSync(program)) return { name, program };
    }
  }
  return null;
}
