import { Tabs } from "@base-ui/react/tabs";
import { Suspense, useEffect, useRef, type ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { latePart } from "./late-part.ts";
import { focusFirstControl } from "./panes.ts";
import { useObservable } from "./use-observable.ts";
import { RAIL_PANELS, useWorkbench, type RailPanel } from "./workbench.ts";

const PANELS = {
  facts: latePart(async () => (await import("#renderer/desk/facts-panel.tsx")).FactsPanel),
  photos: latePart(async () => (await import("#renderer/desk/photos-panel.tsx")).PhotosPanel),
  original: latePart(async () => (await import("#renderer/desk/original-panel.tsx")).OriginalPanel),
  history: latePart(async () => (await import("#renderer/history/history-panel.tsx")).HistoryPanel),
  outline: latePart(async () => (await import("#renderer/editor/outline/outline-panel.tsx")).OutlinePanel),
  changes: latePart(async () => (await import("#renderer/changes/changes-panel.tsx")).ChangesPanel),
  notes: latePart(async () => (await import("#renderer/notes/notes-panel.tsx")).NotesPanel),
  fit: latePart(async () => (await import("#renderer/fit/fit-panel.tsx")).FitPanel),
  export: latePart(async () => (await import("#renderer/export/export-panel.tsx")).ExportPanel),
  settings: latePart(async () => (await import("#renderer/settings/settings-panel.tsx")).SettingsPanel),
} as const satisfies Record<RailPanel, unknown>;

/** A panel's content. It takes the focus where the panel was asked for by key. */
function PanelContent({ panel }: { readonly panel: RailPanel }): ReactNode {
  const { panel: current, panelWantsFocus } = useWorkbench();
  const wanted = useObservable(panelWantsFocus);
  const content = useRef<HTMLDivElement>(null);
  const Panel = PANELS[panel];

  useEffect(() => {
    // The panel that is on its way out is still there for a moment.
    if (!wanted || current.get() !== panel || content.current === null) return;
    panelWantsFocus.set(false);
    focusFirstControl(content.current);
  }, [wanted, panel, current, panelWantsFocus]);

  return (
    <div ref={content} tabIndex={-1} className="rail-content">
      <Panel />
    </div>
  );
}

/** The right pane: one panel at a time. */
export function Rail(): ReactNode {
  const { panel } = useWorkbench();
  const current = useObservable(panel);
  const { panels, rail } = words().app;

  return (
    <aside id="rail" className="rail" aria-label={rail.name}>
      <Tabs.Root
        className="rail-tabs"
        value={current}
        onValueChange={(value) => {
          const chosen = RAIL_PANELS.find((one) => one === value);
          if (chosen) panel.set(chosen);
        }}
      >
        <Tabs.List className="rail-names" aria-label={rail.panels} activateOnFocus>
          {RAIL_PANELS.map((one) => (
            <Tabs.Tab key={one} value={one} className="rail-name">
              {panels[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {RAIL_PANELS.map((one) => (
          <Tabs.Panel key={one} value={one} className="rail-panel" tabIndex={-1}>
            <Suspense fallback={<p className="panel-empty late">{rail.waiting}</p>}>
              <PanelContent panel={one} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
