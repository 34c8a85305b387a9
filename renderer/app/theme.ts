import type { Settings } from "#shared/contract/index.ts";
import type { Observable } from "./observable.ts";

type Theme = Settings["theme"];

const DARK = "(prefers-color-scheme: dark)";

/** Sets the page in the theme that was chosen, and follows the system where that was chosen. */
export function followTheme(theme: Observable<Theme>): () => void {
  const dark = window.matchMedia(DARK);
  const apply = (): void => {
    const chosen = theme.get();
    const shown = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
    document.documentElement.dataset["theme"] = shown;
  };
  apply();
  const stop = theme.subscribe(apply);
  dark.addEventListener("change", apply);
  return () => {
    stop();
    dark.removeEventListener("change", apply);
  };
}
