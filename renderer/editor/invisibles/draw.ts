import type { PlacedMark } from "./measure.ts";

/** The two colors of the marks: most are faint, two spaces in a row are not. */
export interface MarkColors {
  readonly faint: string;
  readonly loud: string;
}

type Draw = (context: CanvasRenderingContext2D, mark: PlacedMark, colors: MarkColors) => void;

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
}

function line(context: CanvasRenderingContext2D, ...points: readonly (readonly [number, number])[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}

function centre({ left, top, width, height }: PlacedMark): readonly [x: number, y: number] {
  return [left + width / 2, top + height * 0.56];
}

/** Narrower than this, in parts of the type size, a space has no room for a letter: it stands above. */
const NARROW = 0.3;
const LEAST_BRACKET_PX = 5;

/** A bracket under a space, from its one edge to the other. */
function bracket(context: CanvasRenderingContext2D, mark: PlacedMark): void {
  const { left, top, width, height, sizePx } = mark;
  const half = Math.max(width - 1, LEAST_BRACKET_PX) / 2;
  const middle = left + width / 2;
  const foot = top + height / 2 + sizePx * 0.46;
  const lip = sizePx * 0.14;
  line(
    context,
    [middle - half, foot - lip],
    [middle - half, foot],
    [middle + half, foot],
    [middle + half, foot - lip],
  );
}

/** How high what names a space stands: within it, or above where it is narrow. */
function labelHeight({ top, width, height, sizePx }: PlacedMark): number {
  return top + height / 2 + sizePx * (width < sizePx * NARROW ? -0.55 : 0.1);
}

function letters(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  sizePx: number,
): void {
  context.font = `600 ${Math.max(7, sizePx * 0.42)}px "Libre Franklin Variable", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y);
}

function sign(
  context: CanvasRenderingContext2D,
  text: string,
  { left, top, height, sizePx }: PlacedMark,
): void {
  context.font = `400 ${sizePx * 0.8}px "Libre Franklin Variable", sans-serif`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(text, left + 2, top + height / 2);
}

const arrow: Draw = (context, mark) => {
  const [, y] = centre(mark);
  const end = mark.left + Math.max(mark.width - 2, 6);
  const head = mark.sizePx * 0.18;
  line(context, [mark.left + 1.5, y], [end, y]);
  line(context, [end - head, y - head], [end, y], [end - head, y + head]);
};

const returnSign: Draw = (context, mark) => {
  const size = mark.sizePx * 0.5;
  const x = mark.left + 3;
  const y = mark.top + mark.height * 0.58;
  line(context, [x + size, y - size * 0.7], [x + size, y], [x, y]);
  line(context, [x + size * 0.35, y - size * 0.35], [x, y], [x + size * 0.35, y + size * 0.35]);
};

const NAMED: Readonly<Record<Extract<PlacedMark["mark"], string>, Draw>> = {
  space: (context, mark) => dot(context, ...centre(mark), Math.max(0.9, mark.sizePx * 0.06)),
  doubleSpace: (context, mark, { loud }) => {
    context.strokeStyle = loud;
    context.fillStyle = loud;
    dot(context, ...centre(mark), Math.max(1.2, mark.sizePx * 0.09));
    const foot = mark.top + mark.height / 2 + mark.sizePx * 0.42;
    context.lineWidth = 2;
    line(context, [mark.left, foot], [mark.left + mark.width, foot]);
  },
  noBreak: (context, mark) => ring(context, ...centre(mark), Math.max(1.6, mark.sizePx * 0.12)),
  narrowNoBreak: (context, mark) => {
    ring(context, mark.left + mark.width / 2, labelHeight(mark), Math.max(1.6, mark.sizePx * 0.11));
    bracket(context, mark);
  },
  tab: arrow,
  lineBreak: returnSign,
  paragraphEnd: (context, mark) => sign(context, "¶", mark),
};

/** Draws one mark at its place. */
export function drawMark(context: CanvasRenderingContext2D, placed: PlacedMark, colors: MarkColors): void {
  context.strokeStyle = colors.faint;
  context.fillStyle = colors.faint;
  context.lineWidth = 1;
  const { mark, left, top, width, height, sizePx } = placed;
  if (typeof mark === "string") {
    NAMED[mark](context, placed, colors);
  } else if ("wide" in mark) {
    bracket(context, placed);
    letters(context, mark.wide, left + width / 2, labelHeight(placed), sizePx);
  } else {
    const head = top + height / 2 - sizePx * 0.55;
    line(context, [left, head + sizePx * 0.2], [left, top + height / 2 + sizePx * 0.4]);
    letters(context, mark.zero, left, head, sizePx);
  }
}
