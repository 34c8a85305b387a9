import { Suspense, useState, type ReactNode } from "react";
import { latePart } from "./late-part.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { useObservable, usePart } from "./use-observable.ts";
import { useWorkbench } from "./workbench.ts";

const PageBanners = latePart(async () => (await import("#renderer/banners/page-banners.tsx")).PageBanners);

function hasAny(rows: readonly unknown[] | null): boolean {
  return rows !== null && rows.length > 0;
}

function Place({ session }: { readonly session: StorySession }): ReactNode {
  const isBinned = usePart(session.summary, ({ binned }) => binned !== undefined);
  const hasOther = usePart(session.versions.other, (other) => other !== null);
  const hasPlaces = usePart(session.versions.keptTwice, hasAny);
  const hasTail = usePart(session.tails.offered, hasAny);
  const [wasNeeded, setWasNeeded] = useState(false);
  const isNeeded = isBinned || hasOther || hasPlaces || hasTail;
  if (isNeeded && !wasNeeded) setWasNeeded(true);
  if (!wasNeeded) return null;
  return (
    <Suspense fallback={null}>
      <PageBanners session={session} />
    </Suspense>
  );
}

/** Where banners stand above the page: their code is fetched when there is one for the first time. */
export function BannerPlace(): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  return session === null ? null : <Place session={session} />;
}
