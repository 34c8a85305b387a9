import { KIND_KEYS, kindName } from "#renderer/intake/kind-keys.ts";
import { words } from "#shared/language/index.ts";

export interface KeyRow {
  readonly title: string;
  readonly keys: string;
}

/** Keys that belong to one place and are no commands. */
export function localKeys(): readonly { readonly group: string; readonly rows: readonly KeyRow[] }[] {
  const { places, placeKeys: on } = words().keyboard;
  const { list, rail, changes, notes, history, comparison, kit, intake } = places;
  return [
    {
      group: list.head,
      rows: [
        { title: list.toRows, keys: "↓" },
        { title: list.move, keys: on.rows },
        { title: list.open, keys: on.enter },
        { title: list.menu, keys: on.menu },
        { title: list.bin, keys: on.bin },
        { title: list.unbin, keys: "P" },
        { title: list.forget, keys: on.forget },
      ],
    },
    { group: rail.head, rows: [{ title: rail.keep, keys: on.enter }] },
    {
      group: changes.head,
      rows: [
        { title: changes.move, keys: on.rows },
        { title: changes.go, keys: on.enter },
        { title: changes.accept, keys: "A" },
        { title: changes.reject, keys: "R" },
      ],
    },
    {
      group: notes.head,
      rows: [
        { title: notes.move, keys: on.rows },
        { title: notes.go, keys: on.enter },
        { title: notes.answer, keys: "A" },
        { title: notes.resolve, keys: "R" },
        { title: notes.edit, keys: "E" },
        { title: notes.delete, keys: on.bin },
        { title: notes.keep, keys: on.putBack },
      ],
    },
    {
      group: history.head,
      rows: [
        { title: history.move, keys: on.rows },
        { title: history.compare, keys: on.enter },
        { title: history.mark, keys: "C" },
        { title: history.keep, keys: "K" },
      ],
    },
    {
      group: comparison.head,
      rows: [
        { title: comparison.next, keys: on.next },
        { title: comparison.last, keys: on.last },
        { title: comparison.putBack, keys: on.putBack },
        { title: comparison.page, keys: on.forget },
      ],
    },
    {
      group: kit.head,
      rows: [
        { title: kit.parts, keys: "↑ ↓" },
        { title: kit.turn, keys: on.turn },
        { title: kit.step, keys: "↑ ↓" },
        { title: kit.putBack, keys: on.forget },
        { title: kit.undo, keys: on.undo },
        { title: kit.save, keys: on.save },
      ],
    },
    {
      group: intake.head,
      rows: [
        { title: intake.move, keys: "↑ ↓" },
        ...KIND_KEYS.map(({ kind, letter }) => ({
          title: intake.kind({ kind: kindName(kind) }),
          keys: letter.toUpperCase(),
        })),
      ],
    },
  ];
}
