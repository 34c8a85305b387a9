import { storyMoveCommands } from "#renderer/desk/story-commands.ts";
import { fitCommands } from "#renderer/fit/fit-commands.ts";
import { KEEP_KEYS, KEEP_NAME_ID } from "#renderer/history/history-desk.ts";
import { languageCommands } from "#renderer/language/language-commands.ts";
import { sidesCommands } from "#renderer/sides/sides-commands.ts";
import { notesCommands } from "#renderer/notes/notes-commands.ts";
import { setAlone } from "#renderer/view/alone.ts";
import { viewChoiceCommands } from "#renderer/view/view-commands.ts";
import { safetyCommands } from "#renderer/safety/safety-commands.ts";
import type { Settings } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { Command } from "./commands.ts";
import { DESK_SEARCH_ID, goToPane, isBesidePage, nextPane } from "./panes.ts";
import { printKeyboardPage } from "./print-keyboard.ts";
import { typedAhead } from "./typed-ahead.ts";
import type { RailPanel, Workbench } from "./workbench.ts";

/** A commands' home in the rail, and the keys that open it. */
const PANEL_COMMANDS: readonly {
  readonly panel: Exclude<RailPanel, "export">;
  readonly keys: string;
}[] = [
  { panel: "facts", keys: "Mod+1" },
  { panel: "photos", keys: "Mod+2" },
  { panel: "original", keys: "Mod+3" },
  { panel: "history", keys: "Mod+4" },
  { panel: "outline", keys: "Mod+5" },
  { panel: "changes", keys: "Mod+6" },
  { panel: "fit", keys: "Mod+7" },
  { panel: "notes", keys: "Mod+9" },
  { panel: "settings", keys: "Mod+," },
];

const THEMES = ["system", "light", "dark"] as const;

/** Folds a pane away, or unfolds it. The focus does not go with it: it moves to the page. */
function togglePane(bench: Workbench, pane: "desk" | "rail"): void {
  const { settings, page, alone } = bench;
  if (alone.get()) return setAlone(bench, false);
  const { deskListOpen, railOpen } = settings.settings.get();
  if (document.getElementById(pane)?.contains(document.activeElement) === true) goToPane("page", page);
  void settings.change(pane === "desk" ? { deskListOpen: !deskListOpen } : { railOpen: !railOpen });
}

/** Opens a panel of the rail and puts the focus in it; folds the rail where the focus was there already. */
function togglePanel(bench: Workbench, wanted: RailPanel): void {
  const { settings, panel, page } = bench;
  setAlone(bench, false);
  const inside = document.getElementById("rail")?.contains(document.activeElement) === true;
  if (settings.settings.get().railOpen && panel.get() === wanted && inside) {
    page.session.get()?.focus();
    void settings.change({ railOpen: false });
    return;
  }
  showPanel(bench, wanted);
}

/** Opens a panel of the rail and puts the focus in it. */
function showPanel({ settings, panel, panelWantsFocus }: Workbench, wanted: RailPanel): void {
  panel.set(wanted);
  panelWantsFocus.set(true);
  if (!settings.settings.get().railOpen) void settings.change({ railOpen: true });
}

/** Opens the field for a version's name in the rail, and remembers where the focus was. */
function askToKeep(bench: Workbench): void {
  const { settings, panel, history } = bench;
  setAlone(bench, false);
  if (history.keepAsked.get() === "no") history.keepAsked.set(isBesidePage() ? "rail" : "page");
  panel.set("history");
  if (!settings.settings.get().railOpen) void settings.change({ railOpen: true });
  document.getElementById(KEEP_NAME_ID)?.focus();
}

/** Shows what has changed since the last version that was kept. */
async function compareWithLast({ bridge, page, history, notices }: Workbench): Promise<void> {
  const summary = page.summary.get();
  if (summary === null) return;
  const answer = await bridge.desk.revisions.list({ story: summary.id, limit: 1 });
  const [last] = answer.ok ? answer.value.revisions : [];
  if (last) history.comparing.set({ story: summary.id, before: last.id, after: null });
  else
    notices.warn(
      answer.ok ? words().app.page.nothingKept({ slug: summary.facts.slug }) : answer.error.message,
    );
}

/** Shows the bin in the desk list, or the desk again. */
function toggleBin(bench: Workbench): void {
  const { settings, list } = bench;
  setAlone(bench, false);
  if (!settings.settings.get().deskListOpen) void settings.change({ deskListOpen: true });
  list.ask({ bin: !list.state.get().question.bin, words: "", status: "", desk: "" });
}

function searchDesk(bench: Workbench): void {
  const { settings } = bench;
  setAlone(bench, false);
  if (!settings.settings.get().deskListOpen) void settings.change({ deskListOpen: true });
  // The list may have been folded: it is drawn by then.
  setTimeout(() => {
    const search = document.getElementById(DESK_SEARCH_ID);
    if (search instanceof HTMLInputElement) search.select();
    search?.focus();
  });
}

function storyCommands(bench: Workbench): readonly Command[] {
  const hasStory = (): boolean => bench.page.summary.get() !== null;
  return [
    {
      id: "story.new",
      title: ({ app }) => app.commands.new,
      group: "Story",
      keys: "Mod+N",
      otherKeys: ["Alt+Shift+N"],
      run: () => void bench.page.create({}),
    },
    {
      id: "story.bring-in",
      title: ({ app }) => app.commands.bringIn,
      group: "Story",
      keys: "Mod+Shift+I",
      run: () => bench.floor.give("intake"),
    },
    {
      id: "story.export",
      title: ({ app }) => app.commands.export,
      group: "Story",
      keys: "Mod+Shift+E",
      enabled: hasStory,
      run: () => togglePanel(bench, "export"),
    },
    {
      id: "story.save",
      title: ({ app }) => app.commands.save,
      group: "Story",
      keys: "Mod+S",
      enabled: () => bench.page.session.get() !== null,
      run: () => void bench.page.letGo(),
    },
    {
      id: "story.keep",
      title: ({ app }) => app.commands.keep,
      group: "Story",
      keys: KEEP_KEYS,
      enabled: () => bench.page.session.get() !== null,
      run: () => askToKeep(bench),
    },
    {
      id: "story.compare-last",
      title: ({ app }) => app.commands.compareLast,
      group: "Story",
      keys: null,
      enabled: () => bench.page.session.get() !== null,
      run: () => void compareWithLast(bench),
    },
    {
      id: "story.compare-file",
      title: ({ app }) => app.commands.compareFile,
      group: "Story",
      keys: "Mod+Alt+Shift+I",
      enabled: () => bench.page.session.get() !== null && bench.page.summary.get()?.binned === undefined,
      run: () => bench.floor.give("version"),
    },
    ...storyMoveCommands(bench),
  ];
}

function deskCommands(bench: Workbench): readonly Command[] {
  const kind = (): string | undefined => bench.host.get().newsroom?.kind;
  return [
    {
      id: "desk.search",
      title: ({ app }) => app.commands.search,
      group: "Desk",
      keys: "Mod+Shift+F",
      otherKeys: ["/"],
      run: () => searchDesk(bench),
    },
    {
      id: "desk.find-words",
      title: ({ app }) => app.commands.findWords,
      group: "Desk",
      keys: "Mod+Alt+Shift+F",
      run: () => bench.floor.give("find"),
    },
    {
      id: "desk.bin",
      title: ({ app }) => app.commands.showBin,
      group: "Desk",
      keys: null,
      enabled: () => !bench.list.state.get().question.bin,
      run: () => toggleBin(bench),
    },
    {
      id: "desk.list",
      title: ({ app }) => app.commands.leaveBin,
      group: "Desk",
      keys: null,
      enabled: () => bench.list.state.get().question.bin,
      run: () => toggleBin(bench),
    },
    {
      id: "newsroom.own",
      title: ({ app }) => app.commands.own,
      group: "Desk",
      keys: null,
      enabled: () => kind() !== "own",
      run: () => void bench.openNewsroom("own"),
    },
    {
      id: "newsroom.sample",
      title: ({ app }) => app.commands.sample,
      group: "Desk",
      keys: null,
      enabled: () => kind() !== "sample",
      run: () => void bench.openNewsroom("sample"),
    },
  ];
}

function viewCommands(bench: Workbench): readonly Command[] {
  const { settings } = bench;
  return [
    {
      id: "view.desk-list",
      title: ({ app }) => app.commands.foldList,
      group: "View",
      keys: "Mod+\\",
      run: () => togglePane(bench, "desk"),
    },
    {
      id: "view.rail",
      title: ({ app }) => app.commands.foldRail,
      group: "View",
      keys: "Mod+Shift+\\",
      run: () => togglePane(bench, "rail"),
    },
    ...PANEL_COMMANDS.map(({ panel, keys }): Command => ({
      id: `view.${panel}`,
      title: ({ app }) => app.commands.panels[panel],
      group: "View",
      keys,
      run: () => togglePanel(bench, panel),
    })),
    {
      id: "view.page",
      title: ({ app }) => app.commands.page,
      group: "View",
      keys: "Escape",
      enabled: () => bench.page.session.get() !== null && (isBesidePage() || bench.alone.get()),
      run: () => (bench.alone.get() ? setAlone(bench, false) : goToPane("page", bench.page)),
    },
    {
      id: "view.next-pane",
      title: ({ app }) => app.commands.nextPane,
      group: "View",
      keys: "F6",
      run: () => goToPane(nextPane(1), bench.page),
    },
    {
      id: "view.last-pane",
      title: ({ app }) => app.commands.lastPane,
      group: "View",
      keys: "Shift+F6",
      run: () => goToPane(nextPane(-1), bench.page),
    },
    ...THEMES.map((theme): Command => ({
      id: `view.theme.${theme}`,
      title: ({ app }) => app.commands.themes[theme],
      group: "View",
      keys: null,
      enabled: () => settings.settings.get().theme !== theme,
      run: () => void settings.change({ theme }),
    })),
  ];
}

/** Typography as you type, and the view of what has no ink: choices that hold for every story. */
function writingCommands({ settings }: Workbench): readonly Command[] {
  const now = (): Settings => settings.settings.get();
  return [
    {
      id: "typography.on",
      title: ({ app }) => app.commands.typographyOn,
      group: "Edit",
      keys: null,
      enabled: () => !now().typographyAsYouType,
      run: () => void settings.change({ typographyAsYouType: true }),
    },
    {
      id: "typography.off",
      title: ({ app }) => app.commands.typographyOff,
      group: "Edit",
      keys: null,
      enabled: () => now().typographyAsYouType,
      run: () => void settings.change({ typographyAsYouType: false }),
    },
    {
      id: "view.invisibles",
      title: ({ app }) => app.commands.invisibles,
      group: "View",
      keys: "Mod+Shift+8",
      run: () => void settings.change({ showInvisibles: !now().showInvisibles }),
    },
  ];
}

/** Everything that can be done from the window itself, whether a story is open or not. */
export function shellCommands(bench: Workbench): readonly Command[] {
  return [
    ...storyCommands(bench),
    ...deskCommands(bench),
    ...safetyCommands(bench),
    ...viewCommands(bench),
    ...writingCommands(bench),
    ...viewChoiceCommands(bench),
    ...sidesCommands(bench),
    ...fitCommands(bench, () => togglePanel(bench, "fit")),
    ...notesCommands(bench, () => {
      setAlone(bench, false);
      showPanel(bench, "notes");
    }),
    ...languageCommands(bench),
    {
      id: "app.palette",
      title: ({ app }) => app.commands.palette,
      group: "Help",
      keys: "Mod+K",
      run: () => {
        typedAhead.hold(() => bench.floor.clear());
        bench.floor.give("palette");
      },
    },
    {
      id: "app.keyboard",
      title: ({ app }) => app.commands.keyboard,
      group: "Help",
      keys: "Mod+/",
      otherKeys: ["F1"],
      run: () => bench.floor.give("keyboard"),
    },
    {
      id: "app.keyboard.print",
      title: ({ app }) => app.commands.printKeyboard,
      group: "Help",
      keys: null,
      run: () => {
        bench.floor.give("keyboard");
        void printKeyboardPage();
      },
    },
  ];
}
