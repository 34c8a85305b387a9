import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import { seeded } from "#tests/support/invented-copy.ts";

/**
 * Letters come as fast as a quick typist's (about 120 words a minute), and each at another point
 * between two frames: at an even pace every key would wait equally long for the screen, and the
 * figure would measure the beat of the two and not the editor.
 */
const BETWEEN_KEYS_MS = 80;
const TWO_FRAMES_MS = 100 / 3;
const LETTERS = "the tide came in over the wall and nobody at the desk was much surprised ";

/** The two moments at which a key is timed, in milliseconds from the input event's own time. */
export interface KeyTimes {
  /** The screen's next frame begins: the one with the letter has been handed over and can be seen. */
  readonly onScreen: readonly number[];
  /** The page has done its work for the frame with the letter: input, layout, paint and commit. */
  readonly workDone: readonly number[];
}

const timesSchema = z.object({ onScreen: z.array(z.number()), workDone: z.array(z.number()) });

/** Notes both moments of each key that goes down, in `window.keyTimes`. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times = { onScreen: [] as number[], workDone: [] as number[] };
    Object.assign(window, { keyTimes: times });
    const channel = new MessageChannel();
    let waiting: number[] = [];
    channel.port1.addEventListener("message", () => {
      const done = performance.now();
      for (const pressed of waiting) times.workDone.push(done - pressed);
      waiting = [];
    });
    channel.port1.start();
    window.addEventListener(
      "keydown",
      (event) => {
        const pressed = event.timeStamp;
        requestAnimationFrame(() => {
          waiting.push(pressed);
          channel.port2.postMessage(null);
          requestAnimationFrame(() => times.onScreen.push(performance.now() - pressed));
        });
      },
      { capture: true },
    );
  });
}

async function press(session: CDPSession, letter: string): Promise<void> {
  const key = { key: letter, text: letter, unmodifiedText: letter };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
}

/** A page whose caret stands in text, ready to be typed into and timed. */
export interface TypingPage {
  /** Types so many letters and times each. */
  readonly type: (letters: number) => Promise<KeyTimes>;
}

/** Prepares a page for timing. Keys go in through the browser's own input queue. */
export async function typingPage(page: Page): Promise<TypingPage> {
  const session = await page.context().newCDPSession(page);
  await watchKeys(page);
  const pace = seeded(1);
  return {
    type: async (letters) => {
      await page.bringToFront();
      await page.evaluate(() =>
        Object.assign(Reflect.get(window, "keyTimes"), { onScreen: [], workDone: [] }),
      );
      for (let nr = 0; nr < letters; nr += 1) {
        await press(session, LETTERS[nr % LETTERS.length] ?? "e");
        await page.waitForTimeout(BETWEEN_KEYS_MS + pace() * TWO_FRAMES_MS);
      }
      const times: unknown = await page.evaluate(() => Reflect.get(window, "keyTimes"));
      return timesSchema.parse(times);
    },
  };
}
