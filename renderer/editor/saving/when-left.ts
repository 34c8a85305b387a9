/** What is to be done when the person turns to something else, and when the page goes away. */
interface Leaving {
  readonly forNow: () => void;
  readonly forGood: () => void;
}

/**
 * Watches for every way in which a page is left: another field or window (`blur`), another tab or a
 * closed lid (`visibilitychange`), a browser that puts the page to sleep (`freeze`, Page Lifecycle),
 * and a window that is closed or loaded anew (`pagehide`). Give it the element that is typed in.
 */
export function whenLeft(page: HTMLElement, { forNow, forGood }: Leaving): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === "hidden") forNow();
  };
  page.addEventListener("blur", forNow);
  document.addEventListener("visibilitychange", onVisibility);
  document.addEventListener("freeze", forNow);
  window.addEventListener("pagehide", forGood);
  return () => {
    page.removeEventListener("blur", forNow);
    document.removeEventListener("visibilitychange", onVisibility);
    document.removeEventListener("freeze", forNow);
    window.removeEventListener("pagehide", forGood);
  };
}
