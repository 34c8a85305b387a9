import type { MessagePort } from "node:worker_threads";
import { type DeskContract, type FailureCode } from "#shared/contract/index.ts";
import { connect, messagePortTransport, type Connection } from "#shared/rpc/index.ts";

type PageMessage = { data: unknown; source: unknown; ports?: readonly MessagePort[] };

/** A page as the preload sees it: a window that takes messages. It connects to every port it is handed. */
export class PageDouble {
  readonly commands: unknown[] = [];
  readonly connections: Connection<DeskContract, FailureCode>[] = [];
  readonly #listeners: ((event: PageMessage) => void)[] = [];
  #waiting: (() => void)[] = [];

  addEventListener(_type: string, listener: (event: PageMessage) => void): void {
    this.#listeners.push(listener);
  }

  postMessage(message: unknown, _origin: string, ports: readonly MessagePort[] = []): void {
    const [port] = ports;
    if (message === "stet:port" && port) {
      const transport = messagePortTransport(
        {
          postMessage: (sent) => port.postMessage(sent),
          start: () => port.start(),
          close: () => port.close(),
        },
        { onMessage: (hear) => port.on("message", hear), onClose: (hear) => port.on("close", hear) },
      );
      this.connections.push(connect<DeskContract, FailureCode>(transport));
      for (const go of this.#waiting.splice(0)) go();
    } else if (typeof message === "object") {
      this.commands.push(message);
    }
  }

  /** The page's own script says that it listens. */
  ready(): void {
    for (const listener of this.#listeners) listener({ data: "stet:ready", source: this });
  }

  /** The page's own script says which language it speaks. */
  speaks(language: unknown): void {
    const data = { type: "stet:language", language };
    for (const listener of this.#listeners) listener({ data, source: this });
  }

  /** The connection with the given number, counted from 1, once it is there. */
  async connection(nr: number): Promise<Connection<DeskContract, FailureCode>> {
    for (;;) {
      const there = this.connections[nr - 1];
      if (there) return there;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}
