/** Which of so many rows a key leads to, `screen` of which are seen at once; null for keys that lead nowhere. */
export function rowAfter(key: string, row: number, count: number, screen: number): number | null {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(row + 1, last);
    case "ArrowUp":
      return Math.max(row - 1, 0);
    case "PageDown":
      return Math.min(row + screen, last);
    case "PageUp":
      return Math.max(row - screen, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
