import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWebHost } from "#main/webhost/web-host.ts";
import { openedWebHost, type OpenedWebHost } from "#tests/support/open-web-host.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { invited, type WebVisitor } from "#tests/support/web-visitor.ts";

let opened: OpenedWebHost;
let guest: WebVisitor;

beforeAll(async () => {
  opened = await openedWebHost();
  guest = await invited(opened.host.url());
});
afterAll(() => opened.end());

describe("what the browser host serves", () => {
  it("is the desk's page at /, asked for anew each time", async () => {
    const { status, headers, body } = await guest.visit("/");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(body.toString()).toContain("<title>Stet</title>");
  });

  it.each([
    ["/assets/desk-Bx81.js", "text/javascript; charset=utf-8"],
    ["/assets/serif-77aa.woff2", "font/woff2"],
  ])("is %s as %s, kept for ever because its name changes with it", async (address, type) => {
    const { status, headers } = await guest.visit(address);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(type);
    expect(headers["cache-control"]).toContain("immutable");
  });

  it("answers HEAD with the same headers and no body", async () => {
    const got = await guest.visit("/assets/desk-Bx81.js");
    const head = await guest.visit("/assets/desk-Bx81.js", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers["content-length"]).toBe(String(got.body.length));
    expect(head.body.length).toBe(0);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/./../secret.txt",
    "/index.html/../../secret.txt",
    "/photo/../../secret.txt",
    "/notes.md",
    "/assets",
    "/assets/",
  ])("is nothing at %s", async (address) => {
    const { status, body } = await guest.visit(address);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("not for pages");
  });

  it("is a picture of the newsroom at its own hash, byte for byte", async () => {
    const bytes = await drawPicture(60, 40);
    const added = await opened.desk.desk.photos.add({ name: "harbor.jpg", bytes: new Uint8Array(bytes) });
    if (!added.ok) throw new Error(added.error.message);
    const { status, headers, body } = await guest.visit(
      `/photo/${added.value.asset.slice("sha256:".length)}`,
    );
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("image/jpeg");
    expect(headers["cache-control"]).toContain("immutable");
    expect(new Uint8Array(body)).toEqual(bytes);
  });

  it.each([`/photo/${"a".repeat(64)}`, `/photo/${"A".repeat(64)}`, "/photo/", "/photo/harbor.jpg"])(
    "has no picture at %s",
    async (address) => {
      expect((await guest.visit(address)).status).toBe(404);
    },
  );

  it("goes out under one strict policy, refusals too", async () => {
    const { host } = new URL(guest.origin);
    for (const address of ["/", "/assets/desk-Bx81.js", "/nothing", "/enter"]) {
      const { headers } = await guest.visit(address);
      const policy = (headers["content-security-policy"]?.toString() ?? "").split("; ");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain(`connect-src 'self' ws://${host}`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy.join(" ")).not.toMatch(/'unsafe|\*|data:|https?:/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["permissions-policy"]).toContain("camera=()");
    }
  });

  it("does not start on a port that is taken, and says so", async () => {
    const port = Number(new URL(guest.origin).port);
    const bundle = path.join(opened.folder, "bundle");
    await expect(openWebHost({ deskHost: opened.desk, bundle, port })).rejects.toThrow("EADDRINUSE");
  });

  it("does not start without its pages", async () => {
    const bundle = path.join(opened.folder, "never-built");
    await expect(openWebHost({ deskHost: opened.desk, bundle })).rejects.toThrow("never-built");
  });

  it("serves the files that were there when it started, and no later one", async () => {
    writeFileSync(path.join(opened.folder, "bundle", "late.js"), "export {};");
    expect((await guest.visit("/late.js")).status).toBe(404);
  });
});
