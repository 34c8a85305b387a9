import { useEffect, useState } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { KeptText } from "./left-rows.ts";

/** What this browser has kept of texts that never reached the newsroom, from windows that are gone. */
export function useKeptTexts(): readonly KeptText[] {
  const { host, tails } = useWorkbench();
  const [kept, setKept] = useState<readonly KeptText[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const newsroom = host.get().newsroom?.folder;
      if (newsroom === undefined) return;
      const { store, windows } = tails();
      const [found, alive] = await Promise.all([store.of(newsroom), windows.open()]);
      if (!isOver) setKept(found.filter(({ window }) => !alive.has(window)));
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [host, tails]);
  return kept;
}
