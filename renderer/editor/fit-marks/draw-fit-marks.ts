import type { LexicalEditor } from "lexical";
import type { Observable } from "#renderer/app/observable.ts";
import type { FlagKind } from "#shared/fit/depth/index.ts";
import { $blockNodesById } from "../codec/block-nodes.ts";
import { namedHighlight } from "../view/named-highlight.ts";
import { blocksInView } from "../view/in-view.ts";
import type { FitMarks } from "./fit-marks.ts";
import { pointsOf, type DomPoint } from "./places.ts";
import "./fit-marks.css";

interface MarkedPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly marks: Observable<FitMarks>;
}

/** The highlight of each kind of flag; each underlines in a way of its own, so that none is told by color alone. */
const HIGHLIGHTS: Readonly<Record<FlagKind, string>> = {
  tight: "fit-tight",
  loose: "fit-loose",
  "outside-limits": "fit-loose",
  "forced-apart": "fit-wrong",
  "too-wide": "fit-wrong",
  "missing-glyph": "fit-wrong",
  "missing-face": "fit-wrong",
  runt: "fit-ending",
  widow: "fit-ending",
  orphan: "fit-ending",
  near: "fit-near",
};

/** What is marked beyond what is seen, in parts of its height, so that a short scroll finds it there. */
const BEYOND = 0.5;

/** In the system's few colors a highlight would look like the selection: there lines are drawn under the text. */
const FEW_COLORS = window.matchMedia("(forced-colors: active)");

/** The box of the letter before or behind a point of the page. */
function boxAt({ node, offset }: DomPoint, before: boolean): DOMRect | null {
  const range = document.createRange();
  const from = before ? Math.max(0, offset - 1) : offset;
  range.setStart(node, Math.min(from, node.data.length));
  range.setEnd(node, Math.min(from + 1, node.data.length));
  const boxes = range.getClientRects();
  return (before ? boxes[boxes.length - 1] : boxes[0]) ?? null;
}

/**
 * Draws what the composer says over the page: highlights for the lines to look at, where they are
 * seen; a rule and a label where the text is overset; a tick at the end of each set line. The text and
 * its elements stay as they are. It follows when the composer has answered, not with each key.
 */
export function drawFitMarks({ editor, page, scroller, marks }: MarkedPage): () => void {
  const layer = document.createElement("div");
  layer.className = "fit-marks";
  scroller.append(layer);
  let marked: { readonly highlight: Highlight; readonly range: AbstractRange }[] = [];
  let underlined: { readonly look: string; readonly from: DomPoint; readonly to: DomPoint }[] = [];
  let frame = 0;
  let scrolled = 0;

  /** With each key the browser takes all highlights off and puts them on again: only what is seen has any. */
  const flaggedInView = (): FitMarks["flagged"] => {
    const { flagged } = marks.get();
    if (flagged.length === 0) return [];
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const seen = blocksInView(page, top - height * BEYOND, bottom + height * BEYOND);
    const nodes = editor.getEditorState().read($blockNodesById);
    return flagged.filter(({ from }) => {
      const node = nodes.get(from.block);
      const element = node && editor.getElementByKey(node.getKey());
      return element ? seen.has(element) : false;
    });
  };

  const clear = (): void => {
    for (const { highlight, range } of marked) highlight.delete(range);
    marked = [];
    underlined = [];
  };

  const placeSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(() => place());
  };

  const highlight = (): void => {
    scrolled = 0;
    const flagged = flaggedInView();
    clear();
    const points = pointsOf(
      editor,
      flagged.flatMap(({ from, to }) => [from, to]),
    );
    flagged.forEach(({ kind }, nth) => {
      const from = points[nth * 2];
      const to = points[nth * 2 + 1];
      if (!from || !to) return;
      if (FEW_COLORS.matches) {
        underlined.push({ look: HIGHLIGHTS[kind], from, to });
        return;
      }
      const range = new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
      const own = namedHighlight(HIGHLIGHTS[kind]);
      own.add(range);
      marked.push({ highlight: own, range });
    });
    if (FEW_COLORS.matches) placeSoon();
  };

  /** Lines under what is flagged, one for each line of the page. */
  const underlines = (left: number, top: number): readonly HTMLElement[] =>
    underlined.flatMap(({ look, from, to }) => {
      if (!from.node.isConnected || !to.node.isConnected) return [];
      const range = document.createRange();
      range.setStart(from.node, Math.min(from.offset, from.node.data.length));
      range.setEnd(to.node, Math.min(to.offset, to.node.data.length));
      return [...range.getClientRects()].map((box) => {
        const line = document.createElement("u");
        line.className = "fit-underline";
        line.dataset["look"] = look;
        line.style.left = `${box.left - left}px`;
        line.style.top = `${box.bottom - top}px`;
        line.style.width = `${box.width}px`;
        return line;
      });
    });

  const place = (): void => {
    frame = 0;
    const { overset, lineEnds } = marks.get();
    if (!overset && lineEnds.length === 0 && underlined.length === 0) {
      if (layer.hasChildNodes()) layer.replaceChildren();
      return;
    }
    const view = scroller.getBoundingClientRect();
    const left = view.left - scroller.scrollLeft;
    const top = view.top - scroller.scrollTop;
    const drawn: HTMLElement[] = [];
    if (overset) {
      const [point] = pointsOf(editor, [overset.place]);
      const box = point ? boxAt(point, false) : null;
      if (box) {
        const text = page.getBoundingClientRect();
        const rule = document.createElement("div");
        rule.className = "fit-overset";
        rule.style.left = `${text.left - left}px`;
        rule.style.width = `${text.width}px`;
        rule.style.top = `${box.top - top - 1}px`;
        const tick = document.createElement("i");
        tick.style.left = `${box.left - text.left}px`;
        tick.style.height = `${box.height}px`;
        const label = document.createElement("span");
        label.textContent = overset.label;
        rule.append(tick, label);
        drawn.push(rule);
      }
    }
    const ends = pointsOf(
      editor,
      lineEnds.map((end) => end.place),
    );
    lineEnds.forEach(({ hyphen }, nth) => {
      const point = ends[nth];
      const box = point ? boxAt(point, true) : null;
      if (!box) return;
      const tick = document.createElement("b");
      tick.className = "fit-line-end";
      if (hyphen) tick.dataset["hyphen"] = "";
      tick.style.left = `${box.right - left}px`;
      tick.style.top = `${box.top - top}px`;
      tick.style.height = `${box.height}px`;
      drawn.push(tick);
    });
    layer.replaceChildren(...drawn, ...underlines(left, top));
  };
  const onScroll = (): void => {
    if (scrolled === 0 && marks.get().flagged.length > 0) scrolled = requestAnimationFrame(highlight);
  };
  const show = (): void => {
    highlight();
    placeSoon();
  };

  const sizes = new ResizeObserver(placeSoon);
  sizes.observe(page);
  sizes.observe(scroller);
  scroller.addEventListener("scroll", onScroll, { passive: true });
  document.fonts.addEventListener("loadingdone", placeSoon);
  const stop = marks.subscribe(show);
  FEW_COLORS.addEventListener("change", show);
  show();
  return () => {
    stop();
    FEW_COLORS.removeEventListener("change", show);
    cancelAnimationFrame(frame);
    cancelAnimationFrame(scrolled);
    sizes.disconnect();
    scroller.removeEventListener("scroll", onScroll);
    document.fonts.removeEventListener("loadingdone", placeSoon);
    clear();
    layer.remove();
  };
}
