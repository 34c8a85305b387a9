function two(part: number): string {
  return String(part).padStart(2, "0");
}

function localDay(time: Date): string {
  return `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** A time (ISO 8601 UTC) as InCopy writes it: that of this computer's clock, without a zone. */
export function localTime(at: string): string {
  const time = new Date(at);
  return `${localDay(time)}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

/** The same for people: `2026-11-22 10:14`. */
export function localTimeInWords(at: string): string {
  return localTime(at).slice(0, 16).replace("T", " ");
}
