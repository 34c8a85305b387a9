import { cleanText } from "#shared/document/index.ts";

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);
const HOST = /^[^\s/@]+\.[^\s/@.]{2,}(?:[/?#]\S*)?$/;
const MAILBOX = /^[^\s@/:]+@[^\s@/]+\.[^\s@/.]{2,}$/;

/**
 * An address as a person types it, made whole: `example.org/a` gets its `https:`, a mailbox its
 * `mailto:`. Null for what is no address, or one that a story must not carry (`javascript:`).
 */
export function linkAddress(typed: string): string | null {
  const text = cleanText(typed).text.trim();
  if (text === "" || /\s/.test(text)) return null;
  if (MAILBOX.test(text)) return `mailto:${text}`;
  const whole = HOST.test(text) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? `https://${text}` : text;
  return URL.canParse(whole) && SCHEMES.has(new URL(whole).protocol) ? whole : null;
}
