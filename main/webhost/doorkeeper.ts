import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The path of the address that lets a browser in once. */
export const ENTRANCE = "/enter";

/** Decides who may speak to the host: the browser that was given a token, on the host's own address, and nobody else. */
export interface Doorkeeper {
  /** Makes an address that lets one browser in, once. */
  readonly invitation: () => string;
  /** Turns a token into the value of a `Set-Cookie` header; null where the token is unknown or was used. */
  readonly admit: (token: string) => string | null;
  /** Whether a request came to this host by its own name, from one of its own pages or from the address line. */
  readonly isAddressed: (request: IncomingMessage) => boolean;
  /** Whether a request says that one of the host's own pages made it. */
  readonly isFromOwnPage: (request: IncomingMessage) => boolean;
  /** Whether a request carries the cookie of a browser that was let in. */
  readonly isKnown: (request: IncomingMessage) => boolean;
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Makes the doorkeeper of a host at `127.0.0.1:port`.
 *
 * The Host header is checked because a foreign site can make its own name resolve to 127.0.0.1
 * (DNS rebinding), Origin and Sec-Fetch-Site because any page in the same browser can send
 * requests here, and another port of this machine counts as the same site to a cookie.
 */
export function doorkeeper(port: number): Doorkeeper {
  const host = `127.0.0.1:${String(port)}`;
  const origin = `http://${host}`;
  // Cookies do not keep ports apart: the name does, so that two newsrooms can be open side by side.
  const cookieName = `stet-${String(port)}`;
  const tokens = new Set<string>();
  const sessions = new Set<string>();

  return {
    invitation: () => {
      const token = secret();
      tokens.add(token);
      return `${origin}${ENTRANCE}?token=${token}`;
    },
    admit: (token) => {
      if (!tokens.delete(token)) return null;
      const session = secret();
      sessions.add(session);
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isAddressed: ({ headers }) => {
      const madeBy = headers["sec-fetch-site"];
      return (
        headers.host === host &&
        (headers.origin === undefined || headers.origin === origin) &&
        (madeBy === undefined || madeBy === "same-origin" || madeBy === "none")
      );
    },
    isFromOwnPage: ({ headers }) => headers.origin === origin,
    isKnown: ({ headers }) =>
      (headers.cookie ?? "").split(/;\s*/).some((pair) => {
        const at = pair.indexOf("=");
        return pair.slice(0, at) === cookieName && sessions.has(pair.slice(at + 1));
      }),
  };
}
