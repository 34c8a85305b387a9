import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { begin } from "#renderer/app/arrival.ts";
import { titleOf } from "#renderer/app/commands.ts";
import { observable } from "#renderer/app/observable.ts";
import { shellCommands } from "#renderer/app/shell-commands.ts";
import { startWorkbench } from "#renderer/app/start-workbench.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import { KIND_KEYS, kindName } from "#renderer/intake/kind-keys.ts";
import type { Desk } from "#shared/contract/index.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

async function started(desk: Desk): Promise<Workbench> {
  const bridge = {
    desk,
    link: observable<Link>("up"),
    photoAddress: (asset: string) => asset,
    lastWord: () => true,
    onCommand: () => () => undefined,
  };
  return startWorkbench(bridge, must(await begin(desk)));
}

describe("Starting the window", () => {
  it("asks for a newsroom where none was chosen, and goes in when one is", async () => {
    const { desk } = await openTestDesk(temporaryFolder(), { openAtOnce: null });
    const bench = await started(desk);
    expect(bench.host.get().newsroom).toBeNull();
    await bench.openNewsroom("own");
    expect(bench.host.get().newsroom?.kind).toBe("own");
    expect((await eventually(bench.list.state, (state) => !state.asking)).list.total).toBe(0);
  });

  it("puts the story that was open last back on the page", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const first = await started(desk);
    const made = await first.page.create({ slug: "harbor" });
    await eventually(first.settings.settings, (settings) => settings.lastStory === made?.summary.id);
    must(await desk.settings.read(null));
    const second = await started(desk);
    const page = await eventually(second.page.page, (state) => state.state === "open");
    expect(page.state === "open" && page.story.summary.facts.slug).toBe("harbor");
  });

  it("puts two stories beside each other again, with the divider and the focus where they were", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const first = await started(desk);
    const harbor = await first.page.create({ slug: "harbor" });
    const ferry = must(await desk.stories.create({ facts: { slug: "ferry" } }));
    await first.sides.openBeside(ferry.summary.id);
    first.sides.split.set(65);
    const pair = {
      left: harbor?.summary.id,
      right: ferry.summary.id,
      focused: "right",
      leftPercent: 65,
    };
    await eventually(first.settings.settings, (kept) => kept.pair?.leftPercent === 65);
    expect(must(await desk.settings.read(null))).toMatchObject({ pair, lastStory: ferry.summary.id });

    const second = await started(desk);
    await eventually(second.sides.pageOf(0).summary, (summary) => summary?.facts.slug === "harbor");
    expect(second.sides.shown.get()).toEqual([0, 1]);
    expect(second.page.summary.get()?.facts.slug).toBe("ferry");
    expect(second.sides.focused.get()).toBe(1);
    expect(second.sides.split.get()).toBe(65);
    second.sides.noteFocus(0);
    await eventually(second.settings.settings, (kept) => kept.pair?.focused === "left");

    must(await desk.stories.bin({ story: ferry.summary.id, why: "" }));
    const third = await started(desk);
    await third.sides.closeSide(1);
    await eventually(third.settings.settings, (kept) => kept.pair === null);
    expect(third.page.summary.get()?.facts.slug).toBe("harbor");
    const fourth = await started(desk);
    expect(fourth.sides.shown.get()).toEqual([0]);
  });

  it("shows one story by itself where the other of the pair is gone, and where it was opened for one", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const { summary } = must(await desk.stories.create({ facts: { slug: "harbor" } }));
    const pair = { left: summary.id, right: "s_gone", focused: "left", leftPercent: 40 } as const;
    must(await desk.settings.change({ pair, lastStory: summary.id }));
    const bench = await started(desk);
    await eventually(bench.sides.shown, (shown) => shown.length === 1);
    expect(bench.page.summary.get()?.facts.slug).toBe("harbor");
    expect(bench.notices.shown.get()).toEqual([]);
  });

  it("shows the stories of the other newsroom after changing to it", async () => {
    const { desk } = await openTestDesk(temporaryFolder(), { openAtOnce: "sample" });
    const bench = await started(desk);
    await eventually(bench.list.state, (state) => state.list.total > 0);
    await bench.openNewsroom("own");
    await eventually(bench.list.state, (state) => !state.asking && state.list.total === 0);
    expect(bench.page.page.get()).toEqual({ state: "none" });
  });

  it("goes on in the language that was chosen where the other newsroom has no choice of its own", async () => {
    const { desk } = await openTestDesk(temporaryFolder(), { openAtOnce: "sample" });
    const bench = await started(desk);
    await bench.settings.change({ language: "de" });
    await bench.openNewsroom("own");
    await eventually(bench.list.state, (state) => !state.asking && state.list.total === 0);
    expect(bench.settings.settings.get().language).toBe("de");
    await expect.poll(async () => must(await desk.settings.read(null)).language).toBe("de");
    await bench.settings.change({ language: "en" });
    await bench.openNewsroom("sample");
    await eventually(bench.list.state, (state) => !state.asking && state.list.total > 0);
    expect(bench.settings.settings.get().language).toBe("de");
  });

  it("sends a story on by command, and takes that back", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const bench = await started(desk);
    bench.commands.register(shellCommands(bench));
    await bench.page.create({ slug: "harbor" });
    expect(bench.commands.run("story.status.copy")).toBe(true);
    await eventually(bench.page.summary, (summary) => summary?.facts.status === "copy");
    const [notice] = await eventually(bench.notices.shown, (shown) => shown.length > 0);
    expect(notice?.text).toBe("harbor is with the copy desk.");
    expect(bench.commands.run("story.status.copy")).toBe(false);
    notice?.action?.run();
    await eventually(bench.page.summary, (summary) => summary?.facts.status === "draft");
  });
});

/** The rows of one section of docs/keyboard.md: title to keys. */
function documented(section: string): Readonly<Record<string, readonly string[]>> {
  const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/keyboard.md"), "utf8");
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && line.includes("`"));
  return Object.fromEntries(
    rows.map((row) => {
      const [, title = "", keys = ""] = row.split("|");
      return [title.trim(), [...keys.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "")];
    }),
  );
}

describe("docs/keyboard.md", () => {
  it.each(["Story", "Desk", "View", "Help"])("lists the very keys of the commands of %s", async (group) => {
    const { desk } = await openTestDesk(temporaryFolder());
    const commands = shellCommands(await started(desk)).filter((command) => command.group === group);
    const keys = commands.flatMap((command) =>
      command.keys === null
        ? []
        : [[titleOf(command), [command.keys, ...(command.otherKeys ?? [])]] as const],
    );
    expect(documented(group)).toEqual(Object.fromEntries(keys));
  });

  it("gives no key to two commands", () => {
    const sections = ["Story", "Desk", "View", "Edit", "Block", "Photo", "Help"];
    const all = sections.flatMap((section) => Object.values(documented(section)).flat());
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((keys, at) => all.indexOf(keys) !== at)).toEqual([]);
  });

  it("lists the letter of each kind of part", () => {
    const letters = KIND_KEYS.map(({ kind, letter }) => [kindName(kind), [letter.toUpperCase()]] as const);
    expect(documented("While bringing copy in")).toEqual(Object.fromEntries(letters));
  });
});
