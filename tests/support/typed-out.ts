import {
  mayChange,
  NEAR,
  substitutionAsTyped,
  type TypographyStyle,
} from "#shared/style/typography/index.ts";

/** What stands on the page when these keys are typed one by one, with typography as you type. */
export function typedOut(keys: string, style: TypographyStyle): string {
  let text = "";
  for (const key of keys) {
    const typed = text + key;
    const found = mayChange(key, text.slice(-NEAR))
      ? substitutionAsTyped({ before: typed, after: "" }, style)
      : null;
    text = found ? typed.slice(0, found.at) + found.now + typed.slice(found.at + found.was.length) : typed;
  }
  return text;
}
