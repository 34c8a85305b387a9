import type { RpcMessage, Transport } from "#shared/rpc/index.ts";

/**
 * A road for one call whose answer nobody waits for. A page that is being closed sends its last
 * save this way: its WebSocket is gone before the frame would be, a beacon is not.
 */
export interface OneCall {
  readonly transport: Transport;
  /** Hands the call to whoever serves the transport; resolves when it was answered, whatever the answer. */
  readonly deliver: (message: unknown) => Promise<void>;
}

/** Makes the road; it closes itself after the answer. */
export function oneCall(): OneCall {
  const messageListeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const answered = Promise.withResolvers<void>();
  const close = (): void => {
    answered.resolve();
    for (const listener of closeListeners.splice(0)) listener();
  };
  return {
    transport: {
      send: (message: RpcMessage) => {
        if (message.type === "value" || message.type === "failure") close();
      },
      onMessage: (listener) => messageListeners.push(listener),
      onClose: (listener) => closeListeners.push(listener),
      close,
    },
    deliver: (message) => {
      for (const listener of messageListeners) listener(message);
      return answered.promise;
    },
  };
}
