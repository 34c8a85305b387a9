import { drawPicture } from "#tests/support/pictures.ts";
import { drawing, p, run, tracked, wordFile } from "#tests/support/word-file.ts";
import { comparison, differences } from "./driver/comparison.ts";
import { dropFiles, forDialog, type CarriedFile } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  fields,
  inEmptyNewsroom,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A manuscript as an editor sends it back: changed by two people, with a question. */
async function manuscript(name: string): Promise<CarriedFile> {
  const comment = `<w:comment w:id="0" w:author="Ben Oduya" w:date="2026-11-20T11:00:00Z"><w:p><w:r><w:t>Which Tuesday?</w:t></w:r></w:p></w:comment>`;
  const asked = `<w:commentRangeStart w:id="0"/>${run("Tuesday")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
  const body =
    p("Title", run("Seawall goes to voters") + tracked("ins", "Mara Quill", run(" in May"))) +
    p("Normal", run("By Ana Ruiz")) +
    p(
      "Normal",
      `${run("The board voted ")}${tracked("del", "Ben Oduya", run("late "))}${run("on ")}${asked}${run(" to ask the town.")}`,
    ) +
    p("heading2", run("What it costs")) +
    p("Normal", run("A new one costs four million, the engineer said."));
  return { name, mediaType: MEDIA_TYPE, bytes: await wordFile({ body, comments: comment }) };
}

test("a manuscript that was edited in Word is brought in with its changes and comments open", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  await dropFiles(page.getByRole("main"), await manuscript("seawall.docx"));
  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  await expect(sheet.getByRole("option").filter({ hasText: "By Ana Ruiz" })).toContainText("Byline");
  await expect(sheet.getByRole("option").filter({ hasText: "What it costs" })).toContainText("Subhead");
  await expect(
    sheet.getByText(/^2 tracked changes are open in the file \(Mara Quill, Ben Oduya\)/),
  ).toBeVisible();
  await expect(sheet.getByText(/^1 comment is in the file/)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");

  await expect(fields(page, "Headline").getByRole("insertion")).toHaveText(" in May");
  await expect(storyText(page).getByRole("deletion")).toHaveText("late ");
  const changes = await showPanel(page, "Changes");
  await expect(changes.getByRole("option").filter({ hasText: "Struck" })).toContainText("Ben Oduya");
  await expect(await showPanel(page, "Notes")).toContainText("Which Tuesday?");
  await expect(await showPanel(page, "Original")).toContainText("The board voted on Tuesday");
  await runCommand(page, "Reject all changes");
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to voters");
  expect(stet.complaints).toEqual([]);
});

test("the pictures of a Word file arrive in the story with their captions and credits", async ({ stet }) => {
  const page = await inEmptyNewsroom(stet);
  const body =
    p("Title", run("Seawall goes to voters")) +
    p("Normal", drawing("r1", { alt: "Waves over the wall" })) +
    p("caption", run("The wall on Tuesday. (Ben Oduya)")) +
    p("Normal", run("The board voted on Tuesday to ask the town, said the engineer."));
  const pictures = { r1: { name: "image1.jpeg", bytes: await drawPicture(320, 200) } };
  const bytes = await wordFile({ body, pictures });
  await dropFiles(page.getByRole("main"), { name: "seawall.docx", mediaType: MEDIA_TYPE, bytes });
  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  await expect(sheet.getByText("1 picture comes along: it goes into the photo archive")).toBeVisible();
  await expect(sheet.getByRole("option").filter({ hasText: "The wall on Tuesday." })).toContainText(
    "picture: image1.jpeg",
  );
  await page.keyboard.press("ControlOrMeta+Enter");

  const picture = storyText(page).getByRole("img", { name: "Waves over the wall" });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((shown) => (shown instanceof HTMLImageElement ? shown.naturalWidth : 0)))
    .toBeGreaterThan(0);
  await expect(fields(page, "Caption")).toHaveText("The wall on Tuesday.");
  await expect(fields(page, "Credit")).toHaveText("Ben Oduya");
  await saysSaved(page);
  expect(stet.complaints).toEqual([]);
});

test("a Word file is compared with the story, and an old or locked one is refused in words", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Seawall goes to voters");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("A new one costs three million, the engineer said.");
  await saysSaved(page);
  await runCommand(page, "Compare with a file or pasted text");
  const sheet = page.getByRole("dialog", { name: "Compare with another version" });
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await dropFiles(sheet, { name: "seawall.doc", mediaType: "application/msword", bytes: old });
  await expect(sheet.getByRole("alert")).toContainText("save it as .docx");
  await sheet.getByRole("button", { name: "Compare with something else" }).press("Enter");
  const chooser = page.waitForEvent("filechooser");
  await sheet.getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles(forDialog(await manuscript("seawall.docx")));
  await sheet.getByLabel("Whose version").fill("Mara Quill");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(comparison(page)).toBeVisible();
  await expect(differences(page).locator("ins").filter({ hasText: "four" })).toHaveCount(1);
  await page.getByRole("button", { name: "Mark as tracked changes by Mara Quill" }).press("Enter");
  await expect(storyText(page).getByRole("insertion").filter({ hasText: "four" })).toHaveCount(1);
  await expect(storyText(page).getByRole("deletion").filter({ hasText: "three" })).toHaveCount(1);
  expect(stet.complaints).toEqual([]);
});
