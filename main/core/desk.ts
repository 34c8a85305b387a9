import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  deskContract,
  type Desk,
  type DeskContract,
  type DeskHandlers,
  type FailureCode,
  type NewsroomInfo,
} from "#shared/contract/index.ts";
import type { AssetId } from "#shared/document/index.ts";
import { connect, inProcessPair, ok, serve, type Server } from "#shared/rpc/index.ts";
import { currentNewsroom } from "./current-newsroom.ts";
import type { TellRecovery } from "./db/newsroom-db.ts";
import { holdsNewsroom, lastChoice, rememberChoice } from "./newsroom-choice.ts";
import { newsroomDoor } from "./newsroom-door.ts";
import type { PhotoFile } from "./photos/archive.ts";
import { fillSample } from "./sample/fill-sample.ts";
import { makeSample } from "./sample-newsroom.ts";
import { exportingHandlers } from "./services/exporting.ts";
import { findingHandlers } from "./services/finding.ts";
import { hostHandlers, type HostAbilities } from "./services/host.ts";
import { intakeHandlers } from "./services/intake.ts";
import { kitsHandlers } from "./services/kits.ts";
import { photosHandlers } from "./services/photos.ts";
import { revisionsHandlers } from "./services/revisions.ts";
import { safetyHandlers } from "./services/safety.ts";
import { settingsHandlers } from "./services/settings.ts";
import { storiesHandlers, type TellChanged } from "./services/stories.ts";

export type { HostAbilities } from "./services/host.ts";

export interface DeskOptions {
  /** The folder that holds `newsroom/`, `sample/` and `last-newsroom.json`. */
  readonly home: string;
  /** The person's own newsroom, where it is another folder than `newsroom/` in home; opened at once. */
  readonly newsroom?: string;
  /** Opens this newsroom at once, whatever was opened last. */
  readonly openAtOnce?: NewsroomInfo["kind"];
  readonly abilities: HostAbilities;
  readonly onRecovery?: TellRecovery;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The core, running: one for each process. */
export interface DeskHost {
  readonly server: Server<DeskContract>;
  /** An in-process client, for the command line and tests. */
  readonly desk: Desk;
  /** The file of a photo, for `photo://` and `/photo/`; null where there is no such photo. */
  readonly photoFile: (asset: AssetId) => Promise<PhotoFile | null>;
  /** Finishes every call that was sent, commits, and lets go of the newsroom. */
  readonly close: () => Promise<void>;
}

/** The caller's name of the in-process client. */
const IN_PROCESS = "in-process";

function warn(where: string, cause: unknown): void {
  process.emitWarning(`${where}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
}

/**
 * Starts the core. A newsroom that was given, or that was open last and is still there, is opened
 * at once; otherwise none is open until `host.openNewsroom`. Where that one does not open, the
 * desk still starts, and `host.info` says why.
 */
export async function openDesk(options: DeskOptions): Promise<DeskHost> {
  const { home, newsroom, openAtOnce, abilities, onRecovery, now = Date.now } = options;
  const folders = { own: newsroom ?? join(home, "newsroom"), sample: join(home, "sample") };
  const current = currentNewsroom();
  const prepareSample = () =>
    makeSample(
      folders.sample,
      (folder) => openDesk({ home: folder, newsroom: folder, abilities, now }),
      (desk) => fillSample(desk, now()),
    );
  const door = newsroomDoor(current, {
    folders,
    host: abilities.host,
    now,
    ...(onRecovery ? { onRecovery } : {}),
    tellSafety: (status) => server.emit("safety", "changed", status),
    prepare: (kind) => (kind === "sample" ? prepareSample() : Promise.resolve(ok(null))),
  });

  const tell: TellChanged = (summary, caller) => server.emit("stories", "changed", { summary, caller });
  const handlers: DeskHandlers = {
    stories: storiesHandlers(current, tell),
    revisions: revisionsHandlers(current, tell, (branches) => server.emit("revisions", "branches", branches)),
    photos: photosHandlers(current),
    kits: kitsHandlers(current, now, () => server.emit("kits", "changed", null)),
    intake: intakeHandlers(current, tell),
    exporting: exportingHandlers(current, now),
    finding: findingHandlers(current, tell),
    safety: safetyHandlers(current),
    settings: settingsHandlers(current, (settings) => server.emit("settings", "changed", settings)),
    host: hostHandlers(door, abilities, (info) => {
      if (newsroom === undefined) rememberChoice(home, info.kind);
      server.emit("host", "newsroomChanged", info);
    }),
  };
  const server: Server<DeskContract> = serve<DeskContract, FailureCode>(deskContract, handlers, {
    onDefect: warn,
  });
  const [ours, theirs] = inProcessPair();
  server.attach(theirs, IN_PROCESS);
  const connection = connect<DeskContract, FailureCode>(ours);

  const kind = openAtOnce ?? (newsroom === undefined ? lastChoice(home) : "own");
  if (kind !== null && (openAtOnce || newsroom !== undefined || holdsNewsroom(folders[kind]))) {
    await door.open(kind);
  }

  return {
    server,
    desk: connection.client,
    photoFile: (asset) => Promise.resolve(current.get()?.photos.file(asset) ?? null),
    close: async () => {
      // What was sent in this very turn is still on its way.
      await setImmediate();
      await server.drained();
      await door.close();
      connection.close();
    },
  };
}
