import type { DraftTrouble } from "./kit-draft.ts";
import type { FieldGroup } from "./kit-fields.ts";

/**
 * The id of the field, row or group of a part at which a trouble is told: its own where there is one,
 * else that of what it is in, or of what is in it; the first group for what has no place in the part.
 */
export function anchorOf(groups: readonly FieldGroup[], { id }: Pick<DraftTrouble, "id">): string | null {
  const rows = groups.flatMap((group) => group.rows);
  const ids = [...rows.flatMap(({ fields }) => fields), ...rows, ...groups].map((one) => one.id);
  return (
    ids.find((own) => own === id) ??
    ids.find((own) => own.startsWith(`${id}.`)) ??
    ids.find((own) => id.startsWith(`${own}.`)) ??
    groups[0]?.id ??
    null
  );
}
