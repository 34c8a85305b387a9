import type { LexicalEditor } from "lexical";
import type { EditorPlace } from "#shared/contract/index.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $caretPlace } from "./place.ts";

const REST_MS = 400;

/** Remembers the caret and the scroll of an open story. */
export interface PlaceKeeper {
  /** Stores the place now, if it is another than the one that was stored last. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/** Stores where the person is whenever caret and scroll have come to rest. */
export function keepPlace(
  editor: LexicalEditor,
  scroller: HTMLElement,
  store: (place: EditorPlace) => void,
): PlaceKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stored: EditorPlace | null = null;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const caret = editor.getEditorState().read($caretPlace);
    if (!caret) return;
    const place = { ...caret, scrollTopPx: Math.max(0, Math.round(scroller.scrollTop)) };
    if (stored && sameJson(stored, place)) return;
    stored = place;
    store(place);
  };

  const moved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(flush, REST_MS);
  };

  scroller.addEventListener("scroll", moved, { passive: true });
  const stopListening = editor.registerUpdateListener(moved);
  return {
    flush,
    stop: () => {
      clearTimeout(timer);
      scroller.removeEventListener("scroll", moved);
      stopListening();
    },
  };
}
