import { dice, frame, glow, gradient, repeat, soft, type Scene } from "./scene.ts";

/** Lights far out of focus: discs with a bright rim. */
function lights(): string {
  const rows: readonly (readonly [number, number, number])[] = [
    [180, 150, 62],
    [470, 128, 58],
    [760, 118, 56],
    [1050, 126, 58],
    [1340, 148, 62],
    [330, 262, 38],
    [610, 246, 36],
    [905, 246, 36],
    [1200, 262, 38],
  ];
  return rows
    .map(
      ([x, y, r]) =>
        `<circle cx="${String(x)}" cy="${String(y)}" r="${String(r * 3.4)}" fill="url(#lamp)"/>
         <circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}" fill="#ffd793" opacity="0.5"/>
         <circle cx="${String(x)}" cy="${String(y)}" r="${String(r - 1)}" fill="none" stroke="#fff0cc" stroke-width="3" opacity="0.4"/>`,
    )
    .join("");
}

/** The public seats and the people in them, too far off to know anybody. */
function benches(): string {
  const roll = dice(19);
  const coats = ["#20293c", "#3d2a2a", "#2c3a34", "#54382a", "#2a2740", "#5e5a55", "#6d3230"];
  const skins = ["#b98d6d", "#d2a888", "#8a5d42", "#c79a7a"];
  const pick = (list: readonly string[]): string => list[Math.floor(roll() * list.length)] ?? "#333";
  const row = (y: number, count: number, scale: number): string =>
    `<rect x="0" y="${String(y + 46 * scale)}" width="1600" height="${String(46 * scale)}" fill="#4a2d1a"/>
     <rect x="0" y="${String(y + 44 * scale)}" width="1600" height="${String(5 * scale)}" fill="#b5804a" opacity="0.7"/>` +
    repeat(count, (index) => {
      if (roll() < 0.2) return "";
      const x = ((index + 0.3 + roll() * 0.5) * 1600) / count;
      return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">
        <path d="M-46,70 C-44,18 -22,4 0,4 C22,4 44,18 46,70 Z" fill="${pick(coats)}"/>
        <ellipse cy="-20" rx="19" ry="25" fill="${pick(skins)}"/><path d="M-21,-20 C-24,-56 24,-56 21,-20 C12,-36 -12,-36 -21,-20 Z" fill="#2a1d15"/></g>`;
    });
  return row(470, 15, 0.8) + row(560, 12, 1.05) + row(668, 9, 1.4);
}

/** A microphone on a bent stem, with its ring lit: somebody is about to speak. */
function microphone(x: number, y: number, scale: number): string {
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})">
    <ellipse cx="6" cy="8" rx="120" ry="20" fill="#0a0503" opacity="0.7" filter="url(#soft9)"/>
    <path d="M-70,0 C-70,-26 70,-26 70,0 C70,16 -70,16 -70,0 Z" fill="url(#metal)"/>
    <path d="M-62,-7 C-30,-22 30,-22 62,-7" stroke="#cfc5b8" stroke-width="2.5" fill="none" opacity="0.6"/>
    <path d="M0,-14 C4,-150 -2,-230 -46,-306" stroke="#0d0c0d" stroke-width="13" fill="none" stroke-linecap="round"/>
    <path d="M-3,-16 C1,-150 -5,-228 -48,-302" stroke="#8d857b" stroke-width="2.6" fill="none" opacity="0.75"/>
    <g transform="translate(-58 -326) rotate(-32)">
      <rect x="-19" y="-76" width="38" height="98" rx="17" fill="url(#foam)"/>
      <rect x="-15" y="20" width="30" height="10" rx="3" fill="#ff5236"/><rect x="-44" y="4" width="88" height="44" fill="url(#live)"/>
      <rect x="-12" y="30" width="24" height="26" rx="4" fill="#1c1a1b"/>
      <path d="M-12,-62 C-16,-40 -16,-10 -12,10" stroke="#7a7470" stroke-width="3" fill="none" opacity="0.6"/>
    </g>
  </g>`;
}

function papers(): string {
  return `<g filter="url(#soft1)">
    <path d="M240,930 L640,900 L720,1067 L190,1067 Z" fill="#1a0e07" opacity="0.5" filter="url(#soft9)"/>
    <path d="M232,920 L632,892 L706,1067 L176,1067 Z" fill="#efe7d6"/>
    <path d="M214,926 L616,902 L690,1067 L160,1067 Z" fill="#f8f2e4"/>
    ${repeat(8, (index) => {
      const y = 944 + index * 17;
      const left = 232 - index * 6;
      const right = 600 + index * 7 - (index % 3 === 2 ? 150 : 0);
      return `<path d="M${String(left + 26)},${String(y)} L${String(right)},${String(y - 20)}" stroke="#4a4640" stroke-width="4" opacity="0.55"/>`;
    })}
    <path d="M520,1010 L792,938" stroke="#14181f" stroke-width="11" stroke-linecap="round"/><path d="M520,1010 L544,1003" stroke="#c9a25c" stroke-width="8" stroke-linecap="round"/>
    <path d="M560,996 L780,938" stroke="#6b7688" stroke-width="2" opacity="0.8"/>
  </g>`;
}

/** A glass of water on the bench. */
const GLASS = `<g transform="translate(1330 0)">
  <ellipse cy="968" rx="96" ry="16" fill="#0a0503" opacity="0.55" filter="url(#soft9)"/>
  <path d="M-58,760 L58,760 L47,966 C40,976 -40,976 -47,966 Z" fill="#e8d9bf" opacity="0.16"/>
  <path d="M-53,838 L53,838 L47,966 C40,976 -40,976 -47,966 Z" fill="#f6e3bd" opacity="0.2"/>
  <ellipse cy="838" rx="53" ry="8" fill="#fff3d6" opacity="0.35"/><ellipse cy="760" rx="58" ry="9" fill="none" stroke="#fff3d6" stroke-width="3" opacity="0.6"/>
  <path d="M-48,775 L-40,955" stroke="#fff6e2" stroke-width="6" opacity="0.5"/><path d="M44,780 L37,950" stroke="#fff6e2" stroke-width="3" opacity="0.35"/>
  <ellipse cy="967" rx="45" ry="8" fill="#fff1cf" opacity="0.4"/></g>`;

/** The council chamber from the bench: a lit microphone, papers, and a full house out of focus. */
export const chamber: Scene = {
  softnessPx: 0.7,
  grain: 11,
  svg: frame(
    [
      gradient("wall", "0 #2b1a0f", "0.3 #6b4527", "0.6 #54341d", "1 #2b1b10"),
      gradient("bench", "0 #9c6a3c", "0.12 #7a4d29", "1 #2c190c"),
      gradient("metal", "0 #4a4643", "1 #121112"),
      gradient("foam", "0 #3a3838", "1 #0e0d0e"),
      glow("lamp", "#ffcf87", 0.5),
      glow("live", "#ff4a2e", 0.7),
      soft("soft1", 1),
      soft("soft9", 9),
      soft("soft14", 13),
    ].join(""),
    `<rect width="1600" height="1067" fill="#4a2e1a"/><g filter="url(#soft14)"><rect width="1600" height="1067" fill="url(#wall)"/>
       ${repeat(9, (index) => `<rect x="${String(index * 190 - 40)}" y="60" width="150" height="330" fill="#8a5a33" opacity="0.55"/><rect x="${String(index * 190 + 112)}" y="40" width="30" height="380" fill="#25150b"/>`)}
       <rect x="660" y="180" width="280" height="300" fill="#1f120a"/><rect x="690" y="200" width="220" height="280" fill="#c79a5c" opacity="0.5"/>
       ${benches()}
       <rect y="735" width="1600" height="90" fill="#2a170c"/></g>
     <g filter="url(#soft1)">${lights()}</g>
     <path d="M0,812 C500,782 1100,782 1600,812 L1600,1067 L0,1067 Z" fill="url(#bench)"/>
     <path d="M0,812 C500,782 1100,782 1600,812" stroke="#ffd9a0" stroke-width="4" fill="none" opacity="0.8"/>
     ${repeat(26, (index) => `<path d="M${String(-60 + index * 66)},${String(1067)} C${String(120 + index * 54)},940 ${String(180 + index * 50)},880 ${String(200 + index * 48)},792" stroke="#2a1609" stroke-width="${String(1.5 + (index % 4))}" fill="none" opacity="0.16"/>`)}
     <ellipse cx="800" cy="850" rx="620" ry="54" fill="url(#lamp)" opacity="0.7"/>
     ${papers()}
     ${GLASS}
     ${microphone(1010, 940, 1.35)}`,
    0.6,
  ),
};
