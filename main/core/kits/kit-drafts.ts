import { z } from "zod";
import type { JsonValue } from "#shared/document/index.ts";
import type { KitId } from "#shared/fit/kit/index.ts";
import type { KitRows } from "./kit-rows.ts";

/** Kits that somebody edits and has not saved, by the kit that they were opened from; what one holds is the editor's affair. */
export interface KitDrafts {
  readonly of: (kit: KitId) => JsonValue;
  /** Null takes it away. */
  readonly keep: (kit: KitId, draft: JsonValue) => void;
}

const draftRow = (kit: KitId): string => `draft:${kit}`;

const jsonSchema: z.ZodType<JsonValue> = z.json();

/** Opens the drafts of a newsroom. */
export function openKitDrafts(rows: KitRows): KitDrafts {
  return {
    of: (kit) => rows.read(draftRow(kit), jsonSchema),
    keep: (kit, draft) => rows.write(draftRow(kit), draft),
  };
}
