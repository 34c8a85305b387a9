import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openedWebHost, type OpenedWebHost } from "#tests/support/open-web-host.ts";
import { invited, stranger, type WebVisitor } from "#tests/support/web-visitor.ts";

let opened: OpenedWebHost;
let guest: WebVisitor;

beforeAll(async () => {
  opened = await openedWebHost();
  guest = await invited(opened.host.url());
});
afterAll(() => opened.end());

function tokenPath(): string {
  const { pathname, search } = new URL(opened.host.url());
  return `${pathname}${search}`;
}

describe("the browser host's door", () => {
  it("listens on this machine only", () => {
    expect(new URL(opened.host.url()).hostname).toBe("127.0.0.1");
  });

  it("turns the address it gives out into a cookie that no script can read and no other site sends", async () => {
    const answer = await stranger(guest.origin).visit(tokenPath());
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/");
    expect(answer.headers["cache-control"]).toBe("no-store");
    const cookie = answer.headers["set-cookie"]?.join() ?? "";
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/; (?:Max-Age|Expires)/);
  });

  it("lets an address in once", async () => {
    const path = tokenPath();
    const door = stranger(guest.origin);
    expect((await door.visit(path)).status).toBe(303);
    const again = await door.visit(path);
    expect(again.status).toBe(403);
    expect(again.headers["set-cookie"]).toBeUndefined();
    expect(again.body.toString()).toMatch(/used before/);
  });

  it("gives every window an address of its own, and each works", async () => {
    const windows = await Promise.all([invited(opened.host.url()), invited(opened.host.url())]);
    for (const window of windows) expect((await window.visit("/")).status).toBe(200);
  });

  it.each([
    "/",
    "/index.html",
    "/assets/desk-Bx81.js",
    `/photo/${"0".repeat(64)}`,
    "/enter",
    "/enter?token=",
    "/nothing",
  ])("shows a stranger nothing at %s", async (path) => {
    const answer = await stranger(guest.origin).visit(path);
    expect(answer.status).toBe(403);
    expect(answer.body.toString()).not.toMatch(/doctype|export/);
  });

  it("does not take a made-up cookie", async () => {
    const { port } = new URL(guest.origin);
    const answer = await stranger(guest.origin).visit("/", {
      headers: { cookie: `stet-${port}=${"A".repeat(43)}` },
    });
    expect(answer.status).toBe(403);
  });

  it.each(["localhost", "stet.example", "127.0.0.1", "127.0.0.1:1", "[::1]"])(
    "answers to its own name only, not to %s, whoever asks",
    async (host) => {
      const asked = host === "localhost" ? `localhost:${new URL(guest.origin).port}` : host;
      expect((await guest.visit("/", { headers: { host: asked } })).status).toBe(403);
      expect((await guest.visit(tokenPath(), { headers: { host: asked } })).status).toBe(403);
    },
  );

  it.each(["https://stet.example", "http://127.0.0.1:1", "http://localhost", "null"])(
    "answers no page from %s, cookie or not",
    async (origin) => {
      expect((await guest.visit("/", { headers: { origin } })).status).toBe(403);
    },
  );

  it.each([
    ["same-origin", 200],
    ["none", 200],
    ["same-site", 403],
    ["cross-site", 403],
  ])("answers a request that a browser calls %s with %i", async (site, status) => {
    expect((await guest.visit("/", { headers: { "sec-fetch-site": site } })).status).toBe(status);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("takes no %s", async (method) => {
    expect((await guest.visit("/", { method, headers: { origin: guest.origin } })).status).toBe(405);
  });

  it("opens the WebSocket to a page that was let in", async () => {
    const socket = await guest.dial();
    expect(socket.readyState).toBe(socket.OPEN);
    socket.terminate();
  });

  it.each([
    ["a stranger", { cookie: "" }],
    ["another site's page", { origin: "https://stet.example" }],
    ["a page on another port", { origin: "http://127.0.0.1:1" }],
    ["something that is no page", { origin: "" }],
    ["a foreign name for this machine", { host: "stet.example" }],
  ])("does not open the WebSocket to %s", async (_who, headers) => {
    await expect(guest.dial(headers)).rejects.toThrow("403");
  });
});
