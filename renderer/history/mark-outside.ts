import type { Workbench } from "#renderer/app/workbench.ts";
import { authorOf } from "#renderer/editor/suggesting/authors.ts";
import { changesOf, outsideAsTrackedChanges } from "#shared/changes/index.ts";
import { newChangeId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { copyName, type OutsideCopy } from "./outside-copy.ts";

type Bench = Pick<Workbench, "page" | "notices" | "now" | "bridge">;

/**
 * Makes tracked changes of the open story of what a version from outside has otherwise, by its author
 * and as of now: one step of undo. The copy is then kept beside the story. False where the text on the
 * page could not be saved first; nothing has changed then, and the person has been told.
 */
export async function markOutside(
  { page, notices, now, bridge }: Bench,
  copy: OutsideCopy,
): Promise<boolean> {
  const session = page.session.get();
  if (session === null) return false;
  const { id: story, facts } = session.summary.get();
  const { putBack, outside } = words().history;
  const at = new Date(now.get()).toISOString();
  const made = new Set<string>();
  const tracking = {
    by: authorOf({ userName: copy.author }),
    at,
    newChangeId: () => {
      const id = newChangeId();
      made.add(id);
      return id;
    },
  };
  let [count, authors] = [0, copy.author];
  const edit = await session.decide((text) => {
    const marked = outsideAsTrackedChanges(text, copy.document, tracking);
    const changes = changesOf(marked).filter(({ id }) => made.has(id));
    count = changes.length;
    if (count > 0) authors = [...new Set(changes.map(({ by }) => by))].join(", ");
    return marked;
  });
  if (edit === null) {
    notices.warn(putBack.notSaved({ slug: facts.slug }));
    return false;
  }
  const told = outside.marked({ count, author: authors, name: copyName(copy) });
  if (count === 0) {
    notices.tell(told);
    return true;
  }
  notices.tell(told, { label: putBack.undo, run: () => void edit.undo() });
  const kept = await bridge.desk.intake.keepBeside({ story, incoming: copy.incoming });
  if (kept.ok) page.noteSources(story, kept.value.sources);
  else notices.warn(outside.notKept({ name: copyName(copy), why: kept.error.message }));
  return true;
}
