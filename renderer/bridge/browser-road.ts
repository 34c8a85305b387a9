import { decodeFrame, encodeFrame, type Transport } from "#shared/rpc/index.ts";
import type { RoadBuilder } from "./standing-road.ts";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** A road over an open WebSocket: one binary frame for each message (see `shared/rpc/frame.ts`). */
function socketTransport(socket: WebSocket): Transport {
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeFrame(message));
    },
    onMessage: (listener) => {
      socket.addEventListener("message", (event: MessageEvent<unknown>) => {
        if (event.data instanceof ArrayBuffer) listener(decodeFrame(new Uint8Array(event.data)));
      });
    },
    onClose: (listener) => socket.addEventListener("close", listener, { once: true }),
    close: () => socket.close(),
  };
}

/**
 * Dials the browser host at `/rpc` of the page's own origin, and dials again when the road is gone:
 * after a quarter of a second, then twice as long each time up to 5 s, at once when the person
 * comes back to the window.
 */
export function browserRoads(address: string): RoadBuilder {
  return (onRoad) => {
    let waitMs = FIRST_WAIT_MS;
    let timer: number | undefined;

    const dial = (): void => {
      timer = undefined;
      const socket = new WebSocket(address);
      socket.binaryType = "arraybuffer";
      socket.addEventListener("open", () => {
        waitMs = FIRST_WAIT_MS;
        onRoad(socketTransport(socket));
      });
      socket.addEventListener("close", () => {
        timer = window.setTimeout(dial, waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      });
    };

    window.addEventListener("focus", () => {
      if (timer === undefined) return;
      window.clearTimeout(timer);
      dial();
    });
    dial();
  };
}
