import { memo, useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import { DrawnPieces } from "#renderer/fit/drawn-pieces.tsx";
import { words } from "#shared/language/index.ts";
import type { OpenedKit } from "./kit-desk.ts";
import type { KitSample, SampleLine } from "./kit-sample.ts";
import { textAt } from "./kit-tree.ts";

/** How large a point of the sample is on screen at most. */
const PX_PER_POINT = 1.6;
/** White around it, with room for the rule that shows which lines are meant. */
const MARGIN_PT = 7;
const RULE_PT = 1.6;

function DrawnSampleLine({
  line,
  isMeant,
}: {
  readonly line: SampleLine;
  readonly isMeant: boolean;
}): ReactNode {
  const { xPt, topPt, leadingPt, baselinePt, pieces, style } = line;
  return (
    <g data-style={style}>
      {isMeant ? (
        <rect className="kit-meant" x={xPt - 4} y={topPt} width={RULE_PT} height={leadingPt} />
      ) : null}
      <DrawnPieces pieces={pieces} xPt={xPt} baselinePt={baselinePt} />
    </g>
  );
}

const Line = memo(
  DrawnSampleLine,
  (before, after) =>
    before.isMeant === after.isMeant && JSON.stringify(before.line) === JSON.stringify(after.line),
);

function Drawn({
  sample,
  meant,
  name,
}: {
  readonly sample: KitSample;
  readonly meant: string;
  readonly name: string;
}): ReactNode {
  const { widthPt, heightPt, lines, boxes } = sample;
  const width = widthPt + 2 * MARGIN_PT;
  const height = heightPt + 2 * MARGIN_PT;
  return (
    <svg
      // A picture made of text, which an img cannot hold.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={words().kit.sample.picture({ name })}
      className="kit-sheet-page"
      style={{ maxWidth: width * PX_PER_POINT }}
      viewBox={`${String(-MARGIN_PT)} ${String(-MARGIN_PT)} ${String(width)} ${String(height)}`}
    >
      {boxes.map(({ xPt, topPt, widthPt: boxPt, heightPt: deepPt }) => (
        <rect
          key={`${String(xPt)} ${String(topPt)}`}
          className="kit-sample-box"
          data-meant={meant === "pictures"}
          x={xPt}
          y={topPt}
          width={boxPt}
          height={deepPt}
        />
      ))}
      {lines.map((line, nr) => (
        // A line has no name of its own: its number is what it is called.
        // oxlint-disable-next-line react/no-array-index-key
        <Line key={nr} line={line} isMeant={line.style === meant} />
      ))}
    </svg>
  );
}

/** The sample of the column spec, set by the composer, and how deep it and the story on the page run. */
export function KitSamplePane({ now }: { readonly now: OpenedKit }): ReactNode {
  const { sample: said } = words().kit;
  const { sample, sampleTrouble, troubles, draft, spec, part, before } = now;
  const paper = useRef<HTMLDivElement>(null);
  const isSet = sample !== null;
  const showMeant = useEffectEvent(() => {
    const meant = paper.current?.querySelector(".kit-meant, [data-meant=true]");
    meant?.scrollIntoView({ block: "nearest" });
  });
  // What is drawn is not for the effect to read: it looks when another part is chosen, or the first sample is there.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => showMeant(), [part, isSet]);
  const isWrong = troubles.some(({ isWarning }) => !isWarning);
  const name = textAt(draft.tree, ["specs", spec, "name"]);
  return (
    <section className="kit-sample" aria-label={said.name}>
      <header className="kit-sample-head">
        <dl>
          <div>
            <dt>{said.sample}</dt>
            <dd data-depth="sample">{sample ? said.lines(sample.depth) : "…"}</dd>
          </div>
          {sample?.story ? (
            <div>
              <dt>{said.story}</dt>
              <dd data-depth="story">
                {said.lines(sample.story)}
                {before === null || before === sample.story.lines ? null : (
                  <span className="kit-before"> ({said.before({ lines: before })})</span>
                )}
              </dd>
            </div>
          ) : null}
        </dl>
        {isWrong ? <p className="kit-stands">{said.stands}</p> : null}
        {sampleTrouble === null ? null : (
          <p className="kit-trouble" data-wrong role="alert">
            {said.failed({ why: sampleTrouble })}
          </p>
        )}
      </header>
      {/* It scrolls, and must be reached by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={paper} className="kit-sample-page" tabIndex={0}>
        {sample ? (
          <Drawn sample={sample} meant={part} name={name} />
        ) : (
          <p className="panel-empty late">{said.waiting}</p>
        )}
      </div>
    </section>
  );
}
