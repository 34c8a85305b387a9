import { truncateSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { FloorHolder } from "#renderer/app/floor.ts";
import { noticeBoard } from "#renderer/app/notices.ts";
import { observable } from "#renderer/app/observable.ts";
import type { PageState } from "#renderer/app/open-page.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { longRun } from "#renderer/safety/long-run.ts";
import { safetyDesk } from "#renderer/safety/safety-desk.ts";
import { tellRecovery } from "#renderer/safety/tell-recovery.ts";
import { failure, type Failure, type SafetyProgress } from "#shared/contract/index.ts";
import { failed, ok, type CallOptions, type Result } from "#shared/rpc/index.ts";
import {
  closedNewsroom,
  copyHome,
  inNewsroom,
  killedNewsroom,
  type Original,
} from "#tests/support/damaged-newsroom.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const originals: Original[] = [];
afterEach(() => {
  for (const original of originals.splice(0)) original.remove();
});

function known(original: Original): Original {
  originals.push(original);
  return original;
}

/** A window's floor and notices, with no story on its page. */
function emptyWindow() {
  const session = observable<StorySession | null>(null);
  const page = observable<PageState>({ state: "none" });
  const holder = observable<FloorHolder>("none");
  const floor = { holder, give: holder.set };
  return { notices: noticeBoard(), page: { page, session }, pageState: page, floor };
}

/** A long call that is answered when the test says so. */
function heldRun() {
  const answer = Promise.withResolvers<Result<number, Failure>>();
  let options: CallOptions<SafetyProgress> = {};
  const run = longRun<number>((given) => {
    options = given;
    given.signal?.addEventListener("abort", () => answer.resolve(CANCELLED));
    return answer.promise;
  });
  const progress = (done: number): void =>
    options.onProgress?.({ done, total: 4, doing: { message: "Reading" } });
  return { run, progress, settle: answer.resolve };
}

const CANCELLED = failed(failure("cancelled", "Cancelled."));

describe("Something that takes long", () => {
  it("tells how far it is, and keeps what it found until it is found anew", async () => {
    const { run, progress, settle } = heldRun();
    const first = run.start();
    progress(2);
    expect(run.state.get().running?.progress).toEqual({ done: 2, total: 4, doing: { message: "Reading" } });
    settle(ok(7));
    await first;
    expect(run.state.get()).toEqual({ running: null, found: 7, trouble: null });
    void run.start();
    expect(run.state.get().found).toBe(7);
  });

  it("is no trouble where it was cancelled, and says why it failed", async () => {
    const { run } = heldRun();
    const cancelled = run.start();
    run.cancel();
    await cancelled;
    expect(run.state.get()).toEqual({ running: null, found: null, trouble: null });
    const { run: another, settle } = heldRun();
    settle(failed(failure("disk-full", "The disk is full.")));
    await another.start();
    expect(another.state.get().trouble).toBe("The disk is full.");
  });

  it("runs once at a time, and hears nothing more of a newsroom that was left", async () => {
    const { run, settle } = heldRun();
    const first = run.start();
    await run.start();
    run.forget();
    settle(ok(7));
    await first;
    expect(run.state.get()).toEqual({ running: null, found: null, trouble: null });
  });
});

describe("What a window knows of the newsroom's safety", () => {
  it("is kept up to date by the newsroom: backups, restore tests, the second folder", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const safety = safetyDesk(desk);
    await safety.read();
    expect(safety.status.get()).toMatchObject({ lastBackup: null, lastRestoreTest: null });
    must(await desk.stories.create({ facts: { slug: "harbor" } }));
    await safety.backup.start();
    expect(safety.backup.state.get().found).toMatchObject({ stories: 1 });
    await eventually(safety.status, (status) => status?.lastBackup !== null && status?.isBackingUp === false);
    await safety.restoreTest.start();
    const tested = await eventually(safety.status, (status) => status?.lastRestoreTest !== null);
    expect(tested?.lastRestoreTest).toMatchObject({ stories: 1, troubles: [] });
    const usb = temporaryFolder();
    expect(await safety.chooseSecondFolder(usb)).toBeNull();
    expect(safety.status.get()?.secondFolder?.chosen).toBe(usb);
    expect(await safety.chooseSecondFolder(`${usb}/nowhere`)).toContain("is not there");
    expect(safety.status.get()?.secondFolder?.chosen).toBe(usb);
  });

  it("is a sentence where no newsroom is open", async () => {
    const { desk } = await openTestDesk(temporaryFolder(), { openAtOnce: null });
    const safety = safetyDesk(desk);
    await safety.read();
    expect(safety.status.get()).toBeNull();
    expect(safety.trouble.get()).toContain("No newsroom is open");
  });

  it("remembers over a restart when a restore was tested last", async () => {
    const home = temporaryFolder();
    const first = await openTestDesk(home);
    must(await first.desk.stories.create({ facts: { slug: "harbor" } }));
    must(await first.desk.safety.backUpNow({}));
    const test = must(await first.desk.safety.testRestore(null));
    await first.close();
    const { desk } = await openTestDesk(home);
    expect(must(await desk.safety.status(null)).lastRestoreTest).toEqual(test);
  });
});

describe("Telling what happened at the start", () => {
  it("gives the screen the floor after a kill, once the story on the page has settled", async () => {
    const { desk } = await openTestDesk(copyHome(known(await killedNewsroom(1))));
    const safety = safetyDesk(desk);
    const { notices, page, pageState, floor } = emptyWindow();
    pageState.set({ state: "opening", story: "s_1" });
    const told = tellRecovery({ safety, notices, floor, page }, "start");
    await eventually(safety.news, (news) => news !== null);
    expect(floor.holder.get()).toBe("none");
    pageState.set({ state: "none" });
    await told;
    expect(floor.holder.get()).toBe("recover");
    expect(safety.news.get()?.uncleanEnd?.stories).toHaveLength(8);
    await safety.newsRead();
    expect(must(await desk.safety.recovery(null))).toEqual({ uncleanEnd: null, report: null });
  });

  it("does not interrupt a dialog: the news waits to be asked for", async () => {
    const { desk } = await openTestDesk(copyHome(known(await killedNewsroom(1))));
    const safety = safetyDesk(desk);
    const { notices, page, floor } = emptyWindow();
    floor.give("palette");
    await tellRecovery({ safety, notices, floor, page }, "start");
    expect(floor.holder.get()).toBe("palette");
    expect(safety.news.get()).not.toBeNull();
  });

  it("is a notice, told once, for a window that was there before the newsroom stopped", async () => {
    const { desk } = await openTestDesk(copyHome(known(await killedNewsroom(1))));
    const { notices, page, floor } = emptyWindow();
    const safety = safetyDesk(desk);
    await tellRecovery({ safety, notices, floor, page }, "return");
    expect(notices.shown.get().map(({ text }) => text)).toEqual([
      "The newsroom had stopped and was started again. Everything that was saved is there, and so is the text in this window.",
    ]);
    expect(floor.holder.get()).toBe("none");
    expect(must(await desk.safety.recovery(null)).uncleanEnd).toBeNull();
  });
});

describe("A newsroom that must be put together again", () => {
  it("is told why before that begins, so that nobody waits without a word", async () => {
    const home = copyHome(known(await closedNewsroom()));
    truncateSync(inNewsroom(home, "newsroom.db"), 8192);
    const told: string[] = [];
    const { desk } = await openTestDesk(home, { onRecovery: (why) => told.push(why) });
    expect(told).toEqual([expect.stringContaining("is cut short")]);
    expect(must(await desk.safety.recovery(null)).report?.why).toBe(told[0]);
  });
});
