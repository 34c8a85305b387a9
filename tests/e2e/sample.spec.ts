import { deskRows, fields, onNewStory, runCommand, storyText } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

test("the sample newsroom opens with stories to try things on, and their pictures are seen", async ({
  stet,
}) => {
  const page = await stet.openWindow();
  await page.getByRole("button", { name: "Open the sample newsroom" }).click();
  await expect(page).toHaveTitle(/sample newsroom/);
  await expect(deskRows(page)).toHaveCount(8);

  const withPhotos = deskRows(page).filter({ hasText: /\d photos?/ });
  const slugs = await withPhotos.evaluateAll((rows) =>
    rows.map((row) => row.querySelector(".row-slug")?.textContent ?? ""),
  );
  expect(slugs.length).toBeGreaterThan(2);
  for (const slug of slugs) {
    await deskRows(page).filter({ hasText: slug }).click();
    await expect(storyText(page)).toHaveAccessibleName(`Text of ${slug}`);
    await expect(fields(page, "Headline")).not.toBeEmpty();
    const images = storyText(page).getByRole("img");
    await expect(images.first()).toBeVisible();
    for (const image of await images.all()) {
      await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    }
  }
});

test("the sample and the person's own newsroom stand side by side, and neither gets into the other", async ({
  stet,
}) => {
  let page = await onNewStory(stet);
  await page.keyboard.type("My own headline");
  await runCommand(page, "Open the sample newsroom");
  await expect(page).toHaveTitle(/sample newsroom/);
  await expect(deskRows(page)).toHaveCount(8);
  await expect(deskRows(page).filter({ hasText: "My own headline" })).toHaveCount(0);
  await deskRows(page).first().click();
  const headline = await fields(page, "Headline").textContent();

  await stet.closeWindow(page);
  page = await stet.openWindow();
  await expect(page).toHaveTitle(/sample newsroom/);
  await expect(fields(page, "Headline")).toHaveText(headline ?? "");

  await runCommand(page, "Open your newsroom");
  await expect(page).not.toHaveTitle(/sample newsroom/);
  await expect(deskRows(page)).toHaveCount(1);
  await expect(fields(page, "Headline")).toHaveText("My own headline");
});
