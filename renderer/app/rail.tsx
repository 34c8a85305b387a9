import { Tabs } from "@base-ui/react/tabs";
import { Suspense, useEffect, useRef, type ReactNode } from "react";
import { latePart } from "./late-part.ts";
import { focusFirstControl } from "./panes.ts";
import { useObservable } from "./use-observable.ts";
import { RAIL_PANELS, useWorkbench, type RailPanel } from "./workbench.ts";

const PANELS = {
  facts: {
    name: "Facts",
    Panel: latePart(async () => (await import("#renderer/desk/facts-panel.tsx")).FactsPanel),
  },
  photos: {
    name: "Photos",
    Panel: latePart(async () => (await import("#renderer/desk/photos-panel.tsx")).PhotosPanel),
  },
  original: {
    name: "Original",
    Panel: latePart(async () => (await import("#renderer/desk/original-panel.tsx")).OriginalPanel),
  },
  history: {
    name: "History",
    Panel: latePart(async () => (await import("#renderer/history/history-panel.tsx")).HistoryPanel),
  },
  outline: {
    name: "Outline",
    Panel: latePart(async () => (await import("#renderer/editor/outline/outline-panel.tsx")).OutlinePanel),
  },
  export: {
    name: "Export",
    Panel: latePart(async () => (await import("#renderer/export/export-panel.tsx")).ExportPanel),
  },
  settings: {
    name: "Settings",
    Panel: latePart(async () => (await import("#renderer/settings/settings-panel.tsx")).SettingsPanel),
  },
} as const satisfies Record<RailPanel, { name: string; Panel: unknown }>;

/** A panel's content. It takes the focus where the panel was asked for by key. */
function PanelContent({ panel }: { readonly panel: RailPanel }): ReactNode {
  const { panel: current, panelWantsFocus } = useWorkbench();
  const wanted = useObservable(panelWantsFocus);
  const content = useRef<HTMLDivElement>(null);
  const { Panel } = PANELS[panel];

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

  return (
    <aside id="rail" className="rail" aria-label="About this story">
      <Tabs.Root
        className="rail-tabs"
        value={current}
        onValueChange={(value) => {
          const chosen = RAIL_PANELS.find((one) => one === value);
          if (chosen) panel.set(chosen);
        }}
      >
        <Tabs.List className="rail-names" aria-label="Panels" activateOnFocus>
          {RAIL_PANELS.map((one) => (
            <Tabs.Tab key={one} value={one} className="rail-name">
              {PANELS[one].name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {RAIL_PANELS.map((one) => (
          <Tabs.Panel key={one} value={one} className="rail-panel" tabIndex={-1}>
            <Suspense fallback={<p className="panel-empty late">Waiting for the newsroom…</p>}>
              <PanelContent panel={one} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
