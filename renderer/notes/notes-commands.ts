import type { Command } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { Note } from "#shared/document/index.ts";

/** Beginning a note or a query on what is selected: it is written in the panel, which `show` opens. */
export function notesCommands({ page }: Workbench, show: () => void): readonly Command[] {
  const begin = (kind: Note["kind"]): void => {
    const session = page.session.get();
    void session?.notes.begin(kind).then((isBegun) => {
      if (isBegun) show();
    });
  };
  const canWrite = (): boolean => page.session.get()?.notes.canWrite() ?? false;
  return [
    {
      id: "notes.add-note",
      title: ({ notes }) => notes.addNote,
      group: "Edit",
      keys: "Mod+Alt+N",
      enabled: canWrite,
      run: () => begin("note"),
    },
    {
      id: "notes.add-query",
      title: ({ notes }) => notes.addQuery,
      group: "Edit",
      keys: "Mod+Alt+/",
      enabled: canWrite,
      run: () => begin("query"),
    },
  ];
}
