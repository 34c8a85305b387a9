import { memo, useEffect, useMemo, useState, type MouseEvent, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { DrawnPieces } from "./drawn-pieces.tsx";
import { watch } from "./fit-store.ts";
import type { Galley, GalleyBox, GalleyLine } from "./galley.ts";
import { loadKitFaces } from "./kit-faces.ts";
import "./galley.css";

/** How large a point of the page is on screen. */
const PX_PER_POINT = 1.5;
/** White around a leg, so that what hangs over the measure by a hair is not cut off. */
const MARGIN_PT = 2;

interface LineProps {
  readonly line: GalleyLine;
  readonly nr: number;
}

function DrawnLine({ line, nr }: LineProps): ReactNode {
  return (
    <g data-line={nr}>
      <DrawnPieces pieces={line.pieces} baselinePt={line.baselinePt} />
    </g>
  );
}

/** A line is drawn again only where it is another one. */
const Line = memo(
  DrawnLine,
  (before, after) =>
    before.nr === after.nr &&
    (before.line === after.line || JSON.stringify(before.line) === JSON.stringify(after.line)),
);

/** The part of a picture that prints, cut evenly to the box where the shapes differ; an empty box while it is not in. */
function Picture({ box }: { readonly box: GalleyBox }): ReactNode {
  const { bridge } = useWorkbench();
  const { topPt, widthPt, heightPt, picture } = box;
  const frame = { y: topPt, width: widthPt, height: heightPt };
  if (!picture) {
    return (
      <rect className="galley-box" {...frame}>
        <title>{words().fit.galley.picture}</title>
      </rect>
    );
  }
  const { asset, crop, widthPx, heightPx } = picture;
  const { left, top, width, height } = crop ?? { left: 0, top: 0, width: 1, height: 1 };
  const part = [left * widthPx, top * heightPx, width * widthPx, height * heightPx];
  return (
    <svg {...frame} viewBox={part.join(" ")} preserveAspectRatio="xMidYMid slice">
      <image href={bridge.photoAddress(asset)} width={widthPx} height={heightPx} preserveAspectRatio="none" />
    </svg>
  );
}

/** One leg as it is set, or one picture beside the legs. */
function Leg({ galley, leg }: { readonly galley: Galley; readonly leg: number }): ReactNode {
  const texts = words().fit.galley;
  const { measurePt, lines, boxes, oversetLeg } = galley;
  const aside = galley.asides[leg - galley.legs];
  const isOver = oversetLeg !== null && leg >= oversetLeg && !aside;
  const name = aside ? texts.picture : isOver ? texts.overset : texts.leg({ nth: leg + 1 });
  const depthPt = aside?.depthPt ?? galley.depthPt;
  const widthPt = (aside?.widthPt ?? measurePt) + 2 * MARGIN_PT;
  const heightPt = depthPt + 2 * MARGIN_PT;
  return (
    <figure className="galley-leg" data-over={isOver}>
      <figcaption>{name}</figcaption>
      <svg
        aria-hidden
        width={widthPt * PX_PER_POINT}
        height={heightPt * PX_PER_POINT}
        viewBox={`${String(-MARGIN_PT)} ${String(-MARGIN_PT)} ${String(widthPt)} ${String(heightPt)}`}
      >
        {boxes
          .filter((box) => box.leg === leg)
          .map((box) => (
            <Picture key={box.topPt} box={box} />
          ))}
        {lines.map((line, nr) =>
          line.leg === leg ? (
            // A line has no name of its own: its number is what it is called.
            // oxlint-disable-next-line react/no-array-index-key
            <Line key={nr} line={line} nr={nr} />
          ) : null,
        )}
        {galley.oversetLeg === null || isOver || aside ? null : (
          <line className="galley-foot" x1={0} x2={measurePt} y1={depthPt} y2={depthPt} />
        )}
      </svg>
    </figure>
  );
}

/** Which letter of a drawn word was pressed. */
function letterAt(element: SVGTextElement, event: MouseEvent): number {
  const svg = element.ownerSVGElement;
  const matrix = element.getScreenCTM()?.inverse();
  if (!svg || !matrix) return 0;
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  const nr = element.getCharNumAtPosition(point);
  if (nr < 0) return 0;
  const box = element.getExtentOfChar(nr);
  const isBehindMiddle = point.x > box.x + box.width / 2;
  return isBehindMiddle !== (element.getAttribute("direction") === "rtl") ? nr + 1 : nr;
}

/**
 * The story in its real columns beside the page, drawn from the composer's own lines in the kit's
 * own faces. A press puts the caret into the page at that letter; what is typed there appears here
 * once its paragraph is set again.
 */
export function GalleyView(): ReactNode {
  const { fit, bridge } = useWorkbench();
  const state = useObservable(fit.state);
  const galley = useObservable(fit.galley);
  const [facesOf, setFacesOf] = useState<string | null>(null);
  const kit = state.state === "set" ? state.kit : null;
  const texts = words().fit;
  useEffect(() => watch(fit, "galley"), [fit]);
  // Faces that a host which was away could not give come when it is back.
  const link = useObservable(bridge.link);
  useEffect(() => {
    if (kit === null || link !== "up") return;
    void loadKitFaces(bridge.desk, kit).then(() => setFacesOf(kit.name));
  }, [kit, bridge, link]);
  const isMirrored = galley?.isRightToLeft === true;
  const figures = galley === null ? 0 : galley.legs + galley.asides.length;
  const legs = useMemo(() => Array.from({ length: figures }, (_, leg) => leg), [figures]);

  const press = (event: MouseEvent): void => {
    if (state.state !== "set" || galley === null) return;
    const { target } = event;
    if (!(target instanceof SVGTextElement)) return;
    const nr = Number(target.closest<SVGGElement>("[data-line]")?.dataset["line"]);
    const piece = galley.lines[nr]?.pieces[Number(target.dataset["piece"])];
    if (!piece?.place) return;
    const place = { ...piece.place, offset: piece.place.offset + letterAt(target, event) };
    state.session.selectPlaces(place, place);
  };

  return (
    <section className="galley" aria-label={texts.galley.name}>
      <header className="galley-head">
        <b>{texts.galley.name}</b>
        <span className="galley-hint">{texts.galley.hint}</span>
        <button type="button" className="quiet-button" onClick={() => fit.galleyOpen.set(false)}>
          {texts.galley.close}
        </button>
      </header>
      {/* A press is a way to a place that keys reach by themselves, in the page. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-tabindex */}
      <div className="galley-legs" data-mirrored={isMirrored} tabIndex={0} onClick={press}>
        {galley === null || facesOf === null ? (
          <p className="panel-empty late">{texts.waiting}</p>
        ) : (
          legs.map((leg) => <Leg key={leg} galley={galley} leg={leg} />)
        )}
      </div>
    </section>
  );
}
