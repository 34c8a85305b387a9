/** A kit while it is edited: JSON that only the kit's reader can tell to be one. */
export type KitTree = unknown;

export type TreePath = readonly (string | number)[];

/** What stands at a place of a tree; undefined where nothing does. */
export function valueAt(tree: KitTree, path: TreePath): unknown {
  let value = tree;
  for (const part of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

/** The members of a list at a place; none where there is no list. */
export function listAt(tree: KitTree, path: TreePath): readonly unknown[] {
  const value = valueAt(tree, path);
  return Array.isArray(value) ? value : [];
}

export function textAt(tree: KitTree, path: TreePath): string {
  const value = valueAt(tree, path);
  return typeof value === "string" ? value : "";
}

/** The figure at a place; null where there is none. */
export function figureAt(tree: KitTree, path: TreePath): number | null {
  const value = valueAt(tree, path);
  return typeof value === "number" ? value : null;
}

/** The tree with another value at a place; everything else is the same object as before. */
export function withValue(tree: KitTree, path: TreePath, value: unknown): KitTree {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(tree)) {
    return tree.map((item: unknown, index) => (index === part ? withValue(item, rest, value) : item));
  }
  const members = typeof tree === "object" && tree !== null ? tree : {};
  return { ...members, [part]: withValue(Reflect.get(members, part), rest, value) };
}
