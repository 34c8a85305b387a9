import type { Locator, Page } from "@playwright/test";
import { contrast } from "#tests/support/contrast.ts";
import { runStet } from "./driver/run-stet.ts";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  deskRows,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  storyText,
} from "./driver/desk-window.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

const PARAGRAPHS = [
  "The harbor board voted four to three on Tuesday night to let the town decide whether the seawall of 1911 is rebuilt, ending a year of hearings that filled the old net loft and emptied the coffee urn.",
  "The plan would raise the wall by four feet from the ferry slip to the cannery, at a cost of eighteen million dollars, most of it borrowed against the fees of the boats that tie up there.",
  "Growers upriver fear that a higher wall will hold water on their fields, and the board promised a second study of the tide gates before the ballots are printed in the spring.",
];

/** A new story with these paragraphs, saved, set by the composer. */
async function onSetStory(stet: Stet, paragraphs: readonly string[] = PARAGRAPHS): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.insertText("Harbor board sends seawall plan to voters");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (const [nth, text] of paragraphs.entries()) {
    if (nth > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(text);
  }
  await saysSaved(page);
  await expect(depth(page)).toHaveText(/\d+ lines/, { timeout: 30_000 });
  return page;
}

/** A computed colour as `#rrggbb`. */
function hex(color: string): string {
  const parts = color.match(/\d+/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}

function depth(page: Page): Locator {
  return page.locator(".state-fit-depth");
}

async function lines(page: Page): Promise<number> {
  return Number.parseInt((await depth(page).textContent()) ?? "", 10);
}

async function openFit(page: Page): Promise<Locator> {
  await page.keyboard.press("ControlOrMeta+7");
  const rail = page.getByRole("complementary");
  await expect(rail.getByRole("heading", { name: "Set in" })).toBeVisible();
  return rail;
}

test("the depth is that of the command line, and follows what is typed", async ({ stet }) => {
  const page = await onSetStory(stet);
  const before = await lines(page);
  await caretAtEnd(fields(page, "Paragraph").last());
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(PARAGRAPHS[0] ?? "");
  await expect.poll(() => lines(page)).toBeGreaterThan(before + 4);
  await saysSaved(page);
  const now = await lines(page);
  let told: unknown = null;
  const { id } = theCommittedStory(stet.home);
  await stet.restart({
    whileAway: () => {
      told = runStet(stet.home, ["fit", id, "--json"]);
    },
  });
  expect(told).toMatchObject({ stories: [{ depth: { lines: now } }] });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a row of the desk list holds the depth against a plan in lines, whether the story is open or not, ${colorScheme}`, async ({
    stet,
  }) => {
    const page = await onSetStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const before = await lines(page);
    const facts = await showPanel(page, "Facts");
    await facts.getByLabel("Slug").fill("harbor-seawall");
    await facts.getByLabel("Slug").press("Enter");
    await facts.getByLabel("Planned length", { exact: true }).fill(String(before));
    await facts.getByLabel("Planned length", { exact: true }).press("Enter");
    await facts.getByLabel("Unit of the planned length").selectOption("lines");
    const row = deskRows(page).filter({ hasText: "harbor-seawall" });
    const against = row.locator("[data-fit]");
    await expect(against).toHaveText(`${String(before)} of ${String(before)} lines, ±0 lines, fits`);
    await expect(against).toHaveAttribute("data-fit", "fits");
    await caretAtEnd(fields(page, "Paragraph").last());
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(PARAGRAPHS[0] ?? "");
    await expect(against).toHaveAttribute("data-fit", "over");
    await saysSaved(page);
    const now = await lines(page);
    const over = `${String(now)} of ${String(before)} lines, +${String(now - before)} lines, over`;
    await expect(against).toHaveText(over);
    await expect(against).toHaveAttribute("title", `+${String(now - before)} lines, over`);
    await runCommand(page, "New story");
    await expect(deskRows(page)).toHaveCount(2);
    await page.keyboard.insertText("Ferry runs late");
    await saysSaved(page);
    await page.reload();
    await expect(storyText(page)).toContainText("Ferry runs late");
    const widthPx = (): Promise<number> =>
      row.locator(".row-depth").evaluate((depth) => depth.getBoundingClientRect().width);
    const keptPx = await widthPx();
    await expect(against).toHaveText(over, { timeout: 30_000 });
    expect(await widthPx()).toBeCloseTo(keptPx, 0);
    await isAccessible(page, "the desk list with depths");
    await page.screenshot({ path: `/tmp/fit-rows-${colorScheme}.png` });
  });
}

test("what is overset is drawn in the text, moves with it, and is told", async ({ stet }) => {
  const page = await onSetStory(stet);
  const rail = await openFit(page);
  await rail.getByLabel("Columns", { exact: true }).fill("1");
  await rail.getByLabel("Each, in inches").fill("2");
  await rail.getByRole("button", { name: "Set legs" }).click();
  const mark = page.locator(".fit-overset");
  await expect(mark).toContainText(/over by \d+ lines/);
  await expect(page.locator(".state-fit-against")).toHaveText(/^over by \d+ lines$/);
  const first = await mark.textContent();
  const at = await mark.boundingBox();
  await page.keyboard.press("ControlOrMeta+Shift+7");
  await expect(storyText(page)).toBeFocused();
  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.insertText(` ${PARAGRAPHS[1] ?? ""}`);
  await expect(mark).not.toHaveText(first ?? "");
  expect((await mark.boundingBox())?.y).not.toBe(at?.y);
});

test("the end of the planned words is drawn in the text, too, and gone to", async ({ stet }) => {
  const page = await onSetStory(stet);
  const facts = await showPanel(page, "Facts");
  await facts.getByLabel("Planned length", { exact: true }).fill("60");
  await facts.getByLabel("Planned length", { exact: true }).press("Enter");
  await facts.getByLabel("Unit of the planned length").selectOption("words");
  const mark = page.locator(".fit-overset");
  await expect(mark).toHaveText(/^over by \d+ words$/);
  const over = Number((await mark.textContent())?.replace(/\D/g, ""));
  await caretAtEnd(fields(page, "Paragraph").last());
  await page.keyboard.press("ControlOrMeta+Shift+7");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+End");
  const rest = await page.evaluate(() => document.getSelection()?.toString() ?? "");
  expect(rest.split(/\s+/u).filter((word) => /\w/.test(word))).toHaveLength(over);
  await facts.getByLabel("Planned length", { exact: true }).fill("600");
  await facts.getByLabel("Planned length", { exact: true }).press("Enter");
  await expect(mark).toBeHidden();
});

test("a cut that is chosen selects its words", async ({ stet }) => {
  const page = await onSetStory(stet);
  const rail = await openFit(page);
  const cut = rail.locator("[data-list=cuts] button").first();
  await expect(cut).toBeVisible({ timeout: 20_000 });
  const cutWords = (await cut.locator(".fit-list-text").textContent()) ?? "";
  await cut.click();
  await expect(storyText(page)).toBeFocused();
  const selected = await page.evaluate(() => document.getSelection()?.toString() ?? "");
  expect(selected.trim()).toBe(cutWords.trim());
});

test("the headline desk measures each line and breaks the headline the best way", async ({ stet }) => {
  const page = await onSetStory(stet);
  await page.keyboard.press("ControlOrMeta+8");
  const rail = page.getByRole("complementary");
  await rail.getByLabel("Order").fill("3-36-2");
  await expect(rail.getByRole("meter").first()).toBeVisible();
  await rail.getByRole("button", { name: "Break it so" }).first().click();
  await expect(rail.getByText("Broken the best way.")).toBeVisible();
  await saysSaved(page);
  await expect.poll(() => theCommittedStory(stet.home).lines[0]).toContain("\n");
  await rail.getByLabel("Order").fill("1-60-1");
  await expect(rail.getByText("over", { exact: true }).first()).toBeVisible();
});

test("the galley has the very lines, a press in it puts the caret there, and what is typed appears in it", async ({
  stet,
}) => {
  const page = await onSetStory(stet);
  const set = await lines(page);
  await runCommand(page, "Galley: the story in its columns, or the page alone");
  const galley = page.getByRole("region", { name: "Galley" });
  await expect(galley.locator("[data-line]")).toHaveCount(set, { timeout: 20_000 });
  const drawnWith = await galley
    .locator("text")
    .first()
    .evaluate((text) => getComputedStyle(text).fontFamily);
  expect(drawnWith).toContain("kit-Source Serif 4");
  const faces = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
  );
  expect(faces.join(" ")).toContain("kit-Source Serif 4");
  await galley.getByText("cannery,", { exact: true }).click();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+ArrowLeft");
  await page.keyboard.type("quartermaster ");
  await expect(storyText(page)).toContainText("quartermaster cannery,");
  await expect(galley.locator("svg")).toContainText("quarter");
  await isAccessible(page, "the galley");
  await page.screenshot({ path: "/tmp/fit-galley.png" });
});

test("copy that runs from right to left does so in the galley, and a press finds its letter", async ({
  stet,
}) => {
  const page = await onSetStory(stet, ["שלום עולם harbor 1911, הנמל נפתח אתמול בבוקר."]);
  await runCommand(page, "Galley: the story in its columns, or the page alone");
  const galley = page.getByRole("region", { name: "Galley" });
  const left = async (word: string): Promise<number> =>
    (await galley.getByText(word, { exact: true }).boundingBox())?.x ?? Number.NaN;
  await expect(galley.getByText("שלום", { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await left("שלום")).toBeGreaterThan(await left("עולם"));
  expect(await left("עולם")).toBeGreaterThan(await left("harbor"));
  await page.screenshot({ path: "/tmp/fit-rtl.png" });
  await galley.getByText("עולם", { exact: true }).click();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("Shift+Home");
  const before = await page.evaluate(() => document.getSelection()?.toString() ?? "");
  expect(before).toMatch(/^שלום עו/u);
});

test("a kit that is bad is refused in the settings with its place and reason", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.press("ControlOrMeta+,");
  const settings = page.getByRole("complementary");
  await expect(settings.getByText("Stet Broadsheet")).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await settings.getByRole("button", { name: "Bring a kit in…" }).click();
  await (
    await chooser
  ).setFiles({ name: "ledger.stetkit", mimeType: "application/zip", buffer: Buffer.from("no kit") });
  await expect(settings.getByRole("alert")).toContainText("ledger.stetkit");
});

test("the main numbers of a kit are changed in a copy of it, and the story is set in them", async ({
  stet,
}) => {
  const page = await onSetStory(stet);
  const before = await lines(page);
  const rail = await openFit(page);
  await rail.getByText("Numbers of the body text").click();
  await rail.getByLabel("Size, in points").fill("14");
  await rail.getByLabel("Leading, in points").fill("much");
  await rail.getByRole("button", { name: "Set in these" }).click();
  await expect(rail.getByRole("alert")).toContainText("leading");
  await rail.getByLabel("Leading, in points").fill("15");
  await rail.getByRole("button", { name: "Set in these" }).click();
  await expect.poll(() => lines(page)).toBeGreaterThan(before + 5);
  await expect(rail.getByLabel("Desk kit")).toHaveValue(/^sha256:/);
  await isAccessible(page, "the numbers of a kit");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the fit, the headline desk and the galley can be read in high contrast and in the system's colors, ${colorScheme}`, async ({
    stet,
  }) => {
    const page = await onSetStory(stet);
    const rail = await openFit(page);
    await rail.getByLabel("Each, in inches").fill("1");
    await rail.getByRole("button", { name: "Set legs" }).click();
    await expect(page.locator(".fit-overset")).toBeVisible();
    await expect(rail.locator("[data-list=cuts] button").first()).toBeVisible({ timeout: 20_000 });
    await runCommand(page, "Galley: the story in its columns, or the page alone");
    const galley = page.getByRole("region", { name: "Galley" });
    await expect(galley.locator("[data-line]").first()).toBeVisible({ timeout: 20_000 });
    for (const [name, media] of [
      ["contrast", { contrast: "more", forcedColors: "none" }],
      ["forced", { contrast: "no-preference", forcedColors: "active" }],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce", ...media });
      await rail.getByRole("radio", { name: "Column" }).check();
      await expect(rail.getByRole("heading", { name: "Set in" })).toBeVisible();
      await isAccessible(page, `the fit, ${name}`);
      // A highlight would be painted as the selection is: in the system's colors lines are drawn instead.
      await expect(rail.locator("[data-flag]").first()).toBeVisible();
      await expect(page.locator(".fit-underline").first()).toBeAttached({ attached: name === "forced" });
      await page.screenshot({ path: `/tmp/fit-${name}-column-${colorScheme}.png` });
      await rail.getByRole("radio", { name: "Headline" }).check();
      await rail.getByLabel("Order").fill("1-36-2");
      await expect(rail.getByRole("meter").first()).toBeVisible();
      await isAccessible(page, `the headline desk, ${name}`);
      await page.screenshot({ path: `/tmp/fit-${name}-headline-${colorScheme}.png` });
      const ink = await galley
        .locator("text")
        .first()
        .evaluate((text) => getComputedStyle(text).fill);
      const paper = await galley
        .locator("svg")
        .first()
        .evaluate((svg) => getComputedStyle(svg).backgroundColor);
      expect(contrast(hex(ink), hex(paper))).toBeGreaterThan(7);
    }
  });

  test(`axe finds nothing on the fit, ${colorScheme}`, async ({ stet }, testInfo) => {
    const page = await onSetStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const rail = await openFit(page);
    await rail.getByLabel("Each, in inches").fill("1");
    await rail.getByRole("button", { name: "Set legs" }).click();
    await expect(page.locator(".fit-overset")).toBeVisible();
    await expect(rail.locator("[data-list=cuts] button").first()).toBeVisible({ timeout: 20_000 });
    await isAccessible(page, "the column");
    await testInfo.attach("column", {
      body: await page.screenshot({ path: `/tmp/fit-column-${colorScheme}.png` }),
      contentType: "image/png",
    });
    await page.keyboard.press("ControlOrMeta+8");
    await expect(rail.getByRole("meter").first()).toBeVisible();
    await isAccessible(page, "the headline desk");
    await page.screenshot({ path: `/tmp/fit-headline-${colorScheme}.png` });
    await runCommand(page, "Show or hide where the set lines end");
    await expect(page.locator(".fit-line-end").first()).toBeAttached();
    await page.screenshot({ path: `/tmp/fit-ends-${colorScheme}.png` });
  });
}
