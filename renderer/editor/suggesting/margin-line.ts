import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from "lexical";
import { words } from "#shared/language/index.ts";
import { $storyNotes } from "../codec/document.ts";
import { $attributesOf } from "../codec/run-attributes.ts";
import { authorLook } from "./authors.ts";
import { NO_NAME } from "#shared/changes/index.ts";
import type { MarginParts } from "./who-when-what.ts";

/** Somebody did something at a time (ISO 8601 UTC). */
interface Told {
  readonly by: string;
  readonly at: string;
  readonly what: string;
  /** What it is: with that goes what can be done with it by key. */
  readonly of: "change" | "note";
}

/** What can be done by key with what the caret is in, and the commands that do it. */
const DONE_BY_KEY = {
  change: ["changes.accept", "changes.reject"],
  note: ["notes.resolve"],
} as const;

const CHANGED = "[data-ins], [data-del], [data-fmt], [data-noted='query'], [data-noted='note']";
/** The margin ends this far before the text, and is this wide: see the labels in editor.css. In rem. */
const MARGIN_REM = { before: 6.75, wide: 6 } as const;
/** Half the height of a line in the margin, in pixels. */
const HALF_LINE_PX = 7;

/** Who changed and noted a text: what was done last to it, then its notes that are not resolved. */
function $toldOf(node: LexicalNode | null): readonly Told[] {
  if (!$isTextNode(node)) return [];
  const { inserted, deleted, formats, notes = [] } = $attributesOf(node);
  const { changes, notes: said } = words();
  const format = formats?.at(-1);
  const change = deleted ?? format ?? inserted;
  const kind = deleted ? "delete" : format ? "format" : "insert";
  const own = $storyNotes().filter(({ id, state }) => notes.includes(id) && state !== "resolved");
  return [
    ...(change ? [{ by: change.by, at: change.at, what: changes.kinds[kind], of: "change" } as const] : []),
    ...own.map(({ by, at, kind: noted }) => ({ by, at, what: said.kinds[noted], of: "note" }) as const),
  ];
}

function paragraph(text: string, className: string): HTMLElement {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = text;
  return made;
}

/** The line in the margin. `rest` is told when the caret has come to rest. */
export function marginLine({ editor, page, scroller, me, keysOf }: MarginParts): {
  readonly rest: () => void;
  readonly stop: () => void;
} {
  const line = document.createElement("div");
  line.className = "margin-line";
  line.setAttribute("aria-hidden", "true");
  line.hidden = true;
  scroller.append(line);

  const hide = (): void => {
    if (!line.hidden) line.hidden = true;
  };

  // The final and the original text show nothing of who changed what.
  const isMarkedUp = (): boolean => (page.dataset["changes"] ?? "marked") === "marked";

  /** The keys act where the caret is: what is only pointed at has none. */
  const keyLines = (all: readonly Told[]): readonly HTMLElement[] => {
    const { does } = words().changes;
    return [...new Set(all.map(({ of }) => of))].flatMap((of) =>
      DONE_BY_KEY[of].flatMap((command) => {
        const keys = keysOf(command);
        if (keys === null) return [];
        // The margin is narrow: a line may end behind each +.
        return [paragraph(does[command]({ keys: keys.replaceAll("+", "+\u200B") }), "margin-keys")];
      }),
    );
  };

  const show = (
    all: readonly Told[],
    at: DOMRect,
    text: Element,
    keys: readonly HTMLElement[] = [],
  ): void => {
    const block = text.closest<HTMLElement>(".block");
    if (all.length === 0 || !block || !isMarkedUp()) {
      hide();
      return;
    }
    const view = scroller.getBoundingClientRect();
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const leftPx = block.getBoundingClientRect().left - MARGIN_REM.before * remPx - view.left;
    if (leftPx < 0) {
      hide();
      return;
    }
    line.replaceChildren(
      ...all.map(({ by, at: moment, what }) => {
        const told = document.createElement("div");
        told.dataset["author"] = String(authorLook(by));
        const { forms, changes } = words();
        const when = forms.dayAndTime(Date.parse(moment), Date.now());
        told.append(
          paragraph(by === NO_NAME ? changes.noName : by, "margin-author"),
          paragraph(`${what} · ${when}`, "margin-what"),
        );
        return told;
      }),
      ...keys,
    );
    line.style.left = `${String(leftPx)}px`;
    line.style.top = `${String(at.top + at.height / 2 - HALF_LINE_PX - view.top + scroller.scrollTop)}px`;
    line.hidden = false;
  };

  const rest = (): void => {
    const found = editor.getEditorState().read(
      () => {
        const selection = $getSelection();
        const node = $isRangeSelection(selection) ? selection.focus.getNode() : null;
        return { told: $toldOf(node).filter(({ by }) => by !== me()), key: node?.getKey() };
      },
      { editor },
    );
    const element = found.key === undefined ? null : editor.getElementByKey(found.key);
    const selection = document.getSelection();
    if (found.told.length === 0 || !element || !selection || selection.rangeCount === 0) {
      hide();
      return;
    }
    const range = selection.getRangeAt(0).cloneRange();
    range.collapse(false);
    const caret = range.getBoundingClientRect();
    const at = caret.height > 0 ? caret : element.getBoundingClientRect();
    show(found.told, at, element, keyLines(found.told));
  };

  const onOver = ({ target, clientY }: PointerEvent): void => {
    const text = target instanceof Element ? target.closest(CHANGED) : null;
    if (!text) return;
    const told = editor.getEditorState().read(() => $toldOf($getNearestNodeFromDOMNode(text)), { editor });
    const rects = [...text.getClientRects()];
    const at = rects.find(({ top, bottom }) => top <= clientY && clientY <= bottom) ?? rects[0];
    if (at) show(told, at, text);
  };
  const onOut = ({ target }: PointerEvent): void => {
    if (target instanceof Element && target.closest(CHANGED)) rest();
  };
  const views = new MutationObserver(() => (isMarkedUp() ? rest() : hide()));
  views.observe(page, { attributes: true, attributeFilter: ["data-changes"] });
  page.addEventListener("pointerover", onOver);
  page.addEventListener("pointerout", onOut);
  return {
    rest,
    stop: () => {
      views.disconnect();
      page.removeEventListener("pointerover", onOver);
      page.removeEventListener("pointerout", onOut);
      line.remove();
    },
  };
}
