import { isAccessible } from "./driver/axe.ts";
import { fields, onNewStory, runCommand, storyText } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

test("an amount of money is converted by the desk’s own rate, and the rate and its day are told", async ({
  stet,
}, testInfo) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("A €5 million loan");
  const headline = fields(page, "Headline");
  await expect(headline).toHaveText("A €5 million loan");
  for (let nth = 0; nth < 6; nth += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(
    page.getByText("There is no rate for euros. The settings have the rates of exchange."),
  ).toBeVisible();
  await expect(headline).toHaveText("A €5 million loan");

  await runCommand(page, "Settings");
  await page.getByRole("textbox", { name: "1 euro" }).fill("1,08");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "1 euro" })).toHaveValue("1.08");
  await page.getByLabel("Rates of", { exact: true }).fill("2026-01-05");
  await page.getByRole("textbox", { name: "1 pound sterling" }).fill("much");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("A rate is a figure like 1.08, or nothing.");
  await page.keyboard.press("Escape");
  await isAccessible(page, "rates of exchange");
  await page.getByRole("heading", { name: "Rates of exchange" }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: testInfo.outputPath("rates.png") });

  await storyText(page).focus();
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(headline).toHaveText("A €5 million ($5.4 million) loan");
  await expect(
    page.getByText(
      /^At 1 euro = 1\.08 US dollars, the desk’s rate of Monday 5 January 2026\. It is \d+ days old\./,
    ),
  ).toBeVisible();
  await expect(page.getByText("There is no rate for euros.")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(headline).toHaveText("A €5 million loan");
});
