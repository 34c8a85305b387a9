/** Makes an element the page on which a story is written, and says so to assistive technology. */
export function makePage(page: HTMLElement, slug: string): void {
  page.setAttribute("role", "textbox");
  page.setAttribute("aria-multiline", "true");
  page.setAttribute("aria-label", `Text of ${slug}`);
  page.contentEditable = "true";
  page.spellcheck = true;
  page.tabIndex = 0;
}
