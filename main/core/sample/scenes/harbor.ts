import { clouds, dice, fading, frame, glow, gradient, repeat, soft, type Scene } from "./scene.ts";

const HORIZON = 560;

/** A fishing boat seen from the side; `x` is its bow and `y` its waterline. */
function boat(x: number, y: number, scale: number, lamp: boolean): string {
  const hull = "M0,-34 C30,-30 40,-26 60,-26 L190,-26 C205,-26 215,-30 222,-36 L210,0 C205,10 40,12 24,4 Z";
  const cabin = "M118,-28 L118,-72 L172,-72 L178,-28 Z";
  const masts = "M92,-26 L92,-178 M150,-72 L150,-128";
  const rig =
    "M92,-176 L14,-32 M92,-176 L214,-30 M92,-60 L30,-96 M92,-150 L30,-96 M138,-100 L162,-100 M150,-128 L214,-30";
  const light = lamp
    ? `<circle cx="92" cy="-176" r="46" fill="url(#lamp)"/><circle cx="92" cy="-176" r="3" fill="#fff2d0"/>
       <rect x="126" y="-62" width="16" height="14" fill="#f6c77a"/><rect x="150" y="-62" width="14" height="14" fill="#f3b765"/>`
    : "";
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">
    <ellipse cx="110" cy="16" rx="130" ry="18" fill="#05080f" opacity="0.55" filter="url(#soft6)"/>
    <path d="${rig}" stroke="#0b0f18" stroke-width="${String(1.3 / scale)}" fill="none"/>
    <path d="${masts}" stroke="#0b0f18" stroke-width="3" fill="none"/>
    <path d="${cabin}" fill="#10151f"/><path d="M112,-74 L178,-74 L180,-68 L112,-68 Z" fill="#171c29"/>
    <rect x="124" y="-62" width="46" height="14" fill="#3a4158"/><path d="M60,-27 L60,-42 L84,-42 L84,-27 M186,-27 L186,-40 L216,-44 L216,-30" stroke="#0d111b" stroke-width="2" fill="none"/><path d="${hull}" fill="#0a0d15"/>
    <path d="M6,-26 L216,-22" stroke="#6b4a3f" stroke-width="2" opacity="0.6"/>
    ${light}
  </g>`;
}

function townLights(): string {
  const roll = dice(7);
  const house = (): string => {
    const x = 20 + roll() * 760;
    const hill = x < 320 ? 66 : 66 - (x - 320) * 0.12;
    const y = HORIZON - 6 - roll() * roll() * Math.max(hill - 14, 4);
    const warm = roll() > 0.25 ? "#ffcf87" : "#ffe9c4";
    const length = 30 + roll() * 120;
    return `<circle cx="${String(x)}" cy="${String(y)}" r="${String(1.2 + roll() * 2)}" fill="${warm}"/>
      <circle cx="${String(x)}" cy="${String(y)}" r="12" fill="url(#lamp)" opacity="0.6"/>
      <rect x="${String(x - 2)}" y="${String(HORIZON + 6)}" width="4" height="${String(length)}" fill="${warm}" opacity="0.22" filter="url(#streak)"/>`;
  };
  return repeat(70, house);
}

function ripples(): string {
  const roll = dice(21);
  return repeat(520, () => {
    const depth = roll();
    const y = HORIZON + 6 + depth * depth * 500;
    const x = roll() * 1700 - 50;
    const near = (y - HORIZON) / 500;
    const bright = Math.abs(x - 1130) < 90 + near * 330 && roll() > 0.35;
    const colour = bright ? "#ffb277" : roll() > 0.5 ? "#0a1222" : "#6f6f8f";
    const width = 18 + near * 130 * roll();
    return `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(width)}" ry="${String(0.8 + near * 3.2)}" fill="${colour}" opacity="${String(bright ? 0.42 : 0.24)}"/>`;
  });
}

/** The harbor at dusk: boats behind the mole, the last light on the water, weather coming in. */
export const harbor: Scene = {
  softnessPx: 1,
  grain: 9,
  svg: frame(
    [
      gradient("sky", "0 #1b2340", "0.45 #463c60", "0.72 #8a4d55", "0.9 #e08a55", "1 #ffc17a"),
      gradient("water", "0 #d98a5c", "0.12 #7d5560", "0.45 #3b3a58", "1 #10172b"),
      fading("away", "0 #fff", "0.29 #fff", "0.48 #000", "1 #000"),
      glow("sun", "#ffd99a", 0.95),
      glow("lamp", "#ffc272", 0.7),
      soft("soft6", 6),
      soft("soft2", 2),
      soft("streak", 3, 14),
      clouds("storm", 0.0016, 0.006, 11, "#151827", 1.5),
      clouds("high", 0.002, 0.011, 5, "#d87f62", 1.05),
      clouds("swell", 0.004, 0.05, 3, "#0c1426", 1),
    ].join(""),
    `<rect width="1600" height="${String(HORIZON + 4)}" fill="url(#sky)"/>
     <ellipse cx="1130" cy="${String(HORIZON)}" rx="620" ry="250" fill="url(#sun)"/>
     <g mask="url(#away)"><rect width="1600" height="560" filter="url(#high)" opacity="0.75"/></g>
     <g mask="url(#away)"><rect width="1600" height="560" filter="url(#storm)" opacity="0.95"/></g>
     <path d="M0,${String(HORIZON)} L0,498 C120,470 210,476 320,500 C470,520 560,508 700,538 L900,${String(HORIZON)} Z" fill="#171a2a"/>
     <path d="M1300,${String(HORIZON)} C1400,540 1500,526 1600,520 L1600,${String(HORIZON)} Z" fill="#2a2334"/>
     <rect y="${String(HORIZON)}" width="1600" height="507" fill="url(#water)"/>
     <rect y="${String(HORIZON)}" width="1600" height="507" filter="url(#swell)" opacity="0.55"/>
     ${townLights()}
     <g filter="url(#soft2)">${ripples()}</g>
     <path d="M820,${String(HORIZON + 14)} L1290,${String(HORIZON + 4)} L1318,${String(HORIZON - 8)} L1352,${String(HORIZON - 8)} L1372,${String(HORIZON + 18)} L840,${String(HORIZON + 36)} Z" fill="#10131e"/>
     <path d="M1324,${String(HORIZON - 8)} L1329,${String(HORIZON - 92)} L1345,${String(HORIZON - 92)} L1350,${String(HORIZON - 8)} Z" fill="#131622"/>
     <rect x="1326" y="${String(HORIZON - 108)}" width="22" height="18" rx="3" fill="#0d1019"/>
     <circle cx="1337" cy="${String(HORIZON - 100)}" r="70" fill="url(#lamp)"/><circle cx="1337" cy="${String(HORIZON - 100)}" r="5" fill="#fff4d8"/>
     ${boat(930, 640, 0.62, false)}
     ${boat(1120, 676, 0.8, true)}
     ${boat(470, 716, 1.12, true)}
     ${boat(690, 812, 1.75, false)}
     <path d="M0,1067 L0,930 C200,940 330,965 470,1010 L560,1067 Z" fill="#05070c"/>
     <g fill="#05070c"><rect x="86" y="852" width="44" height="100" rx="10"/><rect x="72" y="838" width="72" height="26" rx="12"/><rect x="300" y="900" width="34" height="80" rx="8"/><rect x="290" y="890" width="54" height="20" rx="9"/></g>
     <path d="M110,880 C320,1010 520,850 780,806" stroke="#05070c" stroke-width="7" fill="none"/>`,
  ),
};
