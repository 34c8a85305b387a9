import type { CopyRun, ParagraphOrder } from "#shared/fit/compose/index.ts";
import {
  measureOf,
  type BlockStyle,
  type ColumnSpec,
  type Composer,
  type DatelineStyle,
  type DeskKit,
  type HeadlineCode,
} from "#shared/fit/kit/kit.ts";
import type { StyledCopy } from "./styled-copy.ts";

/** How a story is set: the kit, one of its column specs, and what was chosen for this story alone. */
export interface StorySetting {
  readonly kit: DeskKit;
  readonly spec: ColumnSpec;
  /** In place of every style's own composer. */
  readonly composer?: Composer;
  /** The order for the headline, in place of the columns and size of its style. */
  readonly headline?: HeadlineCode;
}

function datelineRuns(runs: readonly CopyRun[], end: number, style: DatelineStyle): readonly CopyRun[] {
  let at = 0;
  return runs.flatMap((run): readonly CopyRun[] => {
    const start = at;
    at += run.text.length;
    if (start >= end) return [run];
    const inDateline = run.text.slice(0, end - start);
    const rest = run.text.slice(end - start);
    const capitals = style.capitals === "as-typed" ? {} : { capitals: style.capitals };
    return [
      { ...run, text: inDateline, face: style.face, ...capitals },
      ...(rest === "" ? [] : [{ ...run, text: rest }]),
    ];
  });
}

/** The style of a block as it is set in this story: with the headline's order and the composer that was chosen. */
export function styleInStory(name: StyledCopy["style"], setting: StorySetting): BlockStyle {
  const { spec, composer, headline } = setting;
  const style = spec.styles[name];
  const ordered =
    name === "headline" && headline
      ? {
          columns: headline.columns,
          sizePt: headline.sizePt,
          leadingPt: (headline.sizePt * style.leadingPt) / style.sizePt,
        }
      : {};
  const deckColumns = name === "deck" && headline ? { columns: headline.columns } : {};
  return { ...style, ...ordered, ...deckColumns, ...(composer ? { composer } : {}) };
}

/** The order to set a paragraph of the story: its style, its measure, and what its place asks for. */
export function paragraphOrder(styled: StyledCopy, style: BlockStyle, setting: StorySetting): ParagraphOrder {
  const { kit, spec } = setting;
  const { opens, copy, datelineEnd } = styled;
  const { firstParagraph, dateline } = spec;
  const isFirst = opens === "story" || (opens === "section" && firstParagraph.alsoAfterSubhead);
  return {
    runs: datelineEnd > 0 ? datelineRuns(copy.runs, datelineEnd, dateline) : copy.runs,
    style: isFirst ? { ...style, indentFirstPt: firstParagraph.indentFirstPt } : style,
    widthPt: measureOf(kit, style.columns),
    ...(opens === "story" && firstParagraph.dropCap ? { dropCap: firstParagraph.dropCap } : {}),
    ...(style.lead === "" ? {} : { lead: style.lead }),
  };
}
