import { kitArrivalSchema, type KitArrival } from "#shared/contract/kits.ts";
import type { KitId } from "#shared/fit/kit/index.ts";
import type { KitRows } from "./kit-rows.ts";

/** Since when the newsroom has each of its kits, and who saved it or brought it in. */
export interface KitArrivals {
  /** Null where nobody noted it: for a kit that comes with Stet, and one of an older Stet. */
  readonly of: (kit: KitId) => KitArrival | null;
  /** A kit that is saved again as it was keeps its first time. */
  readonly note: (kit: KitId) => void;
  readonly forget: (kit: KitId) => void;
}

const arrivalRow = (kit: KitId): string => `arrival:${kit}`;

/** Opens what a newsroom notes of its kits; `author` is who works in it. */
export function openKitArrivals(rows: KitRows, now: () => number, author: () => string): KitArrivals {
  const of = (kit: KitId): KitArrival | null => rows.read(arrivalRow(kit), kitArrivalSchema);
  return {
    of,
    note: (kit) => {
      if (of(kit) === null) rows.write(arrivalRow(kit), { atMs: now(), by: author() });
    },
    forget: (kit) => rows.write(arrivalRow(kit), null),
  };
}
