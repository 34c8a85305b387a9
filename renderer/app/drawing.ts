import { createRoot, type Root } from "react-dom/client";

/** What a key in the text of a story sets off. */
const TYPED: ReadonlySet<string> = new Set(["keydown", "keypress", "keyup", "textInput", "input"]);

function isTyped({ target }: Event): boolean {
  return target instanceof HTMLElement && target.contentEditable === "true";
}

/**
 * Gives what draws the window into an element. The library of that is read and run ahead of the window.
 * It listens to every event there is and looks, ten times a key, for a component that wants to know:
 * none does of what is typed into a text, which is the editor's, so it is not asked.
 */
export function drawingIn(place: Element): Root {
  const listen = place.addEventListener.bind(place);
  place.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    if (!TYPED.has(type) || typeof listener !== "function") return listen(type, listener, options);
    listen(type, (event) => isTyped(event) || listener.call(place, event), options);
  };
  const root = createRoot(place);
  Reflect.deleteProperty(place, "addEventListener");
  return root;
}
