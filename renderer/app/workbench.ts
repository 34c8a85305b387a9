import { createContext, useContext } from "react";
import type { Bridge } from "#renderer/bridge/bridge.ts";
import type { DeskList } from "#renderer/desk/desk-list.ts";
import type { ExportRun } from "#renderer/export/export-run.ts";
import type { HistoryDesk } from "#renderer/history/history-desk.ts";
import type { OutsideCopy } from "#renderer/history/outside-copy.ts";
import type { FitStore } from "#renderer/fit/fit-store.ts";
import type { IntakeQueue } from "#renderer/intake/intake-queue.ts";
import type { Tails } from "#renderer/tail/tails.ts";
import type { SafetyDesk } from "#renderer/safety/safety-desk.ts";
import type { HostInfo, NewsroomInfo, StorySummary } from "#shared/contract/index.ts";
import type { Sides } from "#renderer/sides/sides.ts";
import type { CommandBook } from "./commands.ts";
import type { Floor } from "./floor.ts";
import type { Notices } from "./notices.ts";
import type { MutableObservable, Observable } from "./observable.ts";
import type { OpenPage } from "./open-page.ts";
import type { SettingsStore } from "./settings-store.ts";

/** The panels of the rail, in the order of their tabs and keys. */
export const RAIL_PANELS = [
  "facts",
  "photos",
  "original",
  "history",
  "outline",
  "changes",
  "notes",
  "fit",
  "export",
  "settings",
] as const;
export type RailPanel = (typeof RAIL_PANELS)[number];

/** Everything that the parts of the window share. One for as long as the window lives. */
export interface Workbench {
  readonly bridge: Bridge;
  readonly host: Observable<HostInfo>;
  readonly commands: CommandBook;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  /** The page with the focus; the only one, unless two stories stand side by side. */
  readonly page: OpenPage;
  readonly sides: Sides;
  readonly list: DeskList;
  readonly intake: IntakeQueue;
  /** Other versions of the open story, on their way to be compared with it. */
  readonly versions: IntakeQueue<OutsideCopy>;
  readonly exporting: ExportRun;
  /** Where this window keeps what the newsroom cannot take; opened when it is first needed. */
  readonly tails: () => Tails;
  readonly safety: SafetyDesk;
  readonly history: HistoryDesk;
  /** How long the story on the page is when it is set. */
  readonly fit: FitStore;
  readonly panel: MutableObservable<RailPanel>;
  /** True from the moment a panel was asked for by key until the focus is in it. */
  readonly panelWantsFocus: MutableObservable<boolean>;
  readonly floor: Floor;
  /** Whether the window shows the page and its save state only. */
  readonly alone: MutableObservable<boolean>;
  /** Whether the length of the story is shown in full. */
  readonly lengthAsked: MutableObservable<boolean>;
  /** The story that is to be spiked, while the person is asked why. */
  readonly spiking: MutableObservable<StorySummary | null>;
  /** The current time in milliseconds since 1970, moved on every few seconds. */
  readonly now: Observable<number>;
  /** Opens the person's own newsroom or the sample one in place of the one that is open. */
  readonly openNewsroom: (kind: NewsroomInfo["kind"]) => Promise<void>;
}

const WorkbenchContext = createContext<Workbench | null>(null);

export const WorkbenchProvider = WorkbenchContext.Provider;

/** The workbench of this window. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error("This part of the window needs a workbench around it.");
  return workbench;
}
