/** The text that the element of a text node shows; null where it shows none. */
export function textOnPage(element: HTMLElement | null): Text | null {
  let node: Node | null = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node;
}
