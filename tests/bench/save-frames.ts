import type { Page } from "@playwright/test";
import { z } from "zod";

const framesSchema = z.object({ saving: z.array(z.number()), between: z.array(z.number()) });

/** How long frames took, in milliseconds: those in which the window saved, and the others. */
export type SaveFrames = Readonly<Record<"saving" | "between", readonly number[]>>;

/** A save, its answer, and what the window then draws are over by then. */
const SAVE_MS = 250;

/** Watches the frames of a window from the moment at which it sends a save until everything about it is drawn. */
export async function watchSaveFrames(page: Page): Promise<void> {
  await page.evaluate((saveMs) => {
    const frames = { saving: [] as number[], between: [] as number[] };
    Object.assign(window, { saveFrames: frames });
    let sentAtMs = -Infinity;
    const send: unknown = Reflect.get(WebSocket.prototype, "send");
    if (typeof send !== "function") throw new Error("no WebSocket");
    WebSocket.prototype.send = function noted(this: WebSocket, ...words) {
      sentAtMs = performance.now();
      Reflect.apply(send, this, words);
    };
    let before = performance.now();
    const frame = (): void => {
      const now = performance.now();
      frames[before < sentAtMs + saveMs && sentAtMs < now ? "saving" : "between"].push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, SAVE_MS);
}

/** The frames since they are watched. */
export async function takeSaveFrames(page: Page): Promise<SaveFrames> {
  return framesSchema.parse(await page.evaluate(() => Reflect.get(window, "saveFrames")));
}
