import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import SqliteDatabase from "better-sqlite3";
import { seeded } from "#tests/support/invented-copy.ts";
import { caretAtEnd, fields, goesOnAfterCrash, onNewStory } from "./driver/desk-window.ts";
import { ownNewsroom, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { beginTyping } from "./driver/typing-hand.ts";

/** Each victim is killed so often; `npm run test:crash` asks for more. */
const ROUNDS = Number(process.env["STET_TYPING_KILLS"] ?? 2);
const EARLIEST_KILL_MS = 400;
const LATEST_KILL_MS = 2_600;
/** No more typing than that may be lost, whatever dies. */
const MAY_BE_LOST_MS = 1_000;

const PARAGRAPH = "paragraph: ";

function committedParagraph(home: string): string {
  const line = theCommittedStory(home).lines.find((one) => one.startsWith(PARAGRAPH));
  return line?.slice(PARAGRAPH.length) ?? "";
}

function integrity(home: string): unknown {
  const sql = new SqliteDatabase(path.join(ownNewsroom(home), "newsroom.db"), { readonly: true });
  try {
    return sql.pragma("integrity_check", { simple: true });
  } finally {
    sql.close();
  }
}

/** Kills a page's own process, without a word to it. */
async function killPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {
    // It answers by dying.
  });
  await crashed;
}

interface Victim {
  readonly name: string;
  /** The newsroom was left without being closed, and says so at the next start. */
  readonly isTold: boolean;
  readonly kill: (stet: Stet, page: Page) => Promise<void>;
}

const VICTIMS: readonly Victim[] = [
  { name: "the host", isTold: true, kill: (stet) => stet.restart({ crash: true }) },
  { name: "the window's process", isTold: false, kill: (_stet, page) => killPage(page) },
];

for (const { name, isTold, kill } of VICTIMS) {
  test(`when ${name} is killed in the middle of typing, at most the last second is not in the newsroom`, async ({
    stet,
  }) => {
    test.setTimeout(60_000 + ROUNDS * 30_000);
    const random = seeded(ROUNDS + name.length);
    let page = await onNewStory(stet);
    await page.keyboard.type("Killed while typing");
    await caretAtEnd(fields(page, "Paragraph"));
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = committedParagraph(stet.home);
      const hand = await beginTyping(page, round + 1);
      await pause(EARLIEST_KILL_MS + random() * (LATEST_KILL_MS - EARLIEST_KILL_MS));
      const acknowledged = committedParagraph(stet.home);
      const killedAtMs = Date.now();
      await kill(stet, page);
      const { sent, takenInAtMs } = await hand.stop();

      await expect(() => expect(integrity(stet.home)).toBe("ok")).toPass();
      const after = committedParagraph(stet.home);
      const dueMs = killedAtMs - MAY_BE_LOST_MS - hand.longestStallMs();
      const due = takenInAtMs.filter((atMs) => atMs < dueMs);
      expect(after.startsWith(acknowledged), "what was committed before the kill is there").toBe(true);
      expect((before + sent).startsWith(after), "what is there was typed").toBe(true);
      expect(after.length - before.length, "all but the last second is there").toBeGreaterThanOrEqual(
        due.length,
      );

      page = await stet.openWindow();
      if (isTold) await goesOnAfterCrash(page);
      await expect(fields(page, "Paragraph")).toHaveText(after);
      await caretAtEnd(fields(page, "Paragraph"));
    }
  });
}
