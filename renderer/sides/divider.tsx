import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { moveSplit, SPLIT } from "./move-split.ts";
import { words } from "#shared/language/index.ts";

/** Between two stories: dragged by the mouse, moved by the arrow keys while it has the focus. */
export function Divider(): ReactNode {
  const { sides } = useWorkbench();
  const split = useObservable(sides.split);
  const line = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: split - SPLIT.step,
      ArrowRight: split + SPLIT.step,
      Home: SPLIT.least,
      End: SPLIT.most,
      Enter: SPLIT.usual,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveSplit(sides, next);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (!box || line.current?.hasPointerCapture(event.pointerId) !== true) return;
    moveSplit(sides, ((event.clientX - box.left) / box.width) * 100);
  };
  return (
    <div
      ref={line}
      className="side-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words().sides.width}
      aria-valuemin={SPLIT.least}
      aria-valuemax={SPLIT.most}
      aria-valuenow={split}
      onKeyDown={onKeyDown}
      // Else the mouse that drags the divider would select text on its way, and the caret would be gone.
      onMouseDown={(event) => {
        event.preventDefault();
        line.current?.focus({ preventScroll: true });
      }}
      onPointerDown={(event) => line.current?.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => moveSplit(sides, SPLIT.usual)}
    />
  );
}
