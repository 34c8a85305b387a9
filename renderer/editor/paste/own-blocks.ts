import { z } from "zod";
import { blockSchema, type Block } from "#shared/document/index.ts";

const blocksSchema = z.array(blockSchema).readonly();

/** The blocks of Stet's own clipboard format; null for anything else. */
export function blocksFromClipboard(json: string): readonly Block[] | null {
  if (json === "") return null;
  try {
    const read = blocksSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
