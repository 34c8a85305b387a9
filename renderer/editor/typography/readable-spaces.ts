const NAMES: Readonly<Record<string, string>> = {
  " ": "space",
  "\u00A0": "no-break space",
  "\u202F": "narrow no-break space",
};

/** A short text in which spaces are named, so that they can be seen and heard: `»` stays, two spaces are "2 spaces". */
export function readable(text: string): string {
  if (text === "") return "nothing";
  if (/^ {2,}$/.test(text)) return `${text.length} spaces`;
  const pieces = text.split(/([ \u00A0\u202F])/).filter((piece) => piece !== "");
  return pieces.length === 1 ? (NAMES[text] ?? text) : text;
}
