import type { Page } from "@playwright/test";
import { z } from "zod";
import { seeded } from "#tests/support/invented-copy.ts";

const BETWEEN_KEYS_MS = 30;
const LETTERS = "abcdefghij klmnop qrstuv wxyz ";

/** What was typed until the hand stopped. */
export interface Typed {
  /** Every letter that was sent to the page. */
  readonly sent: string;
  /** When the page took letters in, as far as it still said so: milliseconds since 1970. */
  readonly takenInAtMs: readonly number[];
}

/** Somebody who types without pause until the page or its host is gone. */
export interface TypingHand {
  readonly stop: () => Promise<Typed>;
  /** The longest time that the page was kept from doing anything, in milliseconds. */
  readonly longestStallMs: () => number;
}

const reportSchema = z.object({ atMs: z.number(), stallMs: z.number() });
const TICK_MS = 20;

/** Reports each letter that arrives in the page, with the page's longest stall until then. */
async function watchLetters(page: Page, onLetter: (report: unknown) => void): Promise<void> {
  await page.exposeFunction("noteLetter", onLetter);
  await page.evaluate((tickMs) => {
    const note: unknown = Reflect.get(window, "noteLetter");
    if (typeof note !== "function") throw new Error("nobody listens");
    let stallMs = 0;
    let tickedAtMs = performance.now();
    setInterval(() => {
      stallMs = Math.max(stallMs, performance.now() - tickedAtMs - tickMs);
      tickedAtMs = performance.now();
    }, tickMs);
    const onLetter = (event: InputEvent): void => {
      if (event.data === null) return;
      const stall = Math.max(stallMs, performance.now() - tickedAtMs);
      note({ atMs: Date.now(), stallMs: stall });
    };
    window.addEventListener("beforeinput", onLetter, { capture: true });
  }, TICK_MS);
}

/** Begins to type where the caret is, other letters for each seed. */
export async function beginTyping(page: Page, seed: number): Promise<TypingHand> {
  const takenInAtMs: number[] = [];
  let sent = "";
  let longestStallMs = 0;
  const over = new AbortController();
  await watchLetters(page, (report) => {
    const { atMs, stallMs } = reportSchema.parse(report);
    takenInAtMs.push(atMs);
    longestStallMs = Math.max(longestStallMs, stallMs);
  });
  const random = seeded(seed);
  const typing = (async () => {
    while (!over.signal.aborted) {
      const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? "e";
      sent += letter;
      await page.keyboard.type(letter);
      await page.waitForTimeout(BETWEEN_KEYS_MS);
    }
  })().catch(() => {
    // The page is gone, as it is meant to be.
  });
  return {
    stop: async () => {
      over.abort();
      await typing;
      return { sent, takenInAtMs };
    },
    longestStallMs: () => longestStallMs,
  };
}
