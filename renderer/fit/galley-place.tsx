import { Suspense, type ReactNode } from "react";
import { latePart } from "#renderer/app/late-part.ts";

const GalleyView = latePart(async () => (await import("./galley-view.tsx")).GalleyView);

/** Where the galley stands beside the page; its code is fetched with the first one. */
export function GalleyPlace(): ReactNode {
  return (
    <Suspense fallback={null}>
      <GalleyView />
    </Suspense>
  );
}
