import { createRoot, type Root } from "react-dom/client";

/** Gives what draws the window into an element. The library of that is read and run ahead of the window. */
export function drawingIn(place: Element): Root {
  return createRoot(place);
}
