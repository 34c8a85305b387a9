import type { IncomingMessage, ServerResponse } from "node:http";
import type { DeskContract } from "#shared/contract/index.ts";
import { decodeFrame, rpcMessageSchema, type Server } from "#shared/rpc/index.ts";
import { oneCall } from "./one-call-transport.ts";
import { refuse } from "./responses.ts";

/** Browsers send no beacon above 64 KiB (Fetch, "in-flight keep-alive bytes"); the rest is room. */
const MAX_BEACON_BYTES = 128 * 1024;

/** Reads a body; null where it is longer than the limit. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) return null;
    length += part.byteLength;
    if (length > MAX_BEACON_BYTES) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Takes the beacon of a page that is being closed: one call in one frame, carried out like any
 * other. The answer (204) is sent after the call was answered, so the call counts as in flight
 * until then and the newsroom does not close before its commit.
 */
export function beaconHandler(
  server: Server<DeskContract>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let beacons = 0;
  return async (request, response) => {
    const body = await bodyOf(request);
    if (body === null) return refuse(response, 413, "A beacon is one short call.");
    const message = rpcMessageSchema.safeParse(decodeFrame(body));
    if (!message.success || message.data.type !== "call")
      return refuse(response, 400, "A beacon is one call in one frame.");
    beacons += 1;
    const { transport, deliver } = oneCall();
    server.attach(transport, `beacon-${String(beacons)}`);
    await deliver(message.data);
    response.writeHead(204).end();
  };
}
