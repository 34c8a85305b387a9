import type { Command } from "#renderer/app/commands.ts";
import { typedAhead } from "#renderer/app/typed-ahead.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { Note } from "#shared/document/index.ts";

/** The id of the field in which a note is begun. */
export const DRAFT_FIELD_ID = "note-draft";

/** Beginning a note or a query on what is selected: it is written in the panel, which `show` opens. */
export function notesCommands({ page }: Workbench, show: () => void): readonly Command[] {
  const begin = (kind: Note["kind"]): void => {
    const notes = page.session.get()?.notes;
    if (!notes) return;
    // What is typed until the field is there is meant for it; where it has the focus, it needs no help.
    if (document.activeElement?.id !== DRAFT_FIELD_ID) {
      typedAhead.hold(() => {
        if (notes.draft.get()?.text.trim() === "") notes.draft.set(null);
      });
    }
    void notes.begin(kind).then((isBegun) => {
      if (isBegun) show();
      else typedAhead.take();
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
