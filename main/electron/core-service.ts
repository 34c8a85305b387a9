import type { MessageEvent, MessagePortMain, ParentPort } from "electron";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { failure } from "#shared/contract/index.ts";
import { failed, messagePortTransport, ok } from "#shared/rpc/index.ts";
import { toCoreSchema, type FromCore, type ToCore } from "./core-messages.ts";
import { questions } from "./questions.ts";
import { told } from "#shared/language/told.ts";

type Opening = Extract<ToCore, { type: "open" }>;

/**
 * Runs the core in the process that owns the database, at the orders of the main process. Windows
 * that attach before the newsroom is open wait for it; on "close" every commit is finished first.
 */
export function serveCore(parent: ParentPort): void {
  const folders = questions<string | null>();
  const shown = questions<boolean>();
  const say = (message: FromCore): void => parent.postMessage(message);
  let host: Promise<DeskHost> | undefined;

  const open = ({ home, newsroom, version }: Opening): Promise<DeskHost> =>
    openDesk({
      home,
      ...(newsroom === null ? {} : { newsroom }),
      abilities: {
        host: "electron",
        version,
        chooseFolder: (startAt) => folders.ask((id) => say({ type: "choose-folder", id, startAt }), null),
        showInFolder: async (path) =>
          (await shown.ask((id) => say({ type: "show-in-folder", id, path }), false))
            ? ok(null)
            : failed(failure("not-found", told("pathGone", { path }), path)),
      },
    });

  /** Tells which keys were chosen in the newsroom that is open, now and whenever that changes. */
  const tellKeys = async ({ desk }: DeskHost): Promise<void> => {
    const tell = async (): Promise<void> => {
      const settings = await desk.settings.read(null);
      say({ type: "keys", chosen: settings.ok ? settings.value.chosenKeys : {} });
    };
    desk.settings.on("changed", ({ chosenKeys }) => say({ type: "keys", chosen: chosenKeys }));
    desk.host.on("newsroomChanged", () => void tell());
    await tell();
  };

  const obey = async (order: ToCore, ports: readonly MessagePortMain[]): Promise<void> => {
    switch (order.type) {
      case "open":
        host ??= open(order);
        await tellKeys(await host);
        return say({ type: "opened" });
      case "attach": {
        const [port] = ports;
        if (port) (await host)?.server.attach(portTransport(port), order.caller);
        return;
      }
      case "photo":
        return say({
          type: "photo",
          id: order.id,
          file: (await (await host)?.photoFile(order.asset)) ?? null,
        });
      case "chosen":
        return folders.answer(order.id, order.folder);
      case "shown":
        return shown.answer(order.id, order.shown);
      case "close":
        await (await host)?.close();
        return say({ type: "closed" });
    }
  };

  parent.on("message", (event: MessageEvent) => {
    const order = toCoreSchema.safeParse(event.data);
    // A defect in here must end the process: the main process then starts a new one on a database that SQLite has kept whole.
    if (order.success) void obey(order.data, event.ports);
  });
}

function portTransport(port: MessagePortMain): ReturnType<typeof messagePortTransport> {
  return messagePortTransport(port, {
    onMessage: (listener) => port.on("message", (event) => listener(event.data)),
    onClose: (listener) => port.on("close", listener),
  });
}
