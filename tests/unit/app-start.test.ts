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
