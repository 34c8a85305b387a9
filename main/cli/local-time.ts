const LOCAL = /^(?:(\d{4})-(\d{2})-(\d{2})[T ])?(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a time as a person or a program writes it, as ISO 8601 UTC: with a zone
 * (`2026-11-22T18:30:00Z`), on this machine's clock (`2026-11-22 18:30`), or today (`18:30`).
 * Null where it is no time, or a day or an hour that does not exist.
 */
export function readTime(text: string, now: Date): string | null {
  if (WITH_ZONE.test(text)) {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
  }
  const parts = LOCAL.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  const asked = [
    year ?? now.getFullYear(),
    (month ?? now.getMonth() + 1) - 1,
    day ?? now.getDate(),
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
  ] as const;
  const time = new Date(...asked);
  const kept = [
    time.getFullYear(),
    time.getMonth(),
    time.getDate(),
    time.getHours(),
    time.getMinutes(),
    time.getSeconds(),
  ];
  return kept.every((part, index) => part === asked[index]) ? time.toISOString() : null;
}
