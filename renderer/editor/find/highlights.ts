import type { LexicalEditor } from "lexical";
import type { Hit } from "#shared/find/index.ts";
import { namedHighlight } from "../view/named-highlight.ts";
import { hitRanges } from "./found-places.ts";

/** More hits than these around the current one are counted and listed, but not marked on the page. */
const MOST_MARKED = 3_000;
/** How near the edge of the page a hit may be before it is moved to the middle, in parts of its height. */
const EDGE = 0.12;

/** Marks hits on the page by the CSS Custom Highlight API: neither the text nor its elements are touched. */
export interface HitMarks {
  readonly show: (hits: readonly Hit[], current: Hit | null) => void;
  /** Scrolls a hit into view where it is out of it. */
  readonly reveal: (hit: Hit) => void;
  readonly clear: () => void;
}

/** Marks for one page. */
export function hitMarks(editor: LexicalEditor, scroller: HTMLElement): HitMarks {
  const all = namedHighlight("find-hit");
  const one = namedHighlight("find-current", 1);
  let marked: readonly AbstractRange[] = [];

  const clear = (): void => {
    for (const range of marked) {
      all.delete(range);
      one.delete(range);
    }
    marked = [];
  };

  return {
    clear,
    show: (hits, current) => {
      clear();
      const at = current ? Math.max(0, hits.indexOf(current) - MOST_MARKED / 2) : 0;
      const near = hits.slice(at, at + MOST_MARKED);
      const ranges = hitRanges(editor, near);
      marked = ranges.flat();
      ranges.forEach((stretches, nth) => {
        for (const range of stretches) (near[nth] === current ? one : all).add(range);
      });
    },
    reveal: (hit) => {
      const [range] = hitRanges(editor, [hit])[0] ?? [];
      if (!range) return;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      const margin = view.height * EDGE;
      if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
      scroller.scrollTop += box.top - view.top - view.height / 2;
    },
  };
}
