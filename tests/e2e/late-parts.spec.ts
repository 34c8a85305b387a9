import { onNewStory, storyText } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

test.beforeEach(({ hostName }) => {
  test.skip(hostName === "electron", "not run: the desktop app reads its parts from its own package");
});

test("a panel that the host cannot give is waited for, and the story stays as it is", async ({ stet }) => {
  const page = await onNewStory(stet);
  let isAway = true;
  await page.route("**/assets/export-panel*.js", (route) => (isAway ? route.abort() : route.continue()));
  page.removeAllListeners("console");
  await page.reload();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("Ferry waits");

  await page.getByRole("tab", { name: "Export" }).click();
  await expect(page.getByText("Waiting for the newsroom…")).toBeVisible();
  await expect(storyText(page)).toContainText("Ferry waits");

  isAway = false;
  await expect(page.getByText("Waiting for the newsroom…")).toBeHidden();
  await expect(page.getByRole("complementary").getByRole("button", { name: /^Export/ })).toBeVisible();
});
