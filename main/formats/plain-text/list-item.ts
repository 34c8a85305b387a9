const BULLET = /^[•‣▪◦●■○∙*]\s+(?=\S)/u;
const DASH = /^[-–—]\s+(?=\S)/u;
const NUMBER = /^\(?(\d{1,2})[.)]\s+(?=\S)/u;
const SPEAKS = /,\s?(?:säger|sa|sade|sier|sagt|sagte|dit|dice|said|says)\b/iu;
const LONGEST_DASHED = 200;

/** What marks a line as one of a list. */
export interface ListMarker {
  readonly kind: "bullet" | "dash" | "number";
  /** With the white space behind it. */
  readonly text: string;
  readonly number: number | null;
}

/**
 * The marker that a line begins with, or null. A dash alone proves nothing: European pages begin
 * direct speech with it. A line that goes on like speech has no marker.
 */
export function listMarker(text: string): ListMarker | null {
  const head = text.slice(0, 12);
  const bullet = BULLET.exec(head);
  if (bullet !== null) return { kind: "bullet", text: bullet[0], number: null };
  const number = NUMBER.exec(head);
  if (number !== null) return { kind: "number", text: number[0], number: Number(number[1]) };
  const dash = DASH.exec(head);
  if (dash === null || text.length > LONGEST_DASHED || SPEAKS.test(text)) return null;
  return { kind: "dash", text: dash[0], number: null };
}

/** The text of a list item without its marker. */
export function withoutListMarker(text: string): string {
  return text.slice(listMarker(text)?.text.length ?? 0);
}

/**
 * True where the line at `at` is one of a list: a bullet; a number with its neighbour in the
 * count beside it; a dash with another dashed line beside it.
 */
export function isListItem(lines: readonly { readonly text: string }[], at: number): boolean {
  const marker = listMarker(lines[at]?.text ?? "");
  if (marker === null) return false;
  if (marker.kind === "bullet") return true;
  const neighbours = [lines[at - 1], lines[at + 1]].flatMap((line) => listMarker(line?.text ?? "") ?? []);
  if (marker.kind === "dash") return neighbours.some((neighbour) => neighbour.kind === "dash");
  const count = marker.number ?? 0;
  return neighbours.some(({ number }) => number === count - 1 || number === count + 1);
}
