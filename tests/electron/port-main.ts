import { EventEmitter } from "node:events";
import type { MessagePort } from "node:worker_threads";

/** A MessagePort of Node in the dress of Electron's MessagePortMain. */
export interface PortMain extends EventEmitter {
  readonly raw: MessagePort;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Dresses a port; messages wait until `start`, as Electron's do. */
export function portMain(raw: MessagePort): PortMain {
  const dressed = Object.assign(new EventEmitter(), {
    raw,
    postMessage: (message: unknown) => raw.postMessage(message),
    start: () => {
      raw.on("message", (data: unknown) => dressed.emit("message", { data, ports: [] }));
      raw.start();
    },
    close: () => raw.close(),
  });
  raw.on("close", () => dressed.emit("close"));
  return dressed;
}
