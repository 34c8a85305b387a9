import { clouds, dice, fading, frame, glow, gradient, repeat, soft, type Scene } from "./scene.ts";

const GROUND = 640;

/** The lamps under the awnings: x, y and how far they shine. */
const STALL_LAMPS = [
  [658, 528, 110],
  [944, 528, 110],
  [328, 598, 230],
  [1272, 598, 230],
] as const;

interface House {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly wall: string;
  readonly roof: string;
}

const HOUSES: readonly House[] = [
  { x: -30, width: 240, height: 430, wall: "#a9695a", roof: "#4b3a38" },
  { x: 210, width: 190, height: 370, wall: "#c9a877", roof: "#5b4038" },
  { x: 400, width: 220, height: 410, wall: "#8b97a0", roof: "#43414a" },
  { x: 980, width: 210, height: 390, wall: "#b98a66", roof: "#533b36" },
  { x: 1190, width: 200, height: 350, wall: "#a7b09a", roof: "#47443f" },
  { x: 1390, width: 250, height: 440, wall: "#93564c", roof: "#453535" },
];

function house({ x, width, height, wall, roof }: House): string {
  const roll = dice(Math.round(x + 1000));
  const top = GROUND - height;
  const columns = Math.round(width / 62);
  const panes = repeat(columns * 4, (index) => {
    const left = x + 22 + (index % columns) * ((width - 30) / columns);
    const y = top + 40 + Math.floor(index / columns) * 86;
    const lit = roll() > 0.62;
    return `<rect x="${String(left)}" y="${String(y)}" width="28" height="46" fill="${lit ? "#ffd795" : "#39424d"}"/>
      <path d="M${String(left + 14)},${String(y)} l0,46 M${String(left)},${String(y + 20)} l28,0" stroke="#efe6d4" stroke-width="3" opacity="0.75"/>`;
  });
  return `<path d="M${String(x - 8)},${String(top)} L${String(x + width / 2)},${String(top - width * 0.44)} L${String(x + width + 8)},${String(top)} Z" fill="${roof}"/>
    <rect x="${String(x)}" y="${String(top)}" width="${String(width)}" height="${String(height)}" fill="${wall}"/>
    <rect x="${String(x + width - 22)}" y="${String(top)}" width="22" height="${String(height)}" fill="#000" opacity="0.12"/>${panes}`;
}

const CHURCH = `<g fill="#7c8088"><rect x="716" y="250" width="120" height="390"/><path d="M706,252 L776,20 L846,252 Z" fill="#586069"/>
  <rect x="773" y="-4" width="6" height="40" fill="#586069"/><circle cx="776" cy="330" r="30" fill="#e9e2cf"/><path d="M776,330 L776,308 M776,330 L790,338" stroke="#2b2b2b" stroke-width="4"/>
  <path d="M756,420 C756,392 796,392 796,420 L796,470 L756,470 Z" fill="#3b424b"/><path d="M836,440 L980,520 L980,640 L836,640 Z" fill="#8a8d92"/></g>`;

/** A stall with a striped awning, its counter full of whatever is in season. */
function stall(
  x: number,
  y: number,
  scale: number,
  stripe: string,
  goods: readonly string[],
  seed: number,
): string {
  const roll = dice(seed);
  const stripes = repeat(8, (index) =>
    index % 2 === 0
      ? `<path d="M${String(index * 42)},0 L${String(index * 42 + 42)},0 L${String(index * 46 + 30)},96 C${String(index * 46 + 22)},112 ${String(index * 46 - 8)},112 ${String(index * 46 - 16)},96 Z" fill="${stripe}"/>`
      : "",
  );
  const heap = repeat(110, () => {
    const left = 8 + roll() * 320;
    const box = Math.floor(left / 84);
    const colour = goods[box % goods.length] ?? "#a33";
    const up = roll();
    return `<circle cx="${String(left)}" cy="${String(236 - up * 26 * Math.sin(((left % 84) / 84) * Math.PI))}" r="${String(9 + roll() * 3)}" fill="${colour}"/><circle cx="${String(left - 3)}" cy="${String(232 - up * 26 * Math.sin(((left % 84) / 84) * Math.PI))}" r="3" fill="#fff" opacity="0.35"/>`;
  });
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">
    <ellipse cx="168" cy="346" rx="220" ry="20" fill="#14161a" opacity="0.55" filter="url(#soft6)"/>
    <rect x="4" y="80" width="9" height="266" fill="#4a3b30"/><rect x="324" y="80" width="9" height="266" fill="#4a3b30"/>
    <rect x="10" y="96" width="318" height="150" fill="#1d1a19" opacity="0.8"/>
    <circle cx="168" cy="124" r="120" fill="url(#lamp)"/><circle cx="168" cy="118" r="9" fill="#fff4d4"/>
    ${heap}
    <path d="M-8,240 L346,240 L338,342 L0,342 Z" fill="#6b4a31"/>${repeat(4, (index) => `<rect x="${String(4 + index * 84)}" y="250" width="78" height="52" fill="#8a6442"/><path d="M${String(4 + index * 84)},276 l78,0" stroke="#4a3321" stroke-width="3"/>`)}
    <path d="M0,0 L336,0 L352,96 C340,112 330,112 318,98 C306,112 286,112 274,98 C262,112 240,112 228,98 C216,112 194,112 182,98 C170,112 148,112 136,98 C124,112 102,112 90,98 C78,112 56,112 44,98 C32,112 8,112 -16,96 Z" fill="#efe6d2"/>${stripes}
    <path d="M0,0 L336,0 L338,16 L-2,16 Z" fill="#000" opacity="0.1"/>
  </g>`;
}

/** Somebody on the way between the stalls, seen from behind. */
function shopper(x: number, y: number, scale: number, coat: string, bag: string): string {
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">
    <ellipse cx="6" cy="4" rx="40" ry="8" fill="#101216" opacity="0.6" filter="url(#soft6)"/>
    <path d="M-14,-70 L-18,0 L-4,0 L0,-64 L8,0 L22,0 L16,-70 Z" fill="#11141b"/>
    <path d="M-28,-62 C-32,-120 -30,-152 -12,-160 L12,-160 C30,-152 34,-120 30,-62 Z" fill="${coat}"/>
    <path d="M-26,-140 L-36,-90 L-28,-88 Z" fill="${coat}"/><path d="M26,-142 L40,-92 L32,-88 Z" fill="${coat}"/>
    <rect x="-10" y="-172" width="20" height="18" fill="#1c1815"/><ellipse cy="-184" rx="16" ry="20" fill="#14100e"/>
    <path d="M-29,-66 C-33,-120 -31,-150 -13,-159 M29,-66 C33,-120 31,-150 13,-159 M-15,-190 C-12,-206 12,-206 15,-190" stroke="#ffc98a" stroke-width="2.4" fill="none" opacity="0.55"/>
    <path d="M-18,-190 C-14,-212 16,-212 18,-190 Z" fill="${bag}"/>
    <path d="M28,-92 L48,-92 L52,-50 L26,-50 Z" fill="${bag}"/>
  </g>`;
}

function cobbles(): string {
  const roll = dice(63);
  return repeat(26, (rowNr) => {
    const y = GROUND + 12 + (rowNr / 25) ** 1.9 * 420;
    const near = (y - GROUND) / 427;
    const wide = 14 + near * 78;
    return repeat(Math.ceil(1700 / wide), (index) => {
      const x = index * wide + (rowNr % 2) * wide * 0.5 - 40 + (roll() - 0.5) * wide * 0.12;
      const shine = Math.max(0, 1 - Math.abs(x - 800) / 620) * (0.2 + roll() * 0.5);
      const tall = 3 + near * 17;
      return `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(wide * 0.46)}" ry="${String(tall)}" fill="${roll() > 0.5 ? "#4b5058" : "#585b60"}"/>
        <ellipse cx="${String(x)}" cy="${String(y - tall * 0.35)}" rx="${String(wide * 0.3)}" ry="${String(tall * 0.35)}" fill="#ffdca8" opacity="${String(shine * 0.75)}"/>`;
    });
  });
}

function lightChain(x1: number, y1: number, x2: number, y2: number, sag: number): string {
  const bulbs = repeat(15, (index) => {
    const part = (index + 0.5) / 15;
    const x = x1 + (x2 - x1) * part;
    const y = y1 + (y2 - y1) * part + sag * 4 * part * (1 - part) * 0.5;
    return `<circle cx="${String(x)}" cy="${String(y + 7)}" r="26" fill="url(#lamp)"/><circle cx="${String(x)}" cy="${String(y + 7)}" r="5" fill="#fff1c9"/>`;
  });
  return `<path d="M${String(x1)},${String(y1)} Q${String((x1 + x2) / 2)},${String((y1 + y2) / 2 + sag)} ${String(x2)},${String(y2)}" stroke="#25282d" stroke-width="2" fill="none"/>${bulbs}`;
}

/** The market square before dawn, the stalls lit and the stones wet. */
export const market: Scene = {
  softnessPx: 0.9,
  grain: 11,
  svg: frame(
    [
      gradient("sky", "0 #6f7f96", "0.5 #a8aeb6", "0.85 #e6cfb0", "1 #f0d7b0"),
      gradient("ground", "0 #6a6b6c", "0.4 #3f4349", "1 #262a30"),
      glow("lamp", "#ffd08a", 0.6),
      glow("sun", "#ffe6bd", 0.9),
      fading("high", "0 #fff", "0.35 #bbb", "0.55 #000"),
      soft("soft1", 1),
      soft("soft3", 2.4),
      soft("soft5", 4.5),
      soft("soft6", 6),
      gradient("dawn", "0 #3d4a6b", "0.4 #5a6078", "0.6 #6f6a70", "1 #4b4f60"),
      gradient("night", "0 #101728 0.55", "0.45 #101728 0.1", "0.62 #0c1120 0.25", "1 #080c16 0.62"),
      clouds("sky-clouds", 0.0022, 0.007, 15, "#e9e6e2", 1.2),
      clouds("wet", 0.006, 0.03, 6, "#ffd9a4", 0.8),
    ].join(""),
    `<rect width="1600" height="1067" fill="url(#sky)"/>
     <g mask="url(#high)"><rect width="1600" height="1067" filter="url(#sky-clouds)"/></g>
     <ellipse cx="800" cy="${String(GROUND - 40)}" rx="520" ry="330" fill="url(#sun)"/>
     <g filter="url(#soft5)">${CHURCH}${HOUSES.map(house).join("")}</g>
     <rect width="1600" height="1067" fill="url(#dawn)" style="mix-blend-mode:multiply"/>
     <rect y="${String(GROUND)}" width="1600" height="427" fill="url(#ground)"/>
     <g filter="url(#soft1)">${cobbles()}</g>
     <rect y="${String(GROUND)}" width="1600" height="427" filter="url(#wet)" opacity="0.4"/>
     <g filter="url(#soft3)">${stall(560, 458, 0.58, "#3f6f8f", ["#d9b13f", "#7d9a4b"], 4)}${stall(850, 460, 0.56, "#a84a3c", ["#c94f3d", "#e0a03c"], 8)}
       ${shopper(800, 690, 0.5, "#161b26", "#1d2230")}${shopper(742, 700, 0.52, "#1a1a22", "#141821")}</g>
     <g filter="url(#soft1)">${stall(150, 470, 1.06, "#3d7a5c", ["#c8402f", "#8aa64a", "#e5b23f", "#b7582b"], 15)}
       ${stall(1090, 468, 1.08, "#b5483a", ["#e09a35", "#6f8f45", "#8f3f5f", "#e4d06a"], 23)}
       ${shopper(960, 850, 1.12, "#191620", "#0f131c")}${shopper(640, 800, 0.95, "#131a28", "#191d28")}${shopper(560, 806, 0.9, "#1b1c22", "#10141d")}</g>
     <rect width="1600" height="1067" fill="url(#night)"/>
     ${STALL_LAMPS.map(([x, y, r]) => `<circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}" fill="url(#lamp)"/><circle cx="${String(x)}" cy="${String(y)}" r="${String(r / 17)}" fill="#fff6dc"/>${r > 200 ? `<ellipse cx="${String(x)}" cy="${String(y + r * 1.7)}" rx="${String(r * 0.8)}" ry="${String(r * 0.42)}" fill="url(#lamp)" opacity="0.8"/>` : ""}`).join("")}
     ${lightChain(-10, 250, 790, 190, 120)}${lightChain(770, 190, 1610, 240, 130)}`,
    0.42,
  ),
};
