import type { Settings } from "#shared/contract/index.ts";
import type { Observable } from "./observable.ts";

const DARK = "(prefers-color-scheme: dark)";
const MORE_CONTRAST = "(prefers-contrast: more)";

/** Sets the window in the theme, contrast and motion that were chosen, and follows the system where that was chosen. */
export function followLook(settings: Observable<Pick<Settings, "theme" | "view">>): () => void {
  const dark = window.matchMedia(DARK);
  const contrast = window.matchMedia(MORE_CONTRAST);
  const apply = (): void => {
    const { theme, view } = settings.get();
    const { dataset } = document.documentElement;
    const system = { theme: dark.matches ? "dark" : "light", contrast: contrast.matches ? "more" : "usual" };
    dataset["theme"] = theme === "system" ? system.theme : theme;
    dataset["contrast"] = view.contrast === "system" ? system.contrast : view.contrast;
    dataset["motion"] = view.motion;
  };
  apply();
  const stop = settings.subscribe(apply);
  for (const asked of [dark, contrast]) asked.addEventListener("change", apply);
  return () => {
    stop();
    for (const asked of [dark, contrast]) asked.removeEventListener("change", apply);
  };
}
