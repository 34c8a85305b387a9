/** The first block of a page that reaches below a height of the window, in CSS pixels: what a person reads whose caret is elsewhere. */
export function firstInView(page: HTMLElement, topPx: number): Element | null {
  const blocks = page.children;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= topPx) low = middle + 1;
    else high = middle;
  }
  return blocks[low] ?? null;
}

/** The blocks of a page that are seen between two heights of the window, in CSS pixels. */
export function blocksInView(page: HTMLElement, topPx: number, bottomPx: number): ReadonlySet<Element> {
  const seen = new Set<Element>();
  let block = firstInView(page, topPx);
  while (block && block.getBoundingClientRect().top < bottomPx) {
    seen.add(block);
    block = block.nextElementSibling;
  }
  return seen;
}
