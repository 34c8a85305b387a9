import type { View } from "#main/formats/marked-up/block-copies.ts";
import type { MarkedParagraph } from "#main/formats/marked-up/marked-copy.ts";
import type { Look, MarkedRun } from "#main/formats/marked-up/marked-run.ts";
import { printBlocks } from "#main/formats/print-blocks.ts";
import { roleOf, type ParagraphRole } from "#main/formats/style-names.ts";
import { runsText, type Run, type StoryDocument } from "#shared/document/index.ts";

/** A paragraph as somebody sees it: what it is, its text, and each UTF-16 unit with its marks. */
export interface SeenParagraph {
  readonly role: ParagraphRole;
  readonly units: readonly string[];
}

function unitsOf(text: string, { marks, dateline }: Look): readonly string[] {
  return text.split("").map((unit) => `${unit}/${dateline ? "dateline" : ""}/${marks.join("+")}`);
}

/** What comes of accepting all (`final`) or rejecting all (`original`), as a word processor does it: paragraph by paragraph, each end with its own style. */
export function decided(paragraphs: readonly MarkedParagraph[], view: View): readonly SeenParagraph[] {
  const seen: SeenParagraph[] = [];
  let runs: MarkedRun[] = [];
  for (const { runs: own, end, role, was } of paragraphs) {
    runs.push(...own);
    if (!end[view]) continue;
    const units = runs.flatMap((run) => {
      const look = run[view];
      return look ? unitsOf(run.text, look) : [];
    });
    if (units.length > 0) seen.push({ role: view === "original" && was ? was.role : role, units });
    runs = [];
  }
  return seen;
}

function plainUnits(runs: readonly Run[], dateline: boolean): readonly string[] {
  return runs.flatMap(({ text, marks = [] }) => unitsOf(text, { marks, dateline }));
}

/** The paragraphs of a story as it prints, told the same way. */
export function printed(document: StoryDocument): readonly SeenParagraph[] {
  return printBlocks(document)
    .flatMap((block): readonly SeenParagraph[] =>
      block.kind === "photo"
        ? [
            { role: "caption", units: plainUnits(block.photo.caption, false) },
            { role: "credit", units: plainUnits(block.photo.credit, false) },
          ]
        : [
            {
              role: roleOf(block),
              units: [...plainUnits(block.dateline, true), ...plainUnits(block.runs, false)],
            },
          ],
    )
    .filter(({ units }) => units.length > 0);
}

/** The texts of a story's paragraphs in the order of print. */
export function printedTexts(document: StoryDocument): readonly string[] {
  return printBlocks(document)
    .flatMap((block) =>
      block.kind === "photo"
        ? [runsText(block.photo.caption), runsText(block.photo.credit)]
        : [runsText([...block.dateline, ...block.runs])],
    )
    .filter((text) => text !== "");
}
