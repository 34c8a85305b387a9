import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onUsualPort } from "#main/launch/usual-port.ts";

let home: string;
let servers: Server[];

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "stet-port-"));
  servers = [];
});

afterEach(() => {
  for (const server of servers) server.close();
  rmSync(home, { recursive: true, force: true });
});

function listen(port: number): Promise<Server> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen");
  return address.port;
}

/** Starts and ends, and gives the port that was used. */
async function started(newsroom?: string): Promise<number> {
  const server = await onUsualPort({ home, newsroom }, listen);
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the port of the browser host", () => {
  it("is the same from start to start, and none that systems hand out by chance", async () => {
    const port = await started();
    expect(port).toBeLessThan(32_768);
    expect([await started(), await started()]).toEqual([port, port]);
  });

  it("is another one for another newsroom, and that again the same", async () => {
    const [own, other] = [await started(), await started("/desk")];
    expect(other).not.toBe(own);
    expect([await started("/desk"), await started()]).toEqual([other, own]);
  });

  it("is the one that was used last time it was taken, where it is taken again; else the usual one", async () => {
    const usual = await started();
    const squatter = await listen(usual);
    const second = await started();
    expect(second).not.toBe(usual);
    expect(await started()).toBe(second);
    await new Promise((resolve) => squatter.close(resolve));
    expect(await started()).toBe(usual);
  });

  it("is a new one where what was remembered cannot be read", async () => {
    writeFileSync(path.join(home, "usual-ports.json"), "{ torn");
    const port = await started();
    expect(await started()).toBe(port);
  });

  it("is not looked for any further where the host does not open for another reason", async () => {
    let tries = 0;
    const opening = onUsualPort({ home, newsroom: undefined }, () => {
      tries += 1;
      return Promise.reject(new Error("The bundle was not built."));
    });
    await expect(opening).rejects.toThrow("The bundle was not built.");
    expect(tries).toBe(1);
  });

  it("is any free one where the home cannot be written to", async () => {
    const file = path.join(home, "a-file");
    writeFileSync(file, "no folder");
    const server = await onUsualPort({ home: path.join(file, "home"), newsroom: undefined }, listen);
    expect(portOf(server)).toBeGreaterThan(0);
  });
});
