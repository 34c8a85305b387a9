import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { manifestIn } from "#tests/support/exporting.ts";
import { readTrackedWord } from "#tests/support/tracked-word.ts";
import { caretAtEnd, fields, onNewStory, saysSaved, showPanel, stateLine } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

test("changes are marked in an export where somebody chooses so, and in that one only", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("The council votes");
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Alt+G");
  await expect(stateLine(page)).toContainText("Suggesting");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(" tonight");
  await saysSaved(page);

  const into = path.join(stet.home, "out");
  mkdirSync(into);
  const panel = await showPanel(page, "Export");
  const final = panel.getByRole("radio", { name: "Final text" });
  const marked = panel.getByRole("radio", { name: "With changes marked, and notes" });
  const start = panel.getByRole("button", { name: "Export", exact: true });
  await panel.getByLabel("Into the folder").fill(into);

  await test.step("the final text is what is chosen, and its report says what was open", async () => {
    await expect(final).toBeChecked();
    await start.click();
    await expect(panel.getByRole("heading", { name: "Exported" })).toBeVisible();
    await expect(panel.getByRole("heading", { name: "Left open" })).toBeVisible();
    await expect(panel).toContainText("1 open change was taken as accepted.");
  });

  await test.step("with changes marked, the panel says which files show them", async () => {
    await panel.getByRole("button", { name: "Export again" }).click();
    await marked.check();
    await expect(panel.getByRole("status")).toContainText(
      "Only InCopy story (ICML) and Word (DOCX) can show changes and notes",
    );
    const folder = panel.getByLabel("Into the folder");
    await folder.fill(path.join(into, "untitled", "manifest.json"));
    await start.click();
    await expect(panel.getByRole("alert")).toBeVisible();
    await expect(marked, "the choice outlives an export that failed").toBeChecked();
    await folder.fill(into);
    await start.click();
    await expect(panel.getByRole("heading", { name: "Exported" })).toBeVisible();
    await expect(panel).toContainText("This format shows no changes and no notes: this is the final text.");
  });

  await test.step("the files are named so, and hold the change", async () => {
    expect(new Set(readdirSync(into))).toEqual(
      new Set(["untitled", "untitled.zip", "untitled-marked", "untitled-marked.zip"]),
    );
    const folder = path.join(into, "untitled-marked");
    const { files } = manifestIn(folder);
    const shown = files.filter(({ variant }) => variant === "markedUp").map((file) => file.path);
    expect(new Set(shown)).toEqual(new Set(["untitled-marked.docx", "untitled-marked.icml"]));
    const word = readFileSync(path.join(folder, "untitled-marked.docx"));
    const changes = await readTrackedWord(new Uint8Array(word));
    expect(changes.paragraphs("accept").map(({ text }) => text)).toContain("The council votes tonight");
    expect(changes.paragraphs("reject").map(({ text }) => text)).toContain("The council votes");
  });

  await test.step("the next export is final text again", async () => {
    await panel.getByRole("button", { name: "Export again" }).click();
    await expect(final).toBeChecked();
    await page.reload();
    await showPanel(page, "Export");
    await expect(final).toBeChecked();
  });
});
