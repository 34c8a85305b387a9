/** The blocks of a page in reading order, as they stand on screen. */
export function blocksOn(page: HTMLElement): readonly HTMLElement[] {
  return [...page.children].filter((child) => child instanceof HTMLElement);
}

/** The first block of which a part lies below a height of the window; the count of them where none does. */
function firstBelow(blocks: readonly HTMLElement[], y: number, part: (box: DOMRect) => number): number {
  let from = 0;
  let to = blocks.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const box = blocks[middle]?.getBoundingClientRect();
    if (box && part(box) > y) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The block at a height of the window, or the one below where the height is between two. */
export function blockAt(blocks: readonly HTMLElement[], y: number): HTMLElement | null {
  return blocks[firstBelow(blocks, y, ({ bottom }) => bottom)] ?? null;
}

/** The place among the blocks, counted from 0, into which a block goes that is let go at a height of the window. */
export function placeAt(blocks: readonly HTMLElement[], y: number): number {
  return firstBelow(blocks, y, ({ top, bottom }) => (top + bottom) / 2);
}
