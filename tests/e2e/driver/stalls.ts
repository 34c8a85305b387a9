import type { Page } from "@playwright/test";
import { z } from "zod";

/** The longest time for which a page stood still while something was done, in milliseconds. */
export interface Stall {
  readonly longestMs: number;
  readonly tookMs: number;
}

const reportSchema = z.object({ longestMs: z.number(), tookMs: z.number() });

/** Does something and tells for how long the page could not answer meanwhile. */
export async function stallWhile(page: Page, act: () => Promise<void>): Promise<Stall> {
  await page.evaluate(() => {
    let longestMs = 0;
    const beganMs = performance.now();
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
    });
    observer.observe({ type: "longtask" });
    Object.assign(window, {
      takeStall: () => {
        observer.disconnect();
        return { longestMs, tookMs: performance.now() - beganMs };
      },
    });
  });
  await act();
  const report: unknown = await page.evaluate(() => {
    const take: unknown = Reflect.get(window, "takeStall");
    return typeof take === "function" ? take() : null;
  });
  return reportSchema.parse(report);
}
