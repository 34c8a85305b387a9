import type { OpenPage } from "./open-page.ts";

/** The panes of the window, from left to right, by the ids of their elements. */
const PANES = ["desk", "page", "rail"] as const;
export type Pane = (typeof PANES)[number];

/** The ids of the search box and the stories of the desk list, for the commands that go there. */
export const DESK_SEARCH_ID = "desk-search";
export const DESK_ROWS_ID = "desk-rows";

/** For an element that has the page's place for a while: it scrolls by key, and takes the focus meant for the page. */
export const OVER_PAGE = { "data-over-page": "", tabIndex: 0 } as const;

/** What stands over the page, if anything does. */
export function overPage(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#page [data-focus='true'] [data-over-page]");
}

const FIRST_CONTROL =
  ":is([tabindex='0'], a[href], button, input, select, textarea):not(:disabled, [tabindex='-1'], [hidden])";

/** The pane before or after the one with the focus, of those that are unfolded. */
export function nextPane(step: 1 | -1): Pane {
  const shown = PANES.filter((pane) => document.getElementById(pane) !== null);
  const here = shown.findIndex(
    (pane) => document.getElementById(pane)?.contains(document.activeElement) === true,
  );
  const from = here < 0 ? shown.indexOf("page") - step : here;
  return shown.at((from + step + shown.length) % shown.length) ?? "page";
}

/** True where the focus is in one of the panes beside the page. */
export function isBesidePage(): boolean {
  return (["desk", "rail"] as const).some(
    (pane) => document.getElementById(pane)?.contains(document.activeElement) === true,
  );
}

/** Puts the focus in a pane: the caret on the page, the stories of the desk list, the panel of the rail. */
export function goToPane(pane: Pane, page: OpenPage): void {
  const over = pane === "page" ? overPage() : null;
  if (over !== null) {
    over.focus();
    return;
  }
  const session = page.session.get();
  if (pane === "page" && session !== null) {
    session.focus();
    return;
  }
  const element = document.getElementById(pane);
  const home =
    pane === "desk"
      ? document.getElementById(DESK_ROWS_ID)
      : element?.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
  (home ?? element?.querySelector<HTMLElement>(FIRST_CONTROL) ?? element)?.focus();
}

/** For the part of a panel that the focus goes to first, where that is not its head. */
export const PANEL_HOME = { "data-panel-home": "" } as const;

/** Puts the focus on the first control in an element, or in its home, or on the element where it has none. */
export function focusFirstControl(element: HTMLElement): void {
  const home = element.querySelector<HTMLElement>("[data-panel-home]") ?? element;
  (home.querySelector<HTMLElement>(FIRST_CONTROL) ?? element).focus();
}
