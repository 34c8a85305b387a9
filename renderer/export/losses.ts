import type { ExportLoss } from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";

/** What the same formats could not carry. */
export interface SharedLosses {
  /** The formats' names: `Word (DOCX), Plain text`. */
  readonly formats: string;
  readonly messages: readonly string[];
}

function lossName(format: ExportLoss["format"]): string {
  const texts = words().exporting;
  return format === "pictures" ? texts.lossPictures : texts.formats[format].name;
}

/** Sorts what could not be carried so that each sentence is said once, with all the formats that it is about. */
export function lossesByFormats(losses: readonly ExportLoss[]): readonly SharedLosses[] {
  const formatsOf = Map.groupBy(losses, retold);
  const named = [...formatsOf].map(([message, same]) => ({
    message,
    formats: [...new Set(same.map((loss) => lossName(loss.format)))].join(", "),
  }));
  return [...Map.groupBy(named, ({ formats }) => formats)].map(([formats, entries]) => ({
    formats,
    messages: entries.map(({ message }) => message),
  }));
}
