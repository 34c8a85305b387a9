import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Tail, TailKey } from "#renderer/tail/tail.ts";
import { tailKeeper, type TailKeeper } from "#renderer/tail/tail-keeper.ts";
import { paragraph, story } from "#shared/document/builders.ts";

const WRITE_MS = 15;

/** A page that types and a browser that keeps; nothing is ever committed unless the test says so. */
class FakePage {
  typed = "";
  unsafeSinceMs: number | null = null;
  canKeep = true;
  readonly puts: { readonly atMs: number; readonly tail: Tail }[] = [];
  kept: Tail | null = null;
  readonly keeper: TailKeeper = tailKeeper({
    store: {
      put: async (tail) => {
        await new Promise((resolve) => setTimeout(resolve, WRITE_MS));
        if (!this.canKeep) return false;
        this.puts.push({ atMs: Date.now(), tail });
        this.kept = tail;
        return true;
      },
      drop: async (_: TailKey) => {
        await new Promise((resolve) => setTimeout(resolve, WRITE_MS));
        this.kept = null;
      },
    },
    tail: () => ({
      newsroom: "/desk",
      story: "s_1",
      window: "w_1",
      atMs: Date.now(),
      slug: "ferry",
      base: 7,
      branch: null,
      pending: null,
      document: story(paragraph(this.typed)),
    }),
    unsafeSinceMs: () => this.unsafeSinceMs,
    nowMs: Date.now,
  });

  type(text: string): void {
    this.typed += text;
    this.unsafeSinceMs ??= Date.now();
    this.keeper.touch();
  }

  commit(): void {
    this.unsafeSinceMs = null;
    this.keeper.committed();
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("text that cannot be committed", () => {
  it("lies in the browser within a second of any key, however long somebody types", async () => {
    const page = new FakePage();
    const typedAtMs = new Map<string, number>();
    for (let key = 0; key < 200; key += 1) {
      page.type("x");
      typedAtMs.set(page.typed, Date.now());
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(2_000);
    for (const [text, atMs] of typedAtMs) {
      const kept = page.puts.find(({ tail }) => JSON.stringify(tail.document).includes(text));
      expect((kept?.atMs ?? Infinity) - atMs).toBeLessThanOrEqual(1_000);
    }
    expect(page.puts.length).toBeLessThanOrEqual(15);
  });

  it("is kept at once when a save is refused, and once only while nothing new is typed", async () => {
    const page = new FakePage();
    page.type("one");
    await vi.advanceTimersByTimeAsync(200);
    page.keeper.refused();
    await vi.advanceTimersByTimeAsync(WRITE_MS);
    expect(page.puts).toHaveLength(1);
    for (let retry = 0; retry < 10; retry += 1) {
      page.keeper.refused();
      await vi.advanceTimersByTimeAsync(8_000);
    }
    expect(page.puts).toHaveLength(1);
    expect(page.keeper.isKept.get()).toBe(true);
  });

  it("is not said to be kept where the browser refused it", async () => {
    const page = new FakePage();
    page.canKeep = false;
    page.type("one");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(page.keeper.isKept.get()).toBe(false);
  });

  it("leaves the browser once it is committed, and not before all of it is", async () => {
    const page = new FakePage();
    page.type("one");
    await vi.advanceTimersByTimeAsync(1_000);
    page.keeper.committed();
    await vi.advanceTimersByTimeAsync(100);
    expect(page.kept).not.toBeNull();
    page.commit();
    await vi.advanceTimersByTimeAsync(100);
    expect(page.kept).toBeNull();
    expect(page.keeper.isKept.get()).toBe(false);
  });

  it("is gone from the browser even where the commit overtakes the write", async () => {
    const page = new FakePage();
    page.type("one");
    page.keeper.refused();
    page.commit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.puts).toHaveLength(1);
    expect(page.kept).toBeNull();
  });
});

describe("text that is committed in time", () => {
  it("never goes to the browser, and leaves no timer behind", async () => {
    const page = new FakePage();
    for (let key = 0; key < 100; key += 1) {
      page.type("x");
      await vi.advanceTimersByTimeAsync(60);
      if (key % 10 === 9) page.commit();
    }
    page.commit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page.puts).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
