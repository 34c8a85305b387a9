import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import {
  caretAtEnd,
  fields,
  goesOnAfterCrash,
  onNewStory,
  saysSaved,
  stateLine,
} from "./driver/desk-window.ts";
import { ownNewsroom, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test } from "./driver/stet.ts";

test("“Saved” is not said before the text is committed", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Before");
  await saysSaved(page);
  await expect.poll(() => theCommittedStory(stet.home).lines[0]).toBe("headline: Before");

  const other = new SqliteDatabase(path.join(ownNewsroom(stet.home), "newsroom.db"));
  other.exec("BEGIN IMMEDIATE");
  await page.keyboard.type(" and after");
  await expect(stateLine(page)).toContainText(/^(Saving|Not saved)/);
  expect(theCommittedStory(stet.home).lines[0]).toBe("headline: Before");
  other.exec("ROLLBACK");
  other.close();
  await saysSaved(page);
  expect(theCommittedStory(stet.home).lines[0]).toBe("headline: Before and after");
});

test("typing that never pauses is committed within about a second", async ({ stet }) => {
  const page = await onNewStory(stet);
  const typing = page.keyboard.type("ab ".repeat(160), { delay: 20 });
  await expect
    .poll(() => theCommittedStory(stet.home).lines[0]?.length ?? 0, { intervals: [100], timeout: 4_000 })
    .toBeGreaterThan("headline: ab ab".length);
  await typing;
});

test("a host that is killed in the middle of typing leaves all that was saved, and a newsroom that opens", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Before the crash");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("Saved once.");
  await expect.poll(() => theCommittedStory(stet.home).lines.at(-1)).toBe("paragraph: Saved once.");
  await page.keyboard.type(" Not finished when");
  await stet.restart({ crash: true });
  const again = await stet.openWindow();
  await goesOnAfterCrash(again);
  await expect(fields(again, "Headline")).toHaveText("Before the crash");
  await expect(fields(again, "Paragraph")).toHaveText(/^Saved once\.( Not( finished( when)?)?)?/);
  await caretAtEnd(fields(again, "Paragraph"));
  await again.keyboard.type(" And on.");
  await expect
    .poll(() => theCommittedStory(stet.home).lines.at(-1))
    .toMatch(/^paragraph: Saved once\..* And on\.$/);
});
