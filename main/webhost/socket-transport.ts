import type { WebSocket } from "ws";
import { decodeFrame, encodeFrame, type Transport } from "#shared/rpc/index.ts";

/** WebSocket close codes (RFC 6455, section 7.4.1). */
const UNSUPPORTED_DATA = 1003;

/**
 * The server's end of a WebSocket as a road for messages: one binary frame for each
 * (`shared/rpc/frame.ts`). A page that sends text is not Stet's, and is hung up on.
 */
export function socketTransport(socket: WebSocket): Transport {
  return {
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeFrame(message));
    },
    onMessage: (listener) => {
      socket.on("message", (data, isBinary) => {
        if (!isBinary || !(data instanceof Uint8Array)) return socket.close(UNSUPPORTED_DATA);
        // A plain view: `slice` of a Buffer would not copy, and keep the whole frame alive with every picture.
        listener(decodeFrame(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
      });
    },
    onClose: (listener) => socket.on("close", () => listener()),
    close: () => socket.close(),
  };
}
