import { messagePortTransport, type Transport } from "#shared/rpc/index.ts";
import type { RoadBuilder } from "./standing-road.ts";

/** What the page posts to the preload when it listens: the first port comes then, and not before. */
const READY_MESSAGE = "stet:ready";

/** What the preload posts to its own page, with the port to the newsroom beside it. */
const PORT_MESSAGE = "stet:port";

/** The `type` of what the preload posts when a command was chosen from the menu bar. */
const COMMAND_MESSAGE = "stet:command";

function portTransport(port: MessagePort): Transport {
  return messagePortTransport(port, {
    onMessage: (listener) => {
      port.addEventListener("message", (event: MessageEvent<unknown>) => listener(event.data));
    },
    onClose: (listener) => port.addEventListener("close", listener, { once: true }),
  });
}

/** Takes each port that the preload hands over: the first one, and another whenever the newsroom was started again. */
export function electronRoads(): RoadBuilder {
  return (onRoad) => {
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source === window && event.data === PORT_MESSAGE && port) onRoad(portTransport(port));
    });
    window.postMessage(READY_MESSAGE, window.location.origin);
  };
}

function commandId(message: unknown): string | null {
  if (typeof message !== "object" || message === null || !("type" in message) || !("id" in message))
    return null;
  return message.type === COMMAND_MESSAGE && typeof message.id === "string" ? message.id : null;
}

/** Tells the ids of the commands that are chosen from the menu bar. */
export function menuCommands(onCommand: (id: string) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const id = event.source === window ? commandId(event.data) : null;
    if (id !== null) onCommand(id);
  };
  window.addEventListener("message", onMessage);
  return () => window.removeEventListener("message", onMessage);
}
