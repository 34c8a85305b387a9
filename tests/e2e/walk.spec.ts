import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { filesUnder, manifestIn, sha256Of } from "#tests/support/exporting.ts";
import { icmlText, readIcml } from "#tests/support/icml.ts";
import { markupPieces } from "#tests/support/markup.ts";
import { drawPicture, pictureSaying } from "#tests/support/pictures.ts";
import { readWord, wordText, zipFiles } from "#tests/support/word.ts";
import { dropFiles, forDialog, pasteFiles, pastePicture, pasteText } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  deskRows,
  fields,
  goesOnAfterCrash,
  inEmptyNewsroom,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { NEWS_PAGE } from "./driver/news-page.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

const CAPTION = "The old wall at low tide on Tuesday, looking east from the quay.";
const FIRST_PARAGRAPH = "The harbor board voted four to three on Tuesday night";

/** A photograph of an invented harbor that says everything about itself. */
async function harborPhoto(stet: Stet) {
  const bytes = await pictureSaying(
    stet.home,
    "-XMP-dc:Description=Waves over the harbor steps on Monday.",
    "-XMP-dc:Creator=Mara Quill",
    "-XMP-photoshop:Credit=Valley News",
    "-XMP-iptcCore:AltTextAccessibility=Gray waves break over stone steps",
  );
  return { name: "harbor.jpg", mediaType: "image/jpeg", bytes };
}

/** A paragraph without the place that leads it, which NITF keeps apart. */
function afterDateline(paragraph: string): string {
  return paragraph.replace(/^OLDMARSH, Wash. — /, "");
}

/** What is on the page, field by field, as a person reads it. */
function lines(page: Page) {
  return storyText(page)
    .locator(".block")
    .evaluateAll((blocks) => blocks.map((block) => block.textContent));
}

test("copy comes in, is edited with a photo, survives a close and a crash, and goes out ready for print", async ({
  stet,
}) => {
  test.setTimeout(150_000);
  let page: Page = await stet.openWindow();

  await test.step("the first screen offers an empty newsroom and a sample", async () => {
    await expect(page.getByRole("button", { name: "Open the sample newsroom" })).toBeVisible();
    await page.getByRole("button", { name: "Start an empty newsroom" }).click();
    await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
    for (const thing of ["Write a story", "Bring copy in", "Open the sample"]) {
      await expect(page.getByRole("main").getByRole("button", { name: thing })).toBeVisible();
    }
  });

  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  const part = (text: string) => sheet.getByRole("option").filter({ hasText: text });

  await test.step("a pasted news page is shown with what each part was taken for", async () => {
    await page.getByRole("main").getByRole("button", { name: "Bring copy in" }).click();
    await expect(sheet.getByLabel("Paste a story, a news page or an agency message")).toBeFocused();
    await pasteText(page, NEWS_PAGE);
    await expect(sheet.getByRole("listbox", { name: "Parts of the source" })).toBeFocused();
    await expect(part("Sign In")).toContainText("Leave out");
    await expect(part("Harbor board sends seawall plan")).toContainText("Headline");
    await expect(part("growers upriver ask")).toContainText("Deck");
    await expect(part("Jonas Őry")).toContainText("Byline");
    await expect(part("Jonas Őry")).toContainText("agency: Valley News");
    await expect(part(CAPTION)).toContainText("credit: Mara Quill");
  });

  await test.step("one key changes what one part is", async () => {
    const list = sheet.getByRole("listbox", { name: "Parts of the source" });
    await list.press("End");
    for (let up = 0; up < 40; up += 1) {
      if ((await part("What it costs").getAttribute("aria-selected")) === "true") break;
      await list.press("ArrowUp");
    }
    await expect(part("What it costs")).toContainText("Subhead");
    await list.press("q");
    await expect(part("What it costs")).toContainText("Pull quote");
    await expect(part("What it costs")).toContainText("you said so; read as subhead");
    await list.press("u");
    await expect(part("What it costs")).not.toContainText("you said so");
  });

  await test.step("the story opens in the desk's blocks, the original beside it", async () => {
    await sheet.getByLabel("Slug").fill("seawall");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(sheet).toBeHidden();
    await expect(fields(page, "Headline")).toHaveText("Harbor board sends seawall plan to voters");
    await expect(fields(page, "Byline")).toHaveText("By Ana Ruiz, Jonas Őry and Valley News");
    await expect(fields(page, "Caption")).toHaveText(CAPTION);
    await expect(fields(page, "Credit")).toHaveText("Mara Quill");
    await expect(fields(page, "Dateline")).toHaveText("OLDMARSH, Wash. —");
    await expect(fields(page, "Subhead")).toHaveText("What it costs");
    await expect(fields(page, "Tagline")).toHaveText(
      "This article originally appeared in The Oldmarsh Ledger.",
    );
    await expect(storyText(page)).not.toContainText("Sign In");
    const original = await showPanel(page, "Original");
    await expect(original).toContainText("Sign In");
    await expect(original).toContainText("Terms of Service");
  });

  await test.step("text is typed, marked and linked, taken back and done again", async () => {
    const closing = fields(page, "Paragraph").last();
    await caretAtEnd(closing);
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ballots go out on ");
    await page.keyboard.press("ControlOrMeta+B");
    await page.keyboard.type("Jan. 4");
    await page.keyboard.press("ControlOrMeta+B");
    await page.keyboard.type(" and the ");
    await page.keyboard.press("ControlOrMeta+I");
    await page.keyboard.type("Ledger");
    await page.keyboard.press("ControlOrMeta+I");
    await page.keyboard.type(" prints the full text");
    for (let letter = 0; letter < "full text".length; letter += 1)
      await page.keyboard.press("Shift+ArrowLeft");
    await expect(stateLine(page)).toContainText("2 words, 9 characters selected");
    await page.keyboard.press("ControlOrMeta+Shift+K");
    await page.getByLabel("Link to").fill("example.org/seawall");
    await page.keyboard.press("Enter");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type(".");
    const written = "Ballots go out on Jan. 4 and the Ledger prints the full text.";
    await expect(fields(page, "Paragraph").filter({ hasText: written })).toBeVisible();

    await page.keyboard.press("ControlOrMeta+Z");
    await expect(storyText(page)).not.toContainText(written);
    await page.keyboard.press("ControlOrMeta+Shift+Z");
    await expect(storyText(page)).toContainText(written);
    await expect
      .poll(() =>
        theCommittedStory(stet.home).blocks.find((block) => JSON.stringify(block).includes("Jan. 4")),
      )
      .toMatchObject({
        kind: "paragraph",
        runs: [
          { text: "Ballots go out on " },
          { text: "Jan. 4", marks: ["bold"] },
          { text: " and the " },
          { text: "Ledger", marks: ["italic"] },
          { text: " prints the " },
          { text: "full text", link: { href: "https://example.org/seawall" } },
          { text: "." },
        ],
      });
  });

  await test.step("Enter goes from field to field", async () => {
    await caretAtEnd(fields(page, "Headline"));
    await page.keyboard.press("Enter");
    await page.keyboard.type(" in spring");
    await expect(fields(page, "Deck")).toContainText("drains the fields in spring");
    await page.keyboard.press("Enter");
    await expect(stateLine(page)).toContainText("Byline");
  });

  const photos = storyText(page).getByRole("group", { name: "Photo", exact: true });
  const unnamed = photos.filter({ has: page.getByRole("img", { name: "Photo without alternative text" }) });

  await test.step("a JPEG from the file dialog begins with its own caption, credit and alt text", async () => {
    await caretAtEnd(fields(page, "Paragraph").filter({ hasText: FIRST_PARAGRAPH }));
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("ControlOrMeta+Shift+P");
    await (await chooser).setFiles(forDialog(await harborPhoto(stet)));
    await expect(photos).toHaveCount(2);
    const photo = photos.nth(1);
    await expect(photo.getByRole("group", { name: "Caption" })).toHaveText(
      "Waves over the harbor steps on Monday.",
    );
    await expect(photo.getByRole("group", { name: "Credit" })).toHaveText("Mara Quill/Valley News");
    await expect(photo.getByRole("group", { name: "Alt text" })).toHaveText(
      "Gray waves break over stone steps",
    );
    const image = photo.getByRole("img", { name: "Gray waves break over stone steps" });
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300);
  });

  await test.step("more pictures come by drop and by paste", async () => {
    await dropFiles(fields(page, "Subhead"), {
      name: "gates.jpg",
      mediaType: "image/jpeg",
      bytes: await pictureSaying(stet.home, "-XMP-dc:Description=The tide gates, shut."),
    });
    await expect(fields(page, "Caption").filter({ hasText: "The tide gates, shut." })).toBeVisible();

    await caretAtEnd(fields(page, "Paragraph").last());
    await pasteFiles(storyText(page), {
      name: "slip.jpg",
      mediaType: "image/jpeg",
      bytes: await pictureSaying(stet.home, "-IPTC:Caption-Abstract=The ferry slip."),
    });
    await expect(fields(page, "Caption").filter({ hasText: "The ferry slip." })).toBeVisible();

    await caretAtEnd(fields(page, "Paragraph").last());
    await pastePicture(page, await drawPicture(64, 48, "png"));
    await expect(photos).toHaveCount(5);
    const image = unnamed.getByRole("img");
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(64);
  });

  await test.step("a caption belongs to this use of the picture, and shares the undo of the text", async () => {
    const caption = photos.nth(1).getByRole("group", { name: "Caption" });
    await caretAtEnd(caption);
    await page.keyboard.type(" Nobody was hurt.");
    await expect(caption).toHaveText("Waves over the harbor steps on Monday. Nobody was hurt.");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(caption).toHaveText("Waves over the harbor steps on Monday.");
    await page.keyboard.press("ControlOrMeta+Y");
    await expect(caption).toHaveText("Waves over the harbor steps on Monday. Nobody was hurt.");
    await unnamed.getByRole("button", { name: "Remove photo" }).click();
    await expect(photos).toHaveCount(4);
  });

  await test.step("closed in the middle of a word it opens again as it was left", async () => {
    const paragraph = fields(page, "Paragraph").filter({ hasText: "Growers upriver fear" });
    await caretAtEnd(paragraph);
    await page.keyboard.type(" Nobody at the table ans");
    const scroller = page.locator(".story-editor");
    const before = await scroller.evaluate((element) => element.scrollTop);
    expect(before).toBeGreaterThan(0);
    await stet.closeWindow(page);

    page = await stet.openWindow();
    await expect(storyText(page)).toBeFocused();
    await expect(fields(page, "Paragraph").filter({ hasText: "Growers upriver fear" })).toContainText(
      "Nobody at the table ans",
    );
    await expect
      .poll(() => page.locator(".story-editor").evaluate((element) => element.scrollTop))
      .toBeCloseTo(before, -1);
    await page.keyboard.type("wered.");
    await expect(fields(page, "Paragraph").filter({ hasText: "Growers upriver fear" })).toContainText(
      "Nobody at the table answered.",
    );
  });

  await test.step("a crash after “Saved” loses nothing", async () => {
    await expect(stateLine(page)).toContainText(/Saved/);
    await expect.poll(() => theCommittedStory(stet.home).lines.join("\n")).toContain("answered.");
    const before = await lines(page);
    await stet.restart({ crash: true });
    page = await stet.openWindow();
    await goesOnAfterCrash(page);
    await expect(fields(page, "Headline")).toBeVisible();
    expect(await lines(page)).toEqual(before);
  });

  await test.step("the desk knows where the story goes and when", async () => {
    const facts = await showPanel(page, "Facts");
    await facts.getByLabel("Slug").fill("harbor-seawall");
    await facts.getByLabel("Slug").press("Enter");
    await facts.getByLabel("Desk", { exact: true }).fill("Metro");
    await facts.getByLabel("Edition").fill("Late");
    await facts.getByLabel("Page").fill("A1");
    await facts.getByLabel("Planned length", { exact: true }).fill("120");
    await facts.getByLabel("Planned length", { exact: true }).press("Enter");
    await facts.getByLabel("Deadline").fill("2031-03-04T22:30");
    await facts.getByLabel("Deadline").press("Enter");
    await facts.getByLabel("Status").selectOption({ value: "slot" });
    await expect(deskRows(page).first()).toContainText("harbor-seawall");
    await expect(deskRows(page).first()).toContainText("Slot");
    await expect(deskRows(page).first()).toContainText("Metro");
    await expect(deskRows(page).first()).toContainText("p. A1");
    await expect(stateLine(page)).toContainText("planned 120 words");
    await expect(stateLine(page)).toContainText("due in");
    expect(theCommittedStory(stet.home).facts).toMatchObject({
      slug: "harbor-seawall",
      desk: "Metro",
      edition: "Late",
      page: "A1",
      planned: { amount: 120, unit: "words" },
      deadline: new Date("2031-03-04T22:30").toISOString(),
      status: "slot",
    });
  });

  await test.step("the story is found by slug, by its words without their accents, and by status", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "New story" }).click();
    await expect(deskRows(page)).toHaveCount(2);
    const search = page.getByRole("searchbox", { name: "Find stories" });
    for (const words of ["seawall", "lucja cermak", "net loft coff"]) {
      await search.fill(words);
      await expect(deskRows(page)).toHaveCount(1);
      await expect(deskRows(page)).toContainText("harbor-seawall");
    }
    await search.fill("");
    await page.getByRole("combobox", { name: "Status" }).first().selectOption("Slot");
    await expect(deskRows(page)).toHaveCount(1);
    await deskRows(page).first().click();
    await expect(fields(page, "Headline")).toHaveText("Harbor board sends seawall plan to voters");
  });

  const into = path.join(stet.home, "for-the-page");
  mkdirSync(into);

  await test.step("the export goes into a folder and a .zip, with progress and a report", async () => {
    const panel = await showPanel(page, "Export");
    for (const format of ["InCopy story (ICML)", "Word (DOCX)", "NITF 3.6", "Plain text"]) {
      await panel.getByRole("checkbox", { name: format }).check();
    }
    await panel.getByRole("checkbox", { name: "A .zip beside the folder" }).check();
    await panel.getByLabel("Into the folder").fill(into);
    await panel.getByRole("button", { name: "Export", exact: true }).click();
    await expect(panel.getByRole("heading", { name: "Exported" })).toBeVisible({ timeout: 30_000 });
    await expect(panel).toContainText(path.join(into, "harbor-seawall"));
    await expect(panel).toContainText("harbor-seawall.zip");
    await expect(panel).toContainText("pictures/harbor-seawall-2.jpg");
  });

  await test.step("what lies on the disk is what was written, in every format", async () => {
    expect(readdirSync(into).toSorted()).toEqual(["harbor-seawall", "harbor-seawall.zip"]);
    const folder = path.join(into, "harbor-seawall");
    const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
    const files = await filesUnder(folder);
    expect(files).toEqual([
      "harbor-seawall-captions.txt",
      "harbor-seawall.docx",
      "harbor-seawall.icml",
      "harbor-seawall.txt",
      "harbor-seawall.xml",
      "manifest.json",
      "pictures/harbor-seawall-2.jpg",
      "pictures/harbor-seawall-3.jpg",
      "pictures/harbor-seawall-4.jpg",
    ]);
    const manifest = manifestIn(folder);
    expect(manifest.files.map((file) => file.path).toSorted()).toEqual(
      files.filter((file) => file !== "manifest.json"),
    );
    for (const file of manifest.files) expect(file.sha256).toBe(sha256Of(path.join(folder, file.path)));

    const icml = readIcml(bytesOf("harbor-seawall.icml"));
    const word = await readWord(bytesOf("harbor-seawall.docx"));
    const nitf = markupPieces(bytesOf("harbor-seawall.xml"));
    const sentences = [
      "Harbor board sends seawall plan to voters",
      "The harbor board voted four to three on Tuesday night to let the town decide whether the seawall of 1911 is rebuilt, ending a year of hearings that filled the old net loft and emptied the coffee urn.",
      "What it costs",
      "A house of average value would pay about $210 a year for nine years, the town’s auditor, Łucja Čermák, told the meeting. Boats would pay nothing.",
      "Ballots go out on Jan. 4 and the Ledger prints the full text.",
      "This article originally appeared in The Oldmarsh Ledger.",
    ];
    const nitfText = nitf.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
    const plain = new TextDecoder().decode(bytesOf("harbor-seawall.txt"));
    for (const sentence of sentences) {
      expect(icml.map(icmlText).map(afterDateline)).toContain(sentence);
      expect(word.map(wordText).map(afterDateline)).toContain(sentence);
      expect(nitfText).toContain(sentence);
      expect(plain.split("\n\n").map(afterDateline)).toContain(sentence);
    }
    const captions = new TextDecoder().decode(bytesOf("harbor-seawall-captions.txt"));
    expect(captions).toContain(
      "harbor-seawall-2.jpg\nCaption: Waves over the harbor steps on Monday. Nobody was hurt.\nCredit: Mara Quill/Valley News\nAlt text: Gray waves break over stone steps\n",
    );
    expect(captions).toContain(CAPTION);
    const zipped = await zipFiles(new Uint8Array(readFileSync(path.join(into, "harbor-seawall.zip"))));
    expect([...zipped.keys()].map((name) => name.replace(/^harbor-seawall\//, "")).toSorted()).toEqual(files);
  });
});

test("an export that is cancelled leaves nothing behind", async ({ stet }) => {
  const page = await inEmptyNewsroom(stet);
  await page.getByRole("main").getByRole("button", { name: "Write a story" }).click();
  const bytes = await drawPicture(5000, 4000);
  for (const name of ["one.jpg", "two.jpg", "three.jpg"]) {
    await dropFiles(storyText(page), { name, mediaType: "image/jpeg", bytes });
  }
  await expect(fields(page, "Caption")).toHaveCount(3);
  await saysSaved(page);
  const into = path.join(stet.home, "cancelled");
  mkdirSync(into);
  const panel = await showPanel(page, "Export");
  await panel.getByLabel("Into the folder").fill(into);
  await panel.getByRole("button", { name: "Export", exact: true }).click();
  await expect(panel.getByRole("progressbar")).toBeVisible();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(panel.getByRole("button", { name: "Export", exact: true })).toBeVisible();
  await expect.poll(() => readdirSync(into)).toEqual([]);
});
