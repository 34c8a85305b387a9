import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { behindLetters } from "#renderer/app/behind-letters.ts";

const FRAME_MS = 16;

/** The module anew, on a window of its own. */
async function freshly(): Promise<{ readonly behind: typeof behindLetters; readonly press: () => void }> {
  vi.resetModules();
  const window = new EventTarget();
  vi.stubGlobal("window", window);
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, FRAME_MS));
  const { behindLetters: behind } = await import("#renderer/app/behind-letters.ts");
  await behind();
  return { behind, press: () => window.dispatchEvent(new Event("keydown")) };
}

describe("what is drawn beside the text", () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("is drawn at once where nobody types", async () => {
    const { behind } = await freshly();
    const drawn = vi.fn<() => void>();
    void behind().then(drawn);
    await vi.advanceTimersByTimeAsync(0);
    expect(drawn).toHaveBeenCalledOnce();
  });

  test("waits for the frame with the next letter where somebody does", async () => {
    const { behind, press } = await freshly();
    press();
    await vi.advanceTimersByTimeAsync(90);
    const drawn = vi.fn<() => void>();
    void behind().then(drawn);
    void behind().then(drawn);
    await vi.advanceTimersByTimeAsync(20);
    expect(drawn).not.toHaveBeenCalled();
    press();
    expect(drawn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(FRAME_MS + 1);
    expect(drawn).toHaveBeenCalledTimes(2);
  });

  test("comes behind the very letter where its own key has set it off", async () => {
    const { behind, press } = await freshly();
    press();
    const drawn = vi.fn<() => void>();
    void behind().then(drawn);
    await vi.advanceTimersByTimeAsync(FRAME_MS - 1);
    expect(drawn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(drawn).toHaveBeenCalledOnce();
  });

  test("waits no longer than 300 ms after the last key", async () => {
    const { behind, press } = await freshly();
    press();
    await vi.advanceTimersByTimeAsync(100);
    const drawn = vi.fn<() => void>();
    void behind().then(drawn);
    await vi.advanceTimersByTimeAsync(199);
    expect(drawn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(drawn).toHaveBeenCalledOnce();
    void behind().then(drawn);
    await vi.advanceTimersByTimeAsync(0);
    expect(drawn).toHaveBeenCalledTimes(2);
  });
});
