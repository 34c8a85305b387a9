import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";
import { PagePane } from "#renderer/app/page-pane.tsx";
import { SavePart } from "#renderer/app/save-part.tsx";
import { useCalmly, useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench, WorkbenchProvider } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { GalleyPlace } from "#renderer/fit/galley-place.tsx";
import { Divider } from "./divider.tsx";
import { sideBench } from "./side-bench.ts";
import type { Side } from "./sides.ts";
import "./sides.css";
import { words } from "#shared/language/index.ts";

function Saved({ session }: { readonly session: StorySession }): ReactNode {
  return <SavePart status={useCalmly(session.status)} />;
}

/** Which story a side shows and, where the state line speaks of the other one, whether it is saved. */
function SideHead({ side, isFocused }: { readonly side: Side; readonly isFocused: boolean }): ReactNode {
  const { sides } = useWorkbench();
  const page = sides.pageOf(side);
  const slug = usePart(page.summary, (summary) => summary?.facts.slug ?? "");
  const session = useObservable(page.session);
  return (
    <header className="side-head">
      <b>{slug}</b>
      <span className="side-saved">{isFocused || session === null ? null : <Saved session={session} />}</span>
      <button
        type="button"
        className="quiet-button"
        aria-label={words().sides.closeOf({ slug })}
        onClick={() => void sides.closeSide(side)}
      >
        {words().sides.close}
      </button>
    </header>
  );
}

function SidePane({ side, name }: { readonly side: Side; readonly name: string | null }): ReactNode {
  const bench = useWorkbench();
  const [own] = useState(() => sideBench(bench, side));
  const isFocused = usePart(bench.sides.focused, (focused) => focused === side);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    const note = (): void => bench.sides.noteFocus(side);
    element?.addEventListener("focusin", note);
    return () => element?.removeEventListener("focusin", note);
  }, [bench, side]);
  return (
    <section ref={place} className="side" data-focus={isFocused} aria-label={name ?? undefined}>
      {name === null ? null : <SideHead side={side} isFocused={isFocused} />}
      <WorkbenchProvider value={own}>
        <PagePane />
      </WorkbenchProvider>
    </section>
  );
}

/** The centre of the window: one story, or two beside each other. */
export function SidesPane(): ReactNode {
  const { sides, fit } = useWorkbench();
  const shown = useObservable(sides.shown);
  const split = useObservable(sides.split);
  const { left, right } = words().sides;
  const names = [left, right];
  const isPaired = shown.length > 1;
  const hasGalley = useObservable(fit.galleyOpen) && !isPaired;
  const style: CSSProperties = isPaired
    ? { gridTemplateColumns: `minmax(0, ${split}fr) 7px minmax(0, ${100 - split}fr)` }
    : hasGalley
      ? { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" }
      : {};
  return (
    <div className="sides" style={style}>
      {shown.flatMap((side, at) => [
        ...(at > 0 ? [<Divider key="divider" />] : []),
        <SidePane key={side} side={side} name={isPaired ? (names[at] ?? null) : null} />,
      ])}
      {hasGalley ? <GalleyPlace /> : null}
    </div>
  );
}
