import {
  ConcreteHyperlink,
  SoftHyphen,
  Tab,
  TextRun,
  type IRunOptions,
  type IRunPropertiesOptions,
  type ParagraphChild,
} from "docx";
import type { Mark, Run } from "#shared/document/index.ts";
import { DATELINE_STYLE, markStyle } from "../style-names.ts";
import { runProperties, styleId } from "./styles.ts";

/** Gives the id of the relationship that leads to an address, or null where Word cannot follow it. */
export type LinkIds = (href: string) => string | null;

const BREAK = "\n";
const TAB = "\t";
const SOFT_HYPHEN = "\u00AD";
const OWN_ELEMENT = /([\n\t\u00AD])/;

/** What sets a run apart from its paragraph. */
export interface WordLook {
  readonly marks: readonly Mark[];
  readonly dateline: boolean;
  readonly isLink: boolean;
}

/**
 * Word shows a property as switched off where a paragraph style and a character style both set it
 * (ECMA-376-1, 17.7.3), so the marks stand on the run as well as in the style that it names.
 */
export function lookProperties({ marks, dateline, isLink }: WordLook): IRunPropertiesOptions {
  if (dateline) return { bold: true, style: styleId(DATELINE_STYLE), ...runProperties(marks) };
  const style = markStyle(marks);
  const named = style === "" && isLink ? "Hyperlink" : style;
  return { ...(named === "" ? {} : { style: styleId(named) }), ...runProperties(marks) };
}

/** What a piece of text is in Word: an element of its own, or text. */
type WordPiece = Pick<IRunOptions, "break" | "children" | "text">;

/**
 * Text as what Word has for it: a forced line break becomes `w:br`, a tab `w:tab`, a soft hyphen
 * `w:softHyphen`, for Word prints U+00AD itself as a hyphen; every other character stands as it is.
 * `text` goes in by its own option: among `children`, docx takes the word CURRENT for a page number.
 */
export function wordPieces(text: string): readonly WordPiece[] {
  return text
    .split(OWN_ELEMENT)
    .filter((piece) => piece !== "")
    .map((piece): WordPiece => {
      if (piece === BREAK) return { break: 1 };
      if (piece === TAB) return { children: [new Tab()] };
      if (piece === SOFT_HYPHEN) return { children: [new SoftHyphen()] };
      return { text: piece };
    });
}

function styledRun(run: Run, dateline: boolean, linkIds: LinkIds): readonly ParagraphChild[] {
  const look = { marks: run.marks ?? [], dateline, isLink: run.link !== undefined };
  const pieces = wordPieces(run.text).map((piece) => new TextRun({ ...lookProperties(look), ...piece }));
  const id = run.link ? linkIds(run.link.href) : null;
  return id === null ? pieces : [new ConcreteHyperlink(pieces, id)];
}

/** The text of a paragraph. */
export function wordRuns(runs: readonly Run[], linkIds: LinkIds): readonly ParagraphChild[] {
  return runs.flatMap((run) => styledRun(run, false, linkIds));
}

/** The dateline at the head of a paragraph, in its own character style with any marks on top. */
export function wordDateline(dateline: readonly Run[], linkIds: LinkIds): readonly ParagraphChild[] {
  return dateline.flatMap((run) => styledRun(run, true, linkIds));
}
