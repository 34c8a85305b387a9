import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from "electron";
import type { ChosenKeys } from "#shared/contract/settings.ts";
import type { AssetId } from "#shared/document/index.ts";
import { fromCoreSchema, type FromCore, type ToCore } from "./core-messages.ts";
import { questions } from "./questions.ts";

/** A photo's file, as the process that owns the database knows it. */
export type PhotoFile = { readonly path: string; readonly mediaType: string };

interface SupervisorOptions {
  /** The built entry file of the core process. */
  readonly entry: string;
  readonly home: string;
  readonly newsroom: string | null;
  readonly version: string;
  readonly chooseFolder: (startAt: string) => Promise<string | null>;
  readonly showInFolder: (path: string) => boolean;
  /** The keys that are chosen in the newsroom that is open. */
  readonly onKeys: (chosen: ChosenKeys) => void;
  /** A new core process is up: every window needs a new port. */
  readonly onRestarted: () => void;
  /** It died too often to be started again. */
  readonly onGivenUp: () => void;
  readonly now?: () => number;
}

/** Keeps the process that owns the database alive. */
export interface CoreSupervisor {
  /** A port whose other end is the core; hand it to a window. */
  readonly connectWindow: (caller: string) => MessagePortMain;
  readonly photoFile: (asset: AssetId) => Promise<PhotoFile | null>;
  /** Finishes every commit, closes the database and ends the process. */
  readonly close: () => Promise<void>;
}

/** More deaths than this within {@link DEATH_WINDOW_MS} and it is not a matter of luck. */
const DEATHS_ALLOWED = 5;
const DEATH_WINDOW_MS = 60_000;
/** How long a closing core may take before the quit goes on without it; what it acknowledged is committed. */
const CLOSE_PATIENCE_MS = 10_000;

/**
 * Starts the core process and starts it again when it dies. Windows are told to ask for a new
 * port; their unacknowledged saves are then sent again under the same save ids, so that nothing
 * is lost and nothing is applied twice.
 */
export function superviseCore(options: SupervisorOptions): CoreSupervisor {
  const { entry, home, newsroom, version, chooseFolder, showInFolder, onKeys, onRestarted, onGivenUp } =
    options;
  const now = options.now ?? (() => Date.now());
  const photos = questions<PhotoFile | null>();
  const deaths: number[] = [];
  let closing: (() => void) | undefined;

  const hear = async (message: FromCore, from: UtilityProcess): Promise<void> => {
    const say = (order: ToCore): void => from.postMessage(order);
    switch (message.type) {
      case "opened":
        return;
      case "keys":
        return onKeys(message.chosen);
      case "photo":
        return photos.answer(message.id, message.file);
      case "choose-folder":
        return say({ type: "chosen", id: message.id, folder: await chooseFolder(message.startAt) });
      case "show-in-folder":
        return say({ type: "shown", id: message.id, shown: showInFolder(message.path) });
      case "closed":
        return closing?.();
    }
  };

  const start = (): UtilityProcess => {
    const child = utilityProcess.fork(entry, [], { serviceName: "Stet newsroom", stdio: "inherit" });
    child.on("message", (raw: unknown) => {
      const message = fromCoreSchema.safeParse(raw);
      if (message.success) void hear(message.data, child);
    });
    child.on("exit", () => {
      photos.abandon();
      if (closing) return closing();
      deaths.push(now());
      const recent = deaths.filter((at) => now() - at < DEATH_WINDOW_MS);
      if (recent.length > DEATHS_ALLOWED) return onGivenUp();
      core = start();
      onRestarted();
    });
    child.postMessage({ type: "open", home, newsroom, version } satisfies ToCore);
    return child;
  };

  let core = start();

  return {
    connectWindow: (caller) => {
      const { port1, port2 } = new MessageChannelMain();
      core.postMessage({ type: "attach", caller } satisfies ToCore, [port2]);
      return port1;
    },
    photoFile: (asset) =>
      photos.ask((id) => core.postMessage({ type: "photo", id, asset } satisfies ToCore), null),
    close: () =>
      new Promise((resolve) => {
        const patience = setTimeout(resolve, CLOSE_PATIENCE_MS);
        closing = () => {
          clearTimeout(patience);
          core.kill();
          resolve();
        };
        core.postMessage({ type: "close" } satisfies ToCore);
      }),
  };
}
