import { EventEmitter } from "node:events";
import { parentPort, type MessagePort } from "node:worker_threads";
import { portMain, type PortMain } from "./port-main.ts";

/** The utility process's side of Electron, on a worker thread: it runs the desktop's real core entry file. */
class ParentPortDouble extends EventEmitter {
  postMessage(message: unknown): void {
    parentPort?.postMessage(message);
  }
}

const double = new ParentPortDouble();
const early: unknown[] = [];
const deliver = (event: { data: unknown; ports: readonly PortMain[] }): void => {
  if (double.listenerCount("message") === 0) early.push(event);
  else double.emit("message", event);
};

parentPort?.on("message", ({ data, ports }: { data: unknown; ports: readonly MessagePort[] }) => {
  deliver({ data, ports: ports.map(portMain) });
});

Object.assign(process, { parentPort: double });
await import("#main/electron/core-process.ts");
for (const event of early.splice(0)) double.emit("message", event);
