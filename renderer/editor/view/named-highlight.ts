/**
 * The one highlight of the window by a name: stories that stand side by side mark in it together. Where
 * two are on the same letters, the one of the higher priority is seen.
 */
export function namedHighlight(name: string, priority = 0): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}
