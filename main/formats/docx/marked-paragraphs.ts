import {
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  FileChild,
  ParagraphPropertiesChange,
  StringValueElement,
  TextRun,
  type XmlComponent,
} from "docx";
import type { MarkedParagraph } from "../marked-up/marked-copy.ts";
import { PARAGRAPH_STYLES, type ParagraphRole } from "../style-names.ts";
import type { Thread } from "./comments.ts";
import { markedWordRun, type MarkedDesk } from "./marked-runs.ts";
import { rangeEnd, revised } from "./revisions.ts";
import { styleId } from "./styles.ts";

/** docx's own paragraph takes no tracked change that it has not made itself. */
class MarkedWordParagraph extends FileChild {
  constructor(properties: readonly XmlComponent[], children: readonly XmlComponent[]) {
    super("w:p");
    this.root.push(new BuilderElement({ name: "w:pPr", children: properties }), ...children);
  }
}

function styleOf(role: ParagraphRole): string {
  return styleId(PARAGRAPH_STYLES[role]);
}

/**
 * The end of a paragraph that was moved is struck out and put in like any other: of those that say
 * they were moved, LibreOffice leaves some standing [tried with 7.4].
 */
function properties({ role, was, end }: MarkedParagraph, { number }: MarkedDesk): readonly XmlComponent[] {
  const mark = end.stamp ? [revised(end.final ? "w:ins" : "w:del", number(end.stamp))] : [];
  return [
    new StringValueElement("w:pStyle", styleOf(role)),
    ...(mark.length > 0 ? [new BuilderElement({ name: "w:rPr", children: mark })] : []),
    ...(was ? [new ParagraphPropertiesChange({ ...number(was.stamp), style: styleOf(was.role) })] : []),
  ];
}

/** What stands before and behind the runs of a paragraph, by their numbers: where moves and comments begin and end. */
class Marks {
  readonly #before = new Map<number, XmlComponent[]>();
  readonly #behind = new Map<number, XmlComponent[]>();

  begin(run: number, mark: XmlComponent): void {
    this.#before.set(run, [...(this.#before.get(run) ?? []), mark]);
  }

  end(run: number, ...marks: readonly XmlComponent[]): void {
    this.#behind.set(run, [...marks, ...(this.#behind.get(run) ?? [])]);
  }

  around(run: number, content: readonly XmlComponent[]): readonly XmlComponent[] {
    return [...(this.#before.get(run) ?? []), ...content, ...(this.#behind.get(run) ?? [])];
  }
}

/** The range of each move: from the first run that has its name to the last. */
function markMoves({ runs }: MarkedParagraph, marks: Marks, { number, moveName }: MarkedDesk): void {
  for (const name of new Set(runs.flatMap(({ moved }) => (moved ? [moved.name] : [])))) {
    const isOfMove = ({ moved }: { readonly moved?: { readonly name: string } }): boolean =>
      moved?.name === name;
    const [from, to] = [runs.findIndex(isOfMove), runs.findLastIndex(isOfMove)];
    const { moved, final } = runs[from] ?? {};
    if (!moved) continue;
    const revision = number(moved.stamp);
    const side = final ? "w:moveTo" : "w:moveFrom";
    marks.begin(from, revised(`${side}RangeStart`, revision, [], { "w:name": moveName(name) }));
    marks.end(to, rangeEnd(`${side}RangeEnd`, revision));
  }
}

function markComments(nth: number, threads: readonly Thread[], marks: Marks): void {
  for (const { placed, ids } of threads) {
    const { from, to } = placed;
    if (from.paragraph === nth) for (const id of ids) marks.begin(from.run, new CommentRangeStart(id));
    if (to.paragraph !== nth) continue;
    marks.end(
      to.run,
      ...ids.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
    );
  }
}

/** The paragraphs of a story as Word tracks them, with the places of its comments; one after another, so that the numbers are the same each time. */
export async function markedParagraphs(
  paragraphs: readonly MarkedParagraph[],
  threads: readonly Thread[],
  desk: MarkedDesk,
): Promise<readonly FileChild[]> {
  const written: FileChild[] = [];
  for (const [nth, paragraph] of paragraphs.entries()) {
    const marks = new Marks();
    markComments(nth, threads, marks);
    markMoves(paragraph, marks, desk);
    const children: XmlComponent[] = [];
    for (const [run, one] of paragraph.runs.entries()) {
      children.push(...marks.around(run, await markedWordRun(one, desk)));
    }
    written.push(new MarkedWordParagraph(properties(paragraph, desk), children));
  }
  return written;
}
