import { useEffect, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { HeadlineLine } from "#shared/fit/headline/index.ts";
import { headlineCodeText, parseHeadlineCode } from "#shared/fit/kit/headline-code.ts";
import { words } from "#shared/language/index.ts";
import { bestBreakPatch, isBestBroken } from "./break-headline.ts";
import { chooseSetting } from "./choose-setting.ts";
import type { WordingFit } from "#shared/fit/depth/index.ts";
import { watch, type FittedPage } from "./fit-store.ts";
import { headlineCode } from "./headline-order.ts";

const COLORS = { fits: "fits", short: "nearly", over: "over" } as const;

/** One line of a wording with its width against the measure. */
function Meter({ line, roomPt }: { readonly line: HeadlineLine; readonly roomPt: number }): ReactNode {
  const { headline, faults } = words().fit;
  const percent = Math.round((line.widthPt / Math.max(1, roomPt)) * 100);
  return (
    <li className="fit-line">
      <span className="fit-line-text" dir="auto">
        {line.text}
      </span>
      <span className="fit-meter">
        <meter
          min={0}
          max={120}
          value={Math.min(120, percent)}
          data-fit={COLORS[line.fit]}
          aria-label={headline.meter({ percent })}
        />
      </span>
      <span className="fit-line-verdict">
        <b data-fit={COLORS[line.fit]}>{headline.line[line.fit]}</b>{" "}
        {headline.counts({ overCounts: line.overCounts })}
        {line.fault === null ? null : <span className="fit-fault">, {faults[line.fault]}</span>}
      </span>
    </li>
  );
}

function nameOf({ kind, alternate }: WordingFit): string {
  const { headline } = words().fit;
  if (kind === "deck") return headline.deck;
  return alternate === null ? headline.prints : headline.other({ nth: alternate + 1 });
}

function Wording({
  wording,
  fitted,
}: {
  readonly wording: WordingFit;
  readonly fitted: FittedPage;
}): ReactNode {
  const { headline } = words().fit;
  const { fit, lines, roomPt } = wording;
  const { asTyped, best } = fit;
  const { session } = fitted;
  return (
    <section className="fit-part" data-wording={wording.alternate ?? wording.kind}>
      <h2>{nameOf(wording)}</h2>
      <ul className="fit-lines">
        {asTyped.lines.map((line) => (
          <Meter key={line.start} line={line} roomPt={roomPt} />
        ))}
      </ul>
      {asTyped.lines.length > lines ? (
        <p className="fit-verdict" data-fit="over">
          {headline.tooMany({ lines: asTyped.lines.length, most: lines })}
        </p>
      ) : null}
      {best === null ? null : isBestBroken(wording) ? (
        <p className="fit-note">{headline.isBest}</p>
      ) : (
        <div className="fit-best">
          <h3>{headline.best}</h3>
          <ul className="fit-lines">
            {best.lines.map((line) => (
              <Meter key={line.start} line={line} roomPt={roomPt} />
            ))}
          </ul>
          <button
            type="button"
            className="button"
            onClick={() => void session.edit((now) => bestBreakPatch(now, wording))}
          >
            {headline.apply}
          </button>
        </div>
      )}
    </section>
  );
}

/** The order that headlines are measured against: tried on here, or kept for the story. */
function Order({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const bench = useWorkbench();
  const { fit } = bench;
  useObservable(fit.code);
  const now = headlineCodeText(headlineCode(fit, fitted));
  const [typed, setTyped] = useState(now);
  const { headline } = words().fit;
  const spec = fitted.kit.specs.find(({ name }) => name === fitted.use.choice.spec);
  const code = parseHeadlineCode(typed);
  return (
    <form
      className="fit-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (code) void chooseSetting(bench, fitted, { headline: headlineCodeText(code) });
      }}
    >
      <div className="fit-row">
        <label htmlFor="fit-code">{headline.order}</label>
        <input
          id="fit-code"
          list="fit-codes"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="fit-code-means"
          aria-invalid={code === null}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = parseHeadlineCode(target.value);
            if (next) fit.code.set(next);
          }}
        />
        <datalist id="fit-codes">
          {(spec?.headlineCodes ?? []).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      </div>
      <p className="fit-note" id="fit-code-means">
        {code === null ? headline.noCode({ typed }) : headline.orderMeans}
      </p>
      {code === null || headlineCodeText(code) === fitted.use.headline ? null : (
        <p className="fit-buttons">
          <button type="submit" className="button">
            {headline.keep}
          </button>
        </p>
      )}
    </form>
  );
}

/** The headline desk: every wording of the headline and every deck, line by line in the real face. */
export function HeadlineHalf({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const { fit } = useWorkbench();
  const wordings = useObservable(fit.headlines);
  useEffect(() => watch(fit, "headlines"), [fit]);
  const { headline, waiting } = words().fit;
  return (
    <>
      <Order fitted={fitted} />
      {wordings === null ? <p className="fit-note late">{waiting}</p> : null}
      {wordings?.length === 0 ? <p className="panel-empty">{headline.none}</p> : null}
      {(wordings ?? []).map((wording) => (
        <Wording key={`${wording.block} ${String(wording.alternate)}`} wording={wording} fitted={fitted} />
      ))}
    </>
  );
}
