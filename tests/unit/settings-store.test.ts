import { describe, expect, it } from "vitest";
import { settingsStore } from "#renderer/app/settings-store.ts";
import { DEFAULT_SETTINGS, type Desk } from "#shared/contract/index.ts";
import { failed } from "#shared/rpc/result.ts";
import { deskBut } from "#tests/support/desk-but.ts";
import { openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

/** A desk whose answers to a change come when the test lets them. */
async function slowDesk(): Promise<{ readonly desk: Desk; readonly waiting: (() => void)[] }> {
  const { desk } = await openTestDesk(temporaryFolder());
  const waiting: (() => void)[] = [];
  return {
    desk: deskBut(desk, "settings", {
      change: async (change) => {
        const answer = await desk.settings.change(change);
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
        return answer;
      },
    }),
    waiting,
  };
}

const zoomed = (zoom: number) => ({ view: { ...DEFAULT_SETTINGS.view, zoom } });

describe("The choices of a person", () => {
  it("stay as they were last made while answers to earlier ones come in", async () => {
    const { desk, waiting } = await slowDesk();
    const store = settingsStore(desk, () => undefined);
    const shown: number[] = [];
    store.settings.subscribe(() => shown.push(store.settings.get().view.zoom));
    const first = store.change(zoomed(110));
    const second = store.change(zoomed(125));
    await expect.poll(() => waiting.length).toBe(2);
    waiting.shift()?.();
    await first;
    expect(store.settings.get().view.zoom).toBe(125);
    waiting.shift()?.();
    await second;
    expect(store.settings.get().view.zoom).toBe(125);
    expect(shown.slice(1)).not.toContain(110);
    store.close();
  });

  it("hold in this window where they could not be kept, and a sentence says so", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const sentences: string[] = [];
    const store = settingsStore(
      deskBut(desk, "settings", {
        change: () => Promise.resolve(failed({ code: "disk-full", message: "The disk is full." })),
      }),
      (sentence) => sentences.push(sentence),
    );
    await store.change({ theme: "dark" });
    expect(store.settings.get().theme).toBe("dark");
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain("The disk is full.");
    store.close();
  });
});
