import { useEffect, useRef, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { InBin } from "./in-bin.tsx";
import { KeptTail } from "./kept-tail.tsx";
import { KeptTwice } from "./kept-twice.tsx";
import { TwoVersions } from "./two-versions.tsx";
import "./banners.css";

/** Keeps the text where it is on screen when a banner comes or goes above it. */
function useStillText(banners: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = banners.current;
    if (element === null) return undefined;
    let heightPx = 0;
    const observer = new ResizeObserver(() => {
      const nowPx = element.offsetHeight;
      const scroller = element.parentElement?.querySelector(".story-editor");
      if (scroller) scroller.scrollTop += nowPx - heightPx;
      heightPx = nowPx;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [banners]);
}

/** Everything that the person should know about the safety of the story on the page, above it. */
export function PageBanners({ session }: { readonly session: StorySession }): ReactNode {
  const banners = useRef<HTMLDivElement>(null);
  const summary = useObservable(session.summary);
  const other = useObservable(session.versions.other);
  const places = useObservable(session.versions.keptTwice);
  const [offer] = useObservable(session.tails.offered);
  useStillText(banners);
  return (
    <div className="banners" ref={banners}>
      {summary.binned ? <InBin summary={summary} binned={summary.binned} /> : null}
      {offer ? <KeptTail key={offer.tail.window} session={session} offer={offer} /> : null}
      {other === null ? null : <TwoVersions session={session} other={other} />}
      {places === null || places.length === 0 ? null : <KeptTwice session={session} places={places} />}
    </div>
  );
}
