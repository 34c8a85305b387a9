import type { TypographyLocale } from "./choices.ts";
import { endsInAddress, isDigit, isSpace, isWord } from "./characters.ts";
import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from "./locales.ts";

const SCHEME = /(?:^|[^\p{L}])(?:https?|ftp|sftp|mailto|tel|sip|file|data)$/iu;

/** The no-break space that French sets before a mark: a thin one, and a whole one before a colon and within guillemets. */
export function frenchSpaceBefore(mark: string): string | null {
  if (/^[;!?]$/u.test(mark)) return NARROW_NO_BREAK_SPACE;
  return /^[:»]$/u.test(mark) ? NO_BREAK_SPACE : null;
}

/** True where a mark follows a word without a space, and French wants one between them. */
export function wantsFrenchSpace(before: string, mark: string): boolean {
  const last = before.slice(-1);
  const follows = isWord(last) || /[)\]}%°€$*.\u2032\u2033"'\u2019\u201D\u2026»]/u.test(last);
  if (!follows || endsInAddress(before)) return false;
  return mark !== ":" || !SCHEME.test(before);
}

/** Units as they stand in news copy, and the words that go with large numbers. */
const UNITS =
  "km|m|cm|mm|nm|µm|km²|m²|m³|km/h|m/s|kg|g|mg|µg|t|l|dl|cl|ml|hl|ha|°C|°F|°|K|%|‰|€|\\$|£|¥|kr|Kč|zł|CHF|EUR|USD|GBP|SEK" +
  "|W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|V|A|Hz|kHz|MHz|GHz|B|kB|KB|MB|GB|TB|bit|J|kJ|kcal|Pa|hPa|bar|dB|mph|mi|ft|yd|lb|lbs|oz|in";
const MORE_UNITS: Readonly<Record<TypographyLocale, string>> = {
  us: "a\\.m\\.|p\\.m\\.|million|billion|trillion",
  uk: "am|pm|p|million|billion|trillion|bn|mn|tn",
  french: "h|min|s|millions?|milliards?|francs?|euros?",
  german: "Uhr|Min\\.|Std\\.|Mio\\.|Mrd\\.|Millionen?|Milliarden?|Euro|Prozent",
  swedish: "tim|min|milj\\.|mdr|miljoner|miljarder|miljon|miljard|procent|kronor",
};

const UNIT_AT = new Map<TypographyLocale, RegExp>();

function unitAt(locale: TypographyLocale): RegExp {
  const known = UNIT_AT.get(locale);
  if (known) return known;
  const made = new RegExp(`^ (?:${UNITS}|${MORE_UNITS[locale]})(?![\\p{L}\\p{N}°²³])`, "u");
  UNIT_AT.set(locale, made);
  return made;
}

/** How long the space and the unit are that `rest` begins with behind a number; 0 where there is no such unit. */
export function unitLength(before: string, rest: string, locale: TypographyLocale): number {
  return isDigit(before.slice(-1)) ? (unitAt(locale).exec(rest)?.[0].length ?? 0) : 0;
}

/** The number of ordinary spaces that `rest` begins with. */
export function spacesAt(rest: string): number {
  return /^ */u.exec(rest)?.[0].length ?? 0;
}

/** True where the mark at the start of `text` takes no space before it in any of these locales. */
export function hugsWord(text: string, isFrench: boolean): boolean {
  if (/^[.](?! ?[.\u2026]|[\p{L}\p{N}])/u.test(text) || /^[,)\]}](?!\p{N})/u.test(text)) return true;
  // Not the eyes of :-) and :)
  return !isFrench && /^(?:[!?]+|[;:])(?:[\s"'\u2018-\u201E«»]|$)/u.test(text);
}

/** True for the end of a text or a space. */
export function isGap(character: string): boolean {
  return character === "" || isSpace(character);
}
