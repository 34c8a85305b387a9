import { afterEach, describe, expect, it, vi } from "vitest";
import { electronRoads } from "#renderer/bridge/electron-road.ts";
import { tellLanguage } from "#renderer/bridge/tell-language.ts";

/** As much of a desktop window as its page touches to reach the preload. */
function desktopWindow(): { readonly posted: unknown[]; readonly heard: string[] } {
  const posted: unknown[] = [];
  const heard: string[] = [];
  vi.stubGlobal("window", {
    location: { origin: "app://stet", protocol: "app:" },
    addEventListener: (type: string) => heard.push(type),
    postMessage: (message: unknown, origin: string) => {
      if (origin === "app://stet") posted.push({ message, listening: heard.includes("message") });
    },
  });
  return { posted, heard };
}

describe("The page of the desktop app", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("says that it listens once it does, so that it is handed its port", () => {
    const { posted } = desktopWindow();
    electronRoads()(() => undefined);
    expect(posted).toEqual([{ message: "stet:ready", listening: true }]);
  });

  it("says which language it speaks, for the menu", () => {
    const { posted } = desktopWindow();
    tellLanguage("de");
    expect(posted).toMatchObject([{ message: { type: "stet:language", language: "de" } }]);
  });
});
