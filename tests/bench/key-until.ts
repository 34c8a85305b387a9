import type { Page } from "@playwright/test";
import { z } from "zod";

/** A key, and the words by which one sees that what it does is done. */
export interface TimedKey {
  /** As Playwright presses it, and its physical key. */
  readonly press: string;
  readonly code: string;
  /** Where the words will stand. */
  readonly selector: string;
  readonly words: string;
}

/** Presses a key and waits until the words that it brings have been painted; gives the milliseconds from the key on. */
export async function timeKey(page: Page, { press, code, selector, words }: TimedKey): Promise<number> {
  await page.evaluate(
    ([key, place, brought]) => {
      const painted = new Promise<number>((resolve) => {
        const onKey = ({ timeStamp, code: pressed }: KeyboardEvent): void => {
          if (pressed !== key) return;
          window.removeEventListener("keydown", onKey, { capture: true });
          const look = (): void => {
            if (document.querySelector(place)?.textContent.includes(brought) !== true) {
              requestAnimationFrame(look);
              return;
            }
            const channel = new MessageChannel();
            channel.port1.addEventListener("message", () => resolve(performance.now() - timeStamp));
            channel.port1.start();
            requestAnimationFrame(() => channel.port2.postMessage(null));
          };
          requestAnimationFrame(look);
        };
        window.addEventListener("keydown", onKey, { capture: true });
      });
      Object.assign(window, { painted });
    },
    [code, selector, words] as const,
  );
  await page.keyboard.press(press);
  const tookMs: unknown = await page.evaluate(() => Reflect.get(window, "painted"));
  return z.number().parse(tookMs);
}
