import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, symlinkSync } from "node:fs";
import type { Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import {
  canMountDisks,
  fillDisk,
  mountSmallDisk,
  NO_DISKS,
  type SmallDisk,
} from "#tests/support/small-disk.ts";
import { dropFiles } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  fields,
  inEmptyNewsroom,
  onNewStory,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { committedStories, ownNewsroom, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test as base } from "./driver/stet.ts";

const COPY =
  "Fährverbot für Łódź\n\nNach dem Sturm – „vorerst“ – fährt die Fähre nach Norrby nicht mehr, sagte Ilse Varga am Dienstag.\n";
/** The same, of letters that the old one-byte alphabet of the West has. */
const WESTERN =
  "Fährverbot für Malmö\n\nNach dem Sturm fährt die Fähre nach Norrby nicht mehr, sagte der Bürgermeister Jörg Öhmann am Dienstag. Die Häfen bleiben geschlossen, bis der Wind nachlässt, hieß es später.\n";

function dropCopy(page: Page, name: string, bytes: Uint8Array) {
  return dropFiles(page.getByRole("main"), { name, mediaType: "text/plain", bytes });
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}

/** Windows-1252: Latin-1, and curly quotes and dashes where Latin-1 has none. */
function windows1252(text: string): Uint8Array {
  return Buffer.from(
    text.replaceAll("“", "\u0093").replaceAll("”", "\u0094").replaceAll("–", "\u0096"),
    "latin1",
  );
}

const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ hostName: _ }, use) => {
    const disk = mountSmallDisk(8192);
    await use(disk);
    disk.remove();
  },
});

test("copy that is none is refused with its name and the reason, and the newsroom stays empty", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  const png = await drawPicture(40, 30, "png");
  for (const [name, bytes, why] of [
    ["notes.txt", png, "notes.txt is not text: it begins like a PNG"],
    ["empty.txt", new Uint8Array(), "empty.txt is empty"],
    ["blank.txt", Buffer.from(" \n\n  \n"), "blank.txt is empty"],
    [
      "book.txt",
      Buffer.alloc(11 * 1024 * 1024, "All the words of a book. "),
      "book.txt is 11 MB; Stet takes text of up to 10 MB",
    ],
  ] as const) {
    await dropCopy(page, name, bytes);
    await expect(sheet.getByRole("alert").filter({ hasText: why })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(sheet.getByRole("textbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  }
  expect(committedStories(stet.home)).toEqual([]);
});

for (const [encoding, text, encoded] of [
  ["UTF-8", COPY, (all: string) => Buffer.from(all)],
  ["UTF-16LE", COPY, utf16],
  ["Windows-1252", WESTERN.replace("geschlossen", "“geschlossen”"), windows1252],
  ["Latin-1", WESTERN, (all: string) => Buffer.from(all, "latin1")],
] as const) {
  test(`a text file in ${encoding} arrives with its accents and quotation marks`, async ({ stet }) => {
    const page = await inEmptyNewsroom(stet);
    await dropCopy(page, "ferry.txt", encoded(text));
    const sheet = page.getByRole("dialog", { name: "Bring copy in" });
    const [headline = "", , body = ""] = text.split("\n");
    await expect(sheet.getByRole("option").first()).toContainText(headline);
    await sheet.getByRole("button", { name: "Bring it in" }).click();
    await expect(fields(page, "Headline")).toHaveText(headline);
    await expect(fields(page, "Paragraph")).toHaveText(body);
    expect(theCommittedStory(stet.home).lines).toEqual([`headline: ${headline}`, `paragraph: ${body}`]);
    const original = await showPanel(page, "Original");
    await expect(original).toContainText(body);
  });
}

test("a picture that is broken is refused with its name and the reason, and the story stays as it was", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Nothing happened here");
  await saysSaved(page);
  const jpeg = await drawPicture(1200, 900);
  const notices = page.getByRole("log", { name: "Notices" });
  for (const [name, bytes, why] of [
    ["harbor.jpg", jpeg.subarray(0, jpeg.byteLength / 3), /harbor\.jpg is cut short/],
    ["empty.jpg", new Uint8Array(), /empty\.jpg is empty/],
    ["letter.jpg", Buffer.from("Dear desk, the picture is attached."), /letter\.jpg .* Stet takes photos as/],
  ] as const) {
    await dropFiles(storyText(page), { name, mediaType: "image/jpeg", bytes });
    await expect(notices.getByText(why)).toBeVisible();
    await notices.getByRole("button", { name: `Dismiss: ${name}` }).click();
  }
  await expect(fields(page, "Photo")).toHaveCount(0);
  expect(theCommittedStory(stet.home).lines).toContain("headline: Nothing happened here");

  await dropFiles(storyText(page), {
    name: "really-a-png.jpg",
    mediaType: "image/jpeg",
    bytes: await drawPicture(40, 30, "png"),
  });
  const image = storyText(page).getByRole("img");
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40);
});

test("a second Stet on the same newsroom is another window of the first, and never a second writer", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Typed in the first window");
  await saysSaved(page);
  await stet.startAgain();
  const list = spawnSync(
    process.execPath,
    ["main/cli/stet.ts", "--newsroom", ownNewsroom(stet.home), "list"],
    {
      encoding: "utf8",
    },
  );
  expect(list.status).not.toBe(0);
  expect(list.stderr).toContain(`The newsroom ${ownNewsroom(stet.home)} is open in another Stet`);
  await page.keyboard.type(", and still here");
  await expect
    .poll(() => theCommittedStory(stet.home).lines[0])
    .toBe("headline: Typed in the first window, and still here");
});

const hasDisks = canMountDisks();

test.describe(`where the disk gives out${hasDisks ? "" : ` (${NO_DISKS})`}`, () => {
  test.skip(!hasDisks, NO_DISKS);

  test("a full disk is said at once, typing goes on, and all of it is saved by itself when there is room", async ({
    disk,
    stet,
  }) => {
    symlinkSync(disk.folder, ownNewsroom(stet.home));
    const page = await onNewStory(stet);
    await page.keyboard.type("Before the flood");
    await saysSaved(page);
    const ballast = fillDisk(disk);
    await caretAtEnd(fields(page, "Paragraph"));
    await page.keyboard.type(`The water rose. ${"It rained. ".repeat(30)}`, { delay: 5 });
    await expect(stateLine(page)).toContainText(
      "Not saved. Disk full: your text is kept here and saved as soon as there is room.",
      { timeout: 20_000 },
    );
    await page.keyboard.type("Nobody stopped typing.");
    await expect(fields(page, "Paragraph")).toContainText("Nobody stopped typing.");
    rmSync(ballast);
    await expect(stateLine(page)).toContainText(/^Saved on this laptop /, { timeout: 20_000 });
    expect(theCommittedStory(stet.home).lines.join("\n")).toContain("Nobody stopped typing.");
  });

  test("an export into a full disk or a locked folder says so and leaves nothing half done", async ({
    disk,
    stet,
  }) => {
    const page = await onNewStory(stet);
    await page.keyboard.type("Tide gates shut early");
    await dropFiles(storyText(page), {
      name: "gates.jpg",
      mediaType: "image/jpeg",
      bytes: await drawPicture(900, 700),
    });
    await expect(fields(page, "Photo")).toHaveCount(1);
    await saysSaved(page);
    const ballast = fillDisk(disk);
    const panel = await showPanel(page, "Export");
    await panel.getByLabel("Into the folder").fill(disk.folder);
    await panel.getByRole("button", { name: "Export", exact: true }).click();
    await expect(panel.getByRole("alert")).toContainText("is full");
    rmSync(ballast);
    expect(readdirSync(disk.folder)).toEqual([]);

    disk.lock();
    await panel.getByRole("button", { name: "Export", exact: true }).click();
    await expect(panel.getByRole("alert")).toContainText(`${disk.folder} cannot be written to`);
    expect(readdirSync(disk.folder)).toEqual([]);
  });
});
