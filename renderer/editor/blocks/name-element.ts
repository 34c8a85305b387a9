/** Names an element in the margin and to those who listen. An attribute that is set to what it was is a frame all the same. */
export function nameElement(dom: HTMLElement, name: string): void {
  if (dom.dataset["label"] === name) return;
  dom.dataset["label"] = name;
  dom.setAttribute("aria-label", name);
}
