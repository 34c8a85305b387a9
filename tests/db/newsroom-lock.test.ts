import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { must, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { startOtherProcess } from "#tests/support/newsroom-process.ts";

describe("two on one newsroom", () => {
  it("refuses a second process, and says which program has it, in which process, since when", async () => {
    const home = temporaryFolder();
    const other = await startOtherProcess(home);
    expect(other.said).toBe("open");

    const host = await openTestDesk(home);
    const { newsroom, trouble } = must(await host.desk.host.info(null));
    expect(newsroom).toBeNull();
    expect(trouble).toContain(join(home, "newsroom"));
    expect(trouble).toContain(`the command line, process ${String(other.pid)}, since 20`);
    expect(refusal(await host.desk.host.openNewsroom({ kind: "own" })).code).toBe("newsroom-in-use");
  });

  it("refuses a second process while this one has it open, and leaves this one working", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const other = await startOtherProcess(home);
    expect(other.said).toContain(`a test, process ${String(process.pid)}`);
    expect(must(await host.desk.stories.create({ facts: { slug: "mine" } })).summary.facts.slug).toBe("mine");
  });

  it("refuses a second opening in the same process", async () => {
    const home = temporaryFolder();
    await openTestDesk(home);
    const again = await openTestDesk(home);
    expect(refusal(await again.desk.host.openNewsroom({ kind: "own" }))).toMatchObject({
      code: "newsroom-in-use",
      message: expect.stringContaining("open in this Stet already"),
    });
  });

  it("keeps a third one out after the second was refused", async () => {
    const home = temporaryFolder();
    await openTestDesk(home);
    await openTestDesk(home);
    const third = await startOtherProcess(home);
    expect(third.said).toContain("is open in another Stet");
  });

  it("opens at once after the other one has closed, and leaves no trace of who had it", async () => {
    const home = temporaryFolder();
    const first = await openTestDesk(home);
    await first.close();
    expect(existsSync(join(home, "newsroom", "newsroom.lock.json"))).toBe(false);
    const second = await openTestDesk(home);
    expect(must(await second.desk.host.info(null)).trouble).toBeNull();
  });

  it("opens at once after the other process was killed right after a save, with what it had saved", async () => {
    const home = temporaryFolder();
    const other = await startOtherProcess(home, "save", "The last words before the lights went out.");
    expect(other.said).toBe("saved");
    await other.kill();

    const host = await openTestDesk(home);
    const { stories } = must(await host.desk.stories.list({ words: "lights went out" }));
    expect(stories.map(({ facts }) => facts.slug)).toEqual(["power-cut"]);
    const opened = must(await host.desk.stories.open({ story: stories[0]?.id ?? "" }));
    expect(JSON.stringify(opened.document)).toContain("The last words before the lights went out.");
    expect(opened.summary.version).toBe(2);
  });
});
