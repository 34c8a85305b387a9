import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Waits until nothing moves or fades any more: a color half-way is nobody's color. */
function atRest(page: Page): Promise<unknown> {
  return page.evaluate(() => Promise.allSettled(document.getAnimations().map((moving) => moving.finished)));
}

/** Expects axe to find nothing at all on what is on screen; goes on where it does, so that one run names everything. */
export async function isAccessible(page: Page, screen: string): Promise<void> {
  await atRest(page);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length, "how many of its rules axe could try").toBeGreaterThan(5);
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`),
  }));
  expect.soft(found, `what axe finds on: ${screen}`).toEqual([]);
}
