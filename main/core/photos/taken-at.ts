const EXIFTOOL_TIME =
  /^(?<date>\d{4}(?::\d{2}(?::\d{2})?)?)(?:[ T]?(?<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(?<offset>Z|[+-]\d{2}:?\d{2})?$/;
const LOCAL_PART = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?/;
const WITH_ZONE = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;
const ABSENT_DATE = /^0000|:00/;

/**
 * ISO 8601 from a time as ExifTool tells it: `2017:07:13 17:01:00+00:00` →
 * `2017-07-13T17:01:00+00:00`. A date may stop at the month or year, and the offset is given only
 * where the picture gives one. Empty where there is no date.
 */
export function readTime(date: string, time = ""): string {
  const found = EXIFTOOL_TIME.exec(time === "" ? date : `${date} ${time}`)?.groups;
  if (!found?.["date"] || ABSENT_DATE.test(found["date"])) return "";
  const day = found["date"].replaceAll(":", "-");
  return found["clock"] ? `${day}T${found["clock"]}${found["offset"] ?? ""}` : day;
}

/**
 * True where two times can both be right: the same clock as far as both tell it, or the same
 * moment told in two zones. IIM and EXIF often know no zone, so that alone is no disagreement.
 */
export function agreeOnTime(a: string, b: string): boolean {
  const [localA, localB] = [a, b].map((time) => LOCAL_PART.exec(time)?.[0] ?? "");
  if (localA === undefined || localB === undefined) return false;
  if (localA.startsWith(localB) || localB.startsWith(localA)) return true;
  return WITH_ZONE.test(a) && WITH_ZONE.test(b) && Date.parse(a) === Date.parse(b);
}
