import type { ExportFormat } from "#shared/contract/export-choices.ts";
import { docxWriter } from "./docx/write.ts";
import { icmlWriter } from "./icml/write.ts";
import { nitfWriter } from "./nitf/write.ts";
import { plainTextWriter } from "./plain-text/write.ts";
import { proofWriter } from "./proof-pdf/write.ts";
import type { StoryWriter } from "./story-format.ts";

/** Every way out of Stet, by the name of its format. */
export const storyWriters: Readonly<Record<ExportFormat, StoryWriter>> = {
  icml: icmlWriter,
  docx: docxWriter,
  nitf: nitfWriter,
  text: plainTextWriter,
  proof: proofWriter,
};
