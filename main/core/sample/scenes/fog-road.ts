import { clouds, dice, fading, frame, glow, gradient, repeat, soft, type Scene } from "./scene.ts";

/** A spruce with its foot at `x`, `y`. */
function spruce(x: number, y: number, height: number, colour: string, roll: () => number): string {
  const tiers = 17;
  const branches = repeat(tiers, (tier) => {
    const top = -height + (height * 0.94 * tier) / tiers;
    const wide = ((tier + 0.8 + roll() * 1.6) / tiers) * height * (0.15 + roll() * 0.06);
    const down = top + height * 0.13;
    const sway = (roll() - 0.5) * wide * 0.5;
    return `<path d="M0,${String(top)} C${String(wide * 0.3)},${String(top + height * 0.1)} ${String(wide * 0.8)},${String(down - 6)} ${String(wide + sway)},${String(down + 4)} L0,${String(down - height * 0.015)} L${String(-wide + sway)},${String(down + 4)} C${String(-wide * 0.8)},${String(down - 6)} ${String(-wide * 0.3)},${String(top + height * 0.1)} 0,${String(top)} Z"/>`;
  });
  return `<g transform="translate(${String(x)} ${String(y)})" fill="${colour}">${branches}<rect x="${String(-height * 0.02)}" y="${String(-height * 0.12)}" width="${String(height * 0.04)}" height="${String(height * 0.14)}"/></g>`;
}

function wood(
  count: number,
  seed: number,
  base: number,
  height: number,
  colour: string,
  gap: readonly [number, number],
): string {
  const roll = dice(seed);
  return repeat(count, (index) => {
    const x = ((index + roll()) * 1700) / count - 50;
    const tall = height * (0.65 + roll() * 0.6);
    if (x > gap[0] && x < gap[1]) return "";
    const away = Math.abs(x - (gap[0] + gap[1]) / 2) / 900;
    return spruce(x, base - away * height * 0.22 + roll() * 14, tall, colour, roll);
  });
}

function grass(): string {
  const roll = dice(77);
  return repeat(620, () => {
    const side = roll() > 0.42;
    const far = roll();
    const y = 720 + far * far * 340;
    const edge = side ? 940 + far * far * 520 : 640 - far * far * 620;
    const x = side ? edge + roll() * 700 : edge - roll() * 640;
    const tall = 8 + far * far * 52;
    const lean = (roll() - 0.3) * tall * 0.8;
    const colour = roll() > 0.6 ? "#8b8468" : roll() > 0.4 ? "#5d6150" : "#474e44";
    return `<path d="M${String(x)},${String(y)} q${String(lean * 0.2)},${String(-tall * 0.7)} ${String(lean)},${String(-tall)}" stroke="${colour}" stroke-width="${String(0.8 + far * 1.6)}" fill="none" opacity="0.7"/>`;
  });
}

function posts(): string {
  return repeat(7, (index) => {
    const near = (index / 6) ** 2.1;
    const x = 955 + near * 560;
    const y = 708 + near * 300;
    const tall = 26 + near * 190;
    const cap = tall * 0.2;
    return `<g opacity="${String(0.3 + near * 0.7)}"><rect x="${String(x)}" y="${String(y - tall)}" width="${String(4 + near * 14)}" height="${String(tall)}" fill="#3a3a38"/>
      <rect x="${String(x)}" y="${String(y - tall)}" width="${String(4 + near * 14)}" height="${String(cap)}" fill="#b9563b"/></g>`;
  });
}

/** The hill road in fog, with the mail van's lamps coming down. */
export const fogRoad: Scene = {
  softnessPx: 0.8,
  grain: 14,
  svg: frame(
    [
      gradient("sky", "0 #8e9aa0", "0.35 #b3bcbd", "0.62 #d5d8d2", "1 #b9bfb9"),
      gradient("ground", "0 #aeb3a6", "0.25 #7d8273", "1 #3b4036"),
      gradient("road", "0 #c3c7c4", "0.2 #8f9594", "0.6 #5c6163", "1 #34383b"),
      gradient("veil", "0 #d8dcd8 0", "0.5 #d8dcd8 0.85", "1 #d8dcd8 0"),
      fading("low", "0 #555", "0.2 #999", "0.5 #ccc", "0.66 #999", "0.85 #000"),
      fading("near", "0 #fff", "0.5 #fff", "0.78 #777", "1 #555"),
      glow("lamp", "#fff3d2", 0.95),
      soft("soft2", 1.6),
      soft("soft5", 5),
      soft("soft10", 10),
      soft("soft30", 60, 18),
      clouds("drift", 0.002, 0.008, 9, "#e2e6e3", 1.2),
      clouds("worn", 0.02, 0.006, 4, "#23282b", 0.9),
      clouds("stones", 0.03, 0.05, 8, "#23291f", 1),
    ].join(""),
    `<rect width="1600" height="1067" fill="url(#sky)"/>
     <path d="M0,520 C260,420 420,470 640,560 C820,630 980,500 1200,430 C1380,376 1500,420 1600,470 L1600,800 L0,800 Z" fill="#b4bcbb" filter="url(#soft10)"/>
     <g filter="url(#soft5)" opacity="0.5">${wood(34, 3, 660, 190, "#93a09d", [700, 860])}</g>
     <rect y="420" width="1600" height="340" fill="url(#veil)" opacity="0.7"/>
     <g filter="url(#soft2)" opacity="0.72">${wood(24, 12, 716, 300, "#6d7b77", [600, 990])}</g>
     <rect y="560" width="1600" height="240" fill="url(#veil)" opacity="0.75"/>
     <path d="M0,716 C300,690 600,700 790,704 C1000,700 1300,690 1600,716 L1600,1067 L0,1067 Z" fill="url(#ground)"/>
     <g opacity="0.5"><path id="verge" d="M0,730 L1600,730 L1600,1067 L0,1067 Z" filter="url(#stones)"/></g>
     <path d="M770,706 C780,720 700,742 640,782 C560,836 420,930 250,1067 L1330,1067 C1240,930 1120,846 1010,790 C900,742 800,724 806,706 Z" fill="url(#road)"/>
     <clipPath id="onRoad"><path d="M770,706 C780,720 700,742 640,782 C560,836 420,930 250,1067 L1330,1067 C1240,930 1120,846 1010,790 C900,742 800,724 806,706 Z"/></clipPath>
     <g clip-path="url(#onRoad)"><rect y="700" width="1600" height="367" filter="url(#worn)" opacity="0.55"/>
       <path d="M790,712 C800,740 770,790 760,860 C752,930 750,1000 752,1067" stroke="#e8e6da" stroke-width="7" stroke-dasharray="34 46" fill="none" opacity="0.55"/>
       <ellipse cx="800" cy="800" rx="120" ry="120" fill="url(#lamp)" opacity="0.55"/></g>
     <g filter="url(#soft2)">${grass()}</g>
     ${posts()}
     <g><ellipse cx="788" cy="706" rx="52" ry="7" fill="#3a3f40" opacity="0.7" filter="url(#soft2)"/><ellipse cx="788" cy="676" rx="210" ry="150" fill="url(#lamp)" opacity="0.75"/>
       <path d="M756,704 L756,662 C758,646 766,640 788,640 C810,640 818,646 820,662 L820,704 Z" fill="#7d3f33" opacity="0.62" filter="url(#soft2)"/>
       <rect x="763" y="648" width="50" height="20" fill="#46504f" opacity="0.6" filter="url(#soft2)"/>
       <circle cx="768" cy="688" r="30" fill="url(#lamp)"/><circle cx="808" cy="688" r="30" fill="url(#lamp)"/>
       <circle cx="768" cy="688" r="6" fill="#fffdf4"/><circle cx="808" cy="688" r="6" fill="#fffdf4"/></g>
     <g mask="url(#near)"><g filter="url(#soft5)">${spruceFront()}</g></g>
     <g mask="url(#low)"><rect width="1600" height="1067" filter="url(#drift)" opacity="0.8"/></g>
     <ellipse cx="300" cy="720" rx="600" ry="40" fill="#dfe3df" opacity="0.55" filter="url(#soft30)"/>
     <ellipse cx="1350" cy="740" rx="500" ry="34" fill="#dfe3df" opacity="0.5" filter="url(#soft30)"/>`,
    0.22,
  ),
};

function spruceFront(): string {
  const roll = dice(5);
  const near = [
    [70, 900, 620],
    [250, 830, 430],
    [1500, 880, 560],
    [1340, 800, 300],
    [1610, 930, 700],
    [-40, 960, 720],
  ] as const;
  return near.map(([x, y, height]) => spruce(x, y, height, "#2c3834", roll)).join("");
}
