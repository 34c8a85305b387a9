import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { openWebHost, type WebHost } from "#main/webhost/web-host.ts";

/** A newsroom of its own, carried to the browser by the real host, with a bundle of three files. */
export interface OpenedWebHost {
  readonly desk: DeskHost;
  readonly host: WebHost;
  readonly folder: string;
  readonly end: () => Promise<void>;
}

/** Opens it in a folder that `end` removes. */
export async function openedWebHost(): Promise<OpenedWebHost> {
  const folder = mkdtempSync(path.join(tmpdir(), "stet-webhost-"));
  const bundle = path.join(folder, "bundle");
  mkdirSync(path.join(bundle, "assets"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "not for pages");
  writeFileSync(path.join(bundle, "index.html"), "<!doctype html><title>Stet</title>");
  writeFileSync(path.join(bundle, "assets", "desk-Bx81.js"), "export {};");
  writeFileSync(path.join(bundle, "assets", "serif-77aa.woff2"), "a font");
  writeFileSync(path.join(bundle, "notes.md"), "of no kind that is served");
  const desk = await openDesk({
    home: folder,
    openAtOnce: "own",
    abilities: { host: "browser", version: "0.0.0" },
  });
  const host = await openWebHost({ deskHost: desk, bundle });
  return {
    desk,
    host,
    folder,
    end: async () => {
      await host.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
