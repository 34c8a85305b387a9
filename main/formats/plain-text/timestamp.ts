import { isMonth, isWeekday } from "#shared/newsroom/calendar-words.ts";

const LABELED =
  /^(?:first )?(?:published|updated|posted|last (?:updated|modified)|created|originally published|veröffentlicht|aktualisiert|stand|publié|mis à jour|modifié|publicerad|uppdaterad|publicado|actualizado|pubblicato|aggiornato)(?:\s*:)?\s+/iu;
const TIME_WORD =
  /^(?:\d{1,4}(?:st|nd|rd|th|er)?|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]m|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}-\d{2}-\d{2}t\S{4,20}|[ap]\.?m\.?|am|pm|uhr|kl|at|on|of|um|à|le|den|de|the|ago|vor|il|y|a|an|sedan|för|hours?|minutes?|mins?|hrs?|days?|h|min|stunden?|minuten|heures?|timmar|today|yesterday|now|just|gmt|utc|[ecmp][sd]?t|cet|cest|mez|mesz|bst|published|updated|last|posted|on|stand)$/iu;
const SEPARATOR = /[\s,|·•–—-]+/u;
const LONGEST = 140;

/** True for a line that is only a date or a time: `Tuesday, November 3, 2026`, `5:12 p.m. EST`, `3 hours ago`. */
export function isTimestamp(text: string): boolean {
  if (text.length > LONGEST || !/\d|\bago\b/u.test(text)) return false;
  const words = text.split(SEPARATOR).filter((word) => word !== "");
  const named = words.some(
    (word) =>
      isMonth(word) ||
      isWeekday(word) ||
      /\d[:.h/-]\d|^(?:ago|vor|sedan|hours?|minutes?)$|\d[ap]m/iu.test(word),
  );
  return (
    named &&
    words.every((word) => isMonth(word) || isWeekday(word) || TIME_WORD.test(word.replace(/[,;]$/, "")))
  );
}

/** True for a line that says when a page was published: `Published Nov. 3, 2026 at 5:12 p.m.`; not for a sentence that begins so. */
export function isLabeledTimestamp(text: string): boolean {
  const label = LABELED.exec(text);
  return label !== null && isTimestamp(text.slice(label[0].length));
}
