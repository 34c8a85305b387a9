import { request, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { WebSocket } from "ws";

/** What a host answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a visitor sends that is not usual for it. */
export interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A browser as far as a host can tell: it keeps its cookie and says where its pages come from. */
export interface WebVisitor {
  /** Asks for a path exactly as it is written: nothing is made shorter or safer. */
  readonly visit: (path: string, how?: Visit) => Promise<Answer>;
  /** Opens the WebSocket; rejects where the host does not want it. */
  readonly dial: (headers?: Readonly<Record<string, string>>) => Promise<WebSocket>;
  readonly origin: string;
}

function exchange(origin: string, path: string, { method = "GET", headers, body }: Visit): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      void buffer(response).then((bytes) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

/** A visitor without a cookie. */
export function stranger(address: string): WebVisitor {
  return visitorWith(new URL(address).origin, {});
}

/** A visitor that followed the address it was given and kept the cookie. */
export async function invited(address: string): Promise<WebVisitor> {
  const { origin, pathname, search } = new URL(address);
  const { headers } = await exchange(origin, `${pathname}${search}`, {});
  const cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return visitorWith(origin, { cookie });
}

function visitorWith(origin: string, own: Readonly<Record<string, string>>): WebVisitor {
  return {
    origin,
    visit: (path, how = {}) => exchange(origin, path, { ...how, headers: { ...own, ...how.headers } }),
    dial: (headers = {}) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${origin.replace("http", "ws")}/rpc`, {
          headers: { ...own, origin, ...headers },
        });
        socket.binaryType = "nodebuffer";
        socket.once("open", () => resolve(socket));
        socket.once("error", reject);
      }),
  };
}
