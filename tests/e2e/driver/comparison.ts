import type { Locator, Page } from "@playwright/test";

/** The comparison that stands over the page. */
export function comparison(page: Page): Locator {
  return page.getByRole("region", { name: "The story with its differences marked" });
}

/** The story in it, with what was added and taken out marked. */
export function differences(page: Page): Locator {
  return comparison(page).getByRole("article");
}

/** The list of what can be compared. */
export function versions(page: Page): Locator {
  return page.getByRole("listbox", { name: "Versions of this story" });
}
