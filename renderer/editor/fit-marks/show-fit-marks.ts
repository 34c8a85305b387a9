import type { LexicalEditor } from "lexical";
import { lateCode } from "#renderer/app/late-part.ts";
import type { Observable } from "#renderer/app/observable.ts";
import type { FitMarks } from "./fit-marks.ts";

interface MarkedPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly marks: Observable<FitMarks>;
}

const drawing = lateCode(async () => (await import("./draw-fit-marks.ts")).drawFitMarks);

/** Shows the composer's marks on a page; what draws them is fetched with the first of them. */
export function showFitMarks(parts: MarkedPage): () => void {
  let stopDrawing: (() => void) | null = null;
  let isOver = false;
  const stop = parts.marks.subscribe(() => {
    stop();
    void drawing.ready().then((drawFitMarks) => {
      if (!isOver) stopDrawing = drawFitMarks(parts);
    });
  });
  return () => {
    isOver = true;
    stop();
    stopDrawing?.();
  };
}
