import type { RpcMessage, Transport } from "./message.ts";

/**
 * Two ends of a road inside one process, for unit tests and the command line. A message arrives
 * in a later microtask, in order, and as the very object that was sent.
 */
export function inProcessPair(): readonly [Transport, Transport] {
  const messageListeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let open = true;

  const close = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };

  const end = (own: 0 | 1): Transport => ({
    send: (message: RpcMessage) => {
      queueMicrotask(() => {
        if (open) messageListeners[1 - own]?.(message);
      });
    },
    onMessage: (listener) => {
      messageListeners[own] = listener;
    },
    onClose: (listener) => closeListeners.push(listener),
    close,
  });
  return [end(0), end(1)];
}
