/** Every sample photograph has this size, in pixels. */
export const SCENE = { widthPx: 1600, heightPx: 1067 } as const;

/** A drawn scene and what the darkroom does with it. */
export interface Scene {
  /** The scene as SVG, `SCENE` in size. */
  readonly svg: string;
  /** How soft the lens is: the radius of the blur over everything, in pixels. */
  readonly softnessPx: number;
  /** How coarse the film is: the spread of the grain, 0 to 255. */
  readonly grain: number;
}

/** Gives numbers from 0 to 1 that look random and are the same every time: mulberry32, public domain, by Tommy Ettinger. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many pieces of SVG, one after another. */
export function repeat(times: number, piece: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => piece(index)).join("\n");
}

/** A vertical gradient from stops such as `"0 #123456"` or `"0.5 #fff 0.3"` (place, colour, opacity). */
export function gradient(id: string, ...stops: readonly string[]): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stopsOf(stops)}</linearGradient>`;
}

/** A round glow that fades from its middle to nothing. */
export function glow(id: string, colour: string, strength: number): string {
  const stops = [
    `0 ${colour} ${String(strength)}`,
    `0.35 ${colour} ${String(strength * 0.35)}`,
    `1 ${colour} 0`,
  ];
  return `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`;
}

function stopsOf(stops: readonly string[]): string {
  return stops
    .map((stop) => {
      const [offset = "0", colour = "#000", opacity = "1"] = stop.split(" ");
      return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
    })
    .join("");
}

/** A filter that blurs by so many pixels. */
export function soft(id: string, acrossPx: number, downPx = acrossPx): string {
  return `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${String(acrossPx)} ${String(downPx)}"/></filter>`;
}

/**
 * A filter that turns what it is put on into clouds of one colour: smaller frequencies make larger
 * clouds, wider across than down where `across` is the smaller.
 */
export function clouds(
  id: string,
  across: number,
  down: number,
  seed: number,
  colour: string,
  cover: number,
): string {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    String(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency="${String(across)} ${String(down)}" numOctaves="5" seed="${String(seed)}"/>
    <feColorMatrix values="0 0 0 0 ${red ?? "0"}  0 0 0 0 ${green ?? "0"}  0 0 0 0 ${blue ?? "0"}  ${String(cover * 2.4)} ${String(cover)} 0 0 ${String(-1.35 * cover)}"/>
  </filter>`;
}

/**
 * A mask over the whole picture, white where it shows: stops as in {@link gradient}, from the top
 * to the bottom.
 */
export function fading(id: string, ...stops: readonly string[]): string {
  return `${gradient(`${id}-shade`, ...stops)}<mask id="${id}"><rect width="${String(SCENE.widthPx)}" height="${String(SCENE.heightPx)}" fill="url(#${id}-shade)"/></mask>`;
}

/** The whole picture as one SVG, darkened towards its corners (0 to 1) as a lens does. */
export function frame(definitions: string, drawing: string, corners = 0.5): string {
  const { widthPx, heightPx } = SCENE;
  const size = `width="${String(widthPx)}" height="${String(heightPx)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(widthPx)} ${String(heightPx)}">
    <defs>${definitions}
      <radialGradient id="corners" cx="0.5" cy="0.5" r="0.75">${stopsOf(["0.55 #000 0", `1 #000 ${String(corners)}`])}</radialGradient>
    </defs>
    ${drawing}
    <rect ${size} fill="url(#corners)"/>
  </svg>`;
}
