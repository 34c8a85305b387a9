import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import type { DeskHost } from "#main/core/desk.ts";
import { pageHeaders } from "#main/page-policy.ts";
import { PHOTO_MAX_BYTES } from "#shared/contract/index.ts";
import { beaconHandler } from "./beacon.ts";
import { bundleFiles } from "./bundle-files.ts";
import { doorkeeper, ENTRANCE } from "./doorkeeper.ts";
import { photoAsset } from "./photo-address.ts";
import { refuse, sendFile } from "./responses.ts";
import { socketTransport } from "./socket-transport.ts";

export interface WebHostOptions {
  /** The part of the core that a host carries. */
  readonly deskHost: Pick<DeskHost, "server" | "photoFile">;
  /** The folder of the renderer's bundle. */
  readonly bundle: string;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
}

/** The newsroom, open to a browser of this machine. */
export interface WebHost {
  /** Makes an address that lets one browser in, once. Ask again for another window. */
  readonly url: () => string;
  /** How many pages are connected. */
  readonly pages: () => number;
  /** Tells how many pages are connected whenever that changes. */
  readonly onPages: (listener: (pages: number) => void) => void;
  /** Hangs up on every page and gives back the port, after the last call under way was answered. */
  readonly close: () => Promise<void>;
}

const RPC = "/rpc";
/** A picture in one frame, and room for the words around it. */
const MAX_FRAME_BYTES = PHOTO_MAX_BYTES + 1024 * 1024;
const PING_EVERY_MS = 30_000;
/** WebSocket close code "going away" (RFC 6455, section 7.4.1). */
const GOING_AWAY = 1001;

const STRANGER =
  "This address was used before, or belongs to a window that is closed. Start Stet again, or copy the address that it prints.";

/** Hangs up on a page whose browser does not answer: its calls are given up and its place is free. */
function keepAlive(socket: WebSocket): void {
  let answered = true;
  socket.on("pong", () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_EVERY_MS);
  timer.unref();
  socket.on("close", () => clearInterval(timer));
}

/** Listens on this machine only; gives the port. */
async function listen(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("The host has no port.");
  return address.port;
}

/**
 * Opens the newsroom to a browser on this machine: the renderer's bundle, its pictures and the
 * contract over a WebSocket, on 127.0.0.1 only and to nobody but the browser that was invited.
 * Rejects where the port is taken or the bundle was not built.
 */
export async function openWebHost({ deskHost, bundle, port = 0 }: WebHostOptions): Promise<WebHost> {
  const files = bundleFiles(bundle);
  const http = createServer();
  const ownPort = await listen(http, port);
  const door = doorkeeper(ownPort);
  const headers = pageHeaders({ pictures: [], connections: [`ws://127.0.0.1:${String(ownPort)}`] });
  const beacon = beaconHandler(deskHost.server);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const pageListeners: ((pages: number) => void)[] = [];
  let windows = 0;

  const tellPages = (): void => {
    for (const listener of pageListeners) listener(sockets.clients.size);
  };

  const enter = (url: URL, response: ServerResponse): void => {
    const cookie = door.admit(url.searchParams.get("token") ?? "");
    if (cookie === null) return refuse(response, 403, STRANGER);
    response.writeHead(303, { Location: "/", "Set-Cookie": cookie, "Cache-Control": "no-store" }).end();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const url = URL.parse(`http://127.0.0.1${request.url ?? "/"}`);
    if (url === null || !door.isAddressed(request))
      return refuse(response, 403, "Stet answers its own pages only.");
    const reads = request.method === "GET" || request.method === "HEAD";
    if (reads && url.pathname === ENTRANCE) return enter(url, response);
    if (!door.isKnown(request)) return refuse(response, 403, STRANGER);
    if (request.method === "POST" && url.pathname === RPC) {
      if (!door.isFromOwnPage(request)) return refuse(response, 403, "Stet answers its own pages only.");
      return beacon(request, response);
    }
    if (!reads) return refuse(response, 405, "There is nothing to send here.");
    const asset = photoAsset(url.pathname);
    const photo = asset === null ? null : await deskHost.photoFile(asset);
    if (photo !== null) return sendFile(request, response, { ...photo, immutable: true });
    const file = files.get(url.pathname === "/" ? "/index.html" : url.pathname);
    return file
      ? sendFile(request, response, file)
      : refuse(response, 404, "There is nothing at this address.");
  };

  http.on("request", (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "Stet could not read what this address stands for.");
    });
  });

  http.on("upgrade", (request, socket, head) => {
    const welcome =
      request.url === RPC &&
      door.isAddressed(request) &&
      door.isFromOwnPage(request) &&
      door.isKnown(request);
    if (!welcome) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      windows += 1;
      keepAlive(page);
      page.on("error", () => page.terminate());
      page.on("close", tellPages);
      deskHost.server.attach(socketTransport(page), `window-${String(windows)}`);
      tellPages();
    });
  });

  return {
    url: door.invitation,
    pages: () => sockets.clients.size,
    onPages: (listener) => void pageListeners.push(listener),
    close: async () => {
      await deskHost.server.drained();
      for (const page of sockets.clients) page.close(GOING_AWAY);
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      for (const page of sockets.clients) page.terminate();
      await closed;
    },
  };
}
