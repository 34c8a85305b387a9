import { existsSync } from "node:fs";
import {
  failure,
  type DeskHandlers,
  type Failure,
  type HostInfo,
  type NewsroomInfo,
} from "#shared/contract/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { NewsroomDoor } from "../newsroom-door.ts";
import { told } from "#shared/language/told.ts";

/** What a host can do for the core that plain Node cannot. */
export interface HostAbilities {
  readonly host: HostInfo["host"];
  /** Of Stet, from package.json. */
  readonly version: string;
  /** Null where the person chose none. */
  readonly chooseFolder?: (startAt: string) => Promise<string | null>;
  readonly showInFolder?: (path: string) => Promise<Result<null, Failure>>;
}

function platform(): HostInfo["platform"] {
  switch (process.platform) {
    case "darwin":
      return "mac";
    case "win32":
      return "windows";
    default:
      return "linux";
  }
}

/** The host service; `tell` tells every window that another newsroom is open. */
export function hostHandlers(
  door: NewsroomDoor,
  abilities: HostAbilities,
  tell: (info: NewsroomInfo) => void,
): DeskHandlers["host"] {
  const { host, version, chooseFolder, showInFolder } = abilities;
  return {
    info: () =>
      ok({
        host,
        version,
        platform: platform(),
        newsroom: door.info(),
        trouble: door.trouble(),
        canChooseFolder: chooseFolder !== undefined,
        canShowInFolder: showInFolder !== undefined,
      }),
    openNewsroom: async ({ kind }) => {
      const opened = await door.open(kind);
      if (opened.ok) tell(opened.value);
      return opened;
    },
    chooseFolder: async ({ startAt }) => {
      if (chooseFolder) return ok(await chooseFolder(startAt));
      return failed(failure("not-here", told("noFolderDialog")));
    },
    showInFolder: async ({ path }) => {
      if (!showInFolder) return failed(failure("not-here", told("noFileManager", { path })));
      if (existsSync(path)) return showInFolder(path);
      return failed(failure("not-found", told("pathGone", { path }), path));
    },
  };
}
