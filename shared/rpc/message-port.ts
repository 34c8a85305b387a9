import type { Transport } from "./message.ts";

/** The part of a MessagePort that a transport needs: a page's, a worker's and Electron's all have it. */
export interface PortLike {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** How one kind of port hands over its messages and its end. */
export interface PortEvents {
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** A road over a MessagePort. Bytes travel by structured clone, so nothing is framed. */
export function messagePortTransport(port: PortLike, events: PortEvents): Transport {
  const closeListeners: (() => void)[] = [];
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  events.onClose(end);
  return {
    send: (message) => {
      if (open) port.postMessage(message);
    },
    onMessage: (listener) => {
      events.onMessage(listener);
      port.start();
    },
    onClose: (listener) => closeListeners.push(listener),
    close: () => {
      port.close();
      end();
    },
  };
}
