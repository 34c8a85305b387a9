import { dice, frame, glow, gradient, repeat, soft, type Scene } from "./scene.ts";

/** The gym behind the table, far out of focus: windows, wall bars, banners, the crowd on the stand. */
function hall(): string {
  const roll = dice(44);
  const coats = ["#c4533f", "#2f5f8a", "#e0b64a", "#3c7a5a", "#7a4f8a", "#d8d3c8", "#354052"];
  const windows = repeat(
    6,
    (index) =>
      `<rect x="${String(70 + index * 255)}" y="40" width="180" height="150" fill="#f4f8ff"/>
       <path d="M${String(130 + index * 255)},40 l0,150 M${String(190 + index * 255)},40 l0,150" stroke="#8d8a80" stroke-width="8"/>`,
  );
  const banners = repeat(
    5,
    (index) =>
      `<path d="M${String(210 + index * 270)},205 l96,0 l0,120 l-48,34 l-48,-34 Z" fill="${["#8f2f2a", "#27507a", "#8f2f2a", "#2f6a4d", "#8f2f2a"][index] ?? "#333"}"/>`,
  );
  const crowd = repeat(150, () => {
    const rowNr = Math.floor(roll() * 5);
    const x = roll() * 1600;
    const y = 400 + rowNr * 44;
    const coat = coats[Math.floor(roll() * coats.length)] ?? "#444";
    const skin = ["#d7ab88", "#b98560", "#8a5d42", "#e3c0a2"][Math.floor(roll() * 4)] ?? "#c99";
    return `<ellipse cx="${String(x)}" cy="${String(y + 34)}" rx="24" ry="30" fill="${coat}"/><circle cx="${String(x)}" cy="${String(y)}" r="14" fill="${skin}"/>`;
  });
  return `<rect width="1600" height="760" fill="url(#wall)"/>${windows}${banners}
    <rect y="380" width="1600" height="260" fill="#8a6a45"/>${crowd}
    <rect y="636" width="1600" height="140" fill="url(#floor)"/>`;
}

/** One wheel of the robot. */
function wheel(x: number, y: number, radius: number): string {
  return `<g transform="translate(${String(x)} ${String(y)})">
    <circle r="${String(radius)}" fill="#17181a"/><circle r="${String(radius * 0.78)}" fill="#2c2e31"/>
    ${repeat(20, (index) => `<rect x="${String(-radius * 0.05)}" y="${String(-radius)}" width="${String(radius * 0.1)}" height="${String(radius * 0.16)}" fill="#0c0d0e" transform="rotate(${String(index * 18)})"/>`)}
    <circle r="${String(radius * 0.52)}" fill="url(#alloy)"/>
    ${repeat(5, (index) => `<ellipse cy="${String(-radius * 0.3)}" rx="${String(radius * 0.1)}" ry="${String(radius * 0.14)}" fill="#1a1b1d" transform="rotate(${String(index * 72 + 20)})"/>`)}
    <circle r="${String(radius * 0.1)}" fill="#141516"/>
  </g>`;
}

/** The robot that won: four wheels, a lifting arm with a claw, an orange ring in it. */
const ROBOT = `<g transform="translate(500 0)">
  <ellipse cx="250" cy="914" rx="390" ry="34" fill="#0b0c0d" opacity="0.55" filter="url(#soft14)"/>
  <path d="M-40,700 L500,700 L540,770 L540,846 L-60,846 L-60,760 Z" fill="url(#alloy)"/>
  <path d="M-40,700 L500,700 L540,770 L-60,760 Z" fill="#dfe3e6"/>
  ${repeat(15, (index) => `<circle cx="${String(-30 + index * 39)}" cy="806" r="7" fill="#53585d"/>`)}
  <rect x="40" y="604" width="230" height="100" rx="8" fill="#23262b"/><rect x="56" y="620" width="120" height="62" rx="4" fill="#0f1d18"/>
  <path d="M66,668 L92,646 L112,660 L140,632 L164,644" stroke="#6dff9c" stroke-width="4" fill="none"/>
  <circle cx="212" cy="636" r="9" fill="#ff4a3a"/><circle cx="212" cy="636" r="36" fill="url(#led)"/><circle cx="240" cy="636" r="9" fill="#ffd24a"/>
  <rect x="196" y="660" width="58" height="14" rx="3" fill="#4b5057"/>
  <path d="M270,640 C330,610 340,560 352,520" stroke="#c8352b" stroke-width="9" fill="none"/><path d="M262,660 C340,640 362,580 366,520" stroke="#1f1f22" stroke-width="8" fill="none"/>
  <path d="M330,704 L352,330 L392,330 L398,704 Z" fill="url(#alloy)"/>
  ${repeat(9, (index) => `<circle cx="${String(370 - (index % 2))}" cy="${String(362 + index * 38)}" r="9" fill="#4a4f55"/>`)}
  <path d="M372,352 L620,254 L634,286 L386,392 Z" fill="#f08a24"/><path d="M372,352 L620,254 L624,264 L376,363 Z" fill="#ffb865"/>
  <circle cx="376" cy="362" r="34" fill="#2a2d31"/><circle cx="376" cy="362" r="16" fill="url(#alloy)"/>
  <path d="M612,250 C660,236 700,250 714,286 L696,294 C686,268 660,262 634,276 Z" fill="#2a2d31"/>
  <path d="M622,284 C650,330 690,340 722,322 L714,304 C690,316 664,306 642,272 Z" fill="#2a2d31"/>
  <ellipse cx="740" cy="306" rx="62" ry="70" fill="none" stroke="#f2641e" stroke-width="26"/>
  <path d="M694,262 C712,232 766,232 786,266" stroke="#ffb27a" stroke-width="6" fill="none" opacity="0.8"/>
  <rect x="-20" y="726" width="150" height="34" rx="3" fill="#f3f1ea"/><path d="M-8,750 l16,-18 M16,750 l0,-18 l16,0 l0,18 M44,732 l18,0 l0,18 M74,732 l18,9 l-18,9 M106,732 l0,18 l14,0" stroke="#22262b" stroke-width="4" fill="none"/>
  ${wheel(40, 846, 78)}${wheel(440, 846, 78)}
</g>`;

function ring(x: number, y: number, scale: number, colour: string, light: string): string {
  return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})"><ellipse cy="16" rx="104" ry="34" fill="#0b0c0d" opacity="0.4" filter="url(#soft4)"/>
    <ellipse rx="88" ry="26" fill="none" stroke="${colour}" stroke-width="26"/><path d="M-84,-10 C-60,-34 60,-34 84,-10" stroke="${light}" stroke-width="5" fill="none" opacity="0.8"/></g>`;
}

/** The robot on the school gym's table, the crowd behind it out of focus. */
export const gym: Scene = {
  softnessPx: 0.8,
  grain: 10,
  svg: frame(
    [
      gradient("wall", "0 #dccfb4", "0.5 #c9b48d", "1 #a88a5c"),
      gradient("floor", "0 #c08a4c", "1 #8f5f30"),
      gradient("mat", "0 #6d747b", "0.2 #565c63", "1 #33373c"),
      gradient("alloy", "0 #e4e7e9", "0.5 #aab0b5", "1 #767c82"),
      glow("led", "#ff5a48", 0.8),
      glow("day", "#f6fbff", 0.55),
      soft("soft1", 1),
      soft("soft4", 4),
      soft("soft14", 14),
      soft("soft16", 15),
    ].join(""),
    `<rect width="1600" height="1067" fill="#a88a5c"/><g filter="url(#soft16)"><rect x="-60" y="-60" width="1720" height="1200" fill="#b79a68"/>${hall()}</g>
     ${repeat(6, (index) => `<ellipse cx="${String(160 + index * 255)}" cy="115" rx="210" ry="190" fill="url(#day)"/>`)}
     <rect y="740" width="1600" height="26" fill="#3c3f43" filter="url(#soft4)"/>
     <path d="M0,754 L1600,754 L1600,1067 L0,1067 Z" fill="url(#mat)"/>
     <path d="M0,756 L1600,756" stroke="#cfd6db" stroke-width="5" opacity="0.55" filter="url(#soft1)"/>
     ${repeat(9, (index) => `<path d="M${String(800 + (index - 4) * 190)},756 L${String(800 + (index - 4) * 420)},1067" stroke="#24272b" stroke-width="3" opacity="0.55"/>`)}
     <path d="M0,850 L1600,850 M0,985 L1600,985" stroke="#24272b" stroke-width="3" opacity="0.55"/>
     <path d="M120,1067 L300,800 L1500,800" stroke="#f4f1e6" stroke-width="9" fill="none" opacity="0.75"/>
     <g filter="url(#soft1)">${ring(236, 886, 1, "#2f6fb3", "#9cc8f2")}${ring(1406, 850, 0.8, "#f2641e", "#ffc08f")}${ROBOT}</g>
     <g filter="url(#soft4)">${ring(1290, 1010, 1.5, "#2f6fb3", "#9cc8f2")}</g>`,
    0.38,
  ),
};
