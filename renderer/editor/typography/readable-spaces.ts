import { words } from "#shared/language/index.ts";

const NAMED = { " ": "space", "\u00A0": "noBreak", "\u202F": "narrow" } as const;

function isNamed(text: string): text is keyof typeof NAMED {
  return text in NAMED;
}

/** A short text in which spaces are named, so that they can be seen and heard: `»` stays, two spaces are "2 spaces". */
export function readable(text: string): string {
  const { spaces } = words().typography;
  if (text === "") return spaces.none;
  if (/^ {2,}$/.test(text)) return spaces.several({ count: text.length });
  return isNamed(text) ? spaces[NAMED[text]] : text;
}
