/** Ordinary English copy: letters, capitals, figures and spaces about as often as in news. */
const COPY =
  "The harbor board voted 4 to 3 on Tuesday night to let the town decide whether the old seawall is rebuilt, ending a year of hearings that filled the net loft.";

/** The average width of a character of copy, in em, as an element's text is set now: its face and its letter spacing. */
export function characterEm(element: HTMLElement): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return 0.5;
  const { fontFamily, fontSize, letterSpacing, wordSpacing } = getComputedStyle(element);
  const sizePx = Number.parseFloat(fontSize);
  context.font = `${fontSize} ${fontFamily}`;
  context.letterSpacing = letterSpacing === "normal" ? "0px" : letterSpacing;
  context.wordSpacing = wordSpacing;
  return context.measureText(COPY).width / COPY.length / sizePx;
}
