import {
  ConcreteHyperlink,
  SoftHyphen,
  Tab,
  TextRun,
  type IRunPropertiesOptions,
  type ParagraphChild,
} from "docx";
import type { Run } from "#shared/document/index.ts";
import { DATELINE_STYLE, markStyle } from "../style-names.ts";
import { runProperties, styleId } from "./styles.ts";

/** Gives the id of the relationship that leads to an address, or null where Word cannot follow it. */
export type LinkIds = (href: string) => string | null;

const BREAK = "\n";
const TAB = "\t";
const SOFT_HYPHEN = "\u00AD";
const OWN_ELEMENT = /([\n\t\u00AD])/;

/**
 * Word shows a property as switched off where a paragraph style and a character style both set it
 * (ECMA-376-1, 17.7.3), so the marks stand on the run as well as in the style that it names.
 */
function properties(run: Run, style: string): IRunPropertiesOptions {
  const marks = run.marks ?? [];
  const named = style === "" && run.link ? "Hyperlink" : style;
  return { ...(named === "" ? {} : { style: styleId(named) }), ...runProperties(marks) };
}

/** `text` goes in by its own option: among `children`, docx takes the word CURRENT for a page number. */
function textRuns(text: string, options: IRunPropertiesOptions): readonly TextRun[] {
  return text
    .split(OWN_ELEMENT)
    .filter((piece) => piece !== "")
    .map((piece) => {
      if (piece === BREAK) return new TextRun({ ...options, break: 1 });
      if (piece === TAB) return new TextRun({ ...options, children: [new Tab()] });
      if (piece === SOFT_HYPHEN) return new TextRun({ ...options, children: [new SoftHyphen()] });
      return new TextRun({ ...options, text: piece });
    });
}

function styledRun(run: Run, options: IRunPropertiesOptions, linkIds: LinkIds): readonly ParagraphChild[] {
  const pieces = textRuns(run.text, options);
  const id = run.link ? linkIds(run.link.href) : null;
  return id === null ? pieces : [new ConcreteHyperlink(pieces, id)];
}

/**
 * The text of a paragraph. A forced line break becomes `w:br`, a tab `w:tab`, a soft hyphen
 * `w:softHyphen`, for Word prints U+00AD itself as a hyphen; every other character stands as it is.
 */
export function wordRuns(runs: readonly Run[], linkIds: LinkIds): readonly ParagraphChild[] {
  return runs.flatMap((run) => styledRun(run, properties(run, markStyle(run.marks ?? [])), linkIds));
}

/** The dateline at the head of a paragraph, in its own character style with any marks on top. */
export function wordDateline(dateline: readonly Run[], linkIds: LinkIds): readonly ParagraphChild[] {
  return dateline.flatMap((run) =>
    styledRun(run, { bold: true, ...properties(run, DATELINE_STYLE) }, linkIds),
  );
}
