import { mergeRegister, type LexicalEditor } from "lexical";
import type { Observable } from "#renderer/app/observable.ts";
import type { Settings, ViewChoices } from "#shared/contract/index.ts";
import { sameJson } from "../blocks/same-json.ts";
import { characterEm } from "./character-width.ts";
import { holdLine } from "./hold-line.ts";
import { keepLineSteady } from "./typewriter.ts";
import "./page-view.css";

interface ViewParts {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly settings: Observable<Pick<Settings, "view">>;
}

/** Sets a page as the person wants to see it. */
function setPage(scroller: HTMLElement, page: HTMLElement, view: ViewChoices): void {
  const { dataset, style } = scroller;
  dataset["measure"] = view.measure;
  dataset["face"] = view.face;
  dataset["letters"] = view.looseLetters ? "loose" : "usual";
  dataset["scrolling"] = view.typewriter ? "typewriter" : "usual";
  style.setProperty("--page-zoom", String(view.zoom / 100));
  style.setProperty("--page-line", String(view.lineSpacing / 100));
  if (view.measure !== "characters") style.removeProperty("--page-measure");
  else style.setProperty("--page-measure", `${(view.measureCharacters * characterEm(page)).toFixed(3)}em`);
}

/**
 * Shows a page as the settings say, from now on, at once and in place: the line with the caret stays
 * where it is on screen.
 */
export function followView({ editor, page, scroller, settings }: ViewParts): () => void {
  let shown = settings.get().view;
  let stopSteady: (() => void) | null = null;

  const show = (): void => {
    setPage(scroller, page, shown);
    if (shown.typewriter === (stopSteady !== null)) return;
    stopSteady?.();
    stopSteady = shown.typewriter ? keepLineSteady({ editor, page, scroller }) : null;
  };
  const follow = (): void => {
    const { view } = settings.get();
    if (sameJson(view, shown)) return;
    shown = view;
    holdLine({ editor, page, scroller }, show);
  };
  // A measure in characters is taken in the face that is shown, which may still be on its way.
  const onFaces = (): void => {
    if (shown.measure === "characters") holdLine({ editor, page, scroller }, show);
  };

  show();
  document.fonts.addEventListener("loadingdone", onFaces);
  return mergeRegister(
    settings.subscribe(follow),
    () => document.fonts.removeEventListener("loadingdone", onFaces),
    () => stopSteady?.(),
  );
}
