import type { Workbench } from "#renderer/app/workbench.ts";
import { authorOf } from "#renderer/editor/suggesting/authors.ts";
import { asTrackedChanges, countChanges } from "#shared/changes/index.ts";
import type { Revision } from "#shared/contract/index.ts";
import { newChangeId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { versionWords } from "./revision-words.ts";

type Bench = Pick<Workbench, "page" | "notices" | "now" | "settings">;

/**
 * Makes tracked changes of what came between a version of the open story and a later one, or the text
 * as it stands: the page then has the later text, and every word that is new or gone since can be
 * accepted or rejected. They bear the name of whoever had the later version, and its time. One step
 * of undo. False where the text on the page could not be saved first; nothing has changed then, and
 * the person has been told.
 */
export async function markChanges(
  { page, notices, now, settings }: Bench,
  before: Revision,
  after: Revision | null,
): Promise<boolean> {
  const session = page.session.get();
  if (session === null) return false;
  const said = words().history.putBack;
  const { slug } = session.summary.get().facts;
  const tracking = {
    by: authorOf({ userName: after?.summary.author ?? settings.settings.get().userName }),
    at: new Date(after?.summary.atMs ?? now.get()).toISOString(),
    newChangeId,
  };
  let count = 0;
  const edit = await session.decide((text) => {
    const marked = asTrackedChanges(before.document, after?.document ?? text, tracking);
    count = countChanges(marked);
    return marked;
  });
  if (edit === null) {
    notices.warn(said.notSaved({ slug }));
    return false;
  }
  notices.tell(said.marked({ count, version: versionWords(before.summary, now.get()) }), {
    label: said.undo,
    run: () => void edit.undo(),
  });
  return true;
}
