/** A word for one of something, and for any other number of it. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** How a language writes what is no word: numbers, times, lists, quotations. */
export interface Forms {
  /** A whole number with its thousands apart: `1,204`. */
  readonly figure: (count: number) => string;
  /** A number with that many places behind the point: `2.1`. */
  readonly decimal: (value: number, places: number) => string;
  /** A number and its noun, in the plural that the number wants: `1 word`, `1,204 words`. */
  readonly counted: (count: number, noun: Counted) => string;
  /** Only the noun, in the plural that the number wants. */
  readonly nounFor: (count: number, noun: Counted) => string;
  /** A time of day of this machine's clock, to the minute: `14:02`. Times are milliseconds since 1970. */
  readonly clock: (atMs: number) => string;
  /** The same to the second: `14:02:11`. */
  readonly clockToSecond: (atMs: number) => string;
  /** A day without its year: `22 Nov`. */
  readonly day: (atMs: number) => string;
  /** A day with its weekday, and its year where `withYear` is set: `Sunday 22 November 2026`. */
  readonly longDay: (atMs: number, withYear: boolean) => string;
  /** A moment as a desk says it: the clock for today, with the date before it for any other day. */
  readonly dayAndTime: (atMs: number, nowMs: number) => string;
  /** The same within a sentence: `at 14:02`, `on 22 Nov 14:02`. */
  readonly when: (atMs: number, nowMs: number) => string;
  /** A day and a time in full, in figures. */
  readonly moment: (atMs: number) => string;
  /** `a, b and c`. */
  readonly all: (items: readonly string[]) => string;
  /** `a, b or c`. */
  readonly either: (items: readonly string[]) => string;
  /** A name or a text in the quotation marks of the language. */
  readonly quoted: (text: string) => string;
}

interface FormChoices {
  /** For numbers and plurals (BCP 47). */
  readonly numbers: string;
  /** For days and times. */
  readonly times: string;
  readonly quotes: readonly [open: string, close: string];
  /** A day and a time of it beside each other, and each of the two within a sentence. */
  readonly dayTime: (day: string, clock: string) => string;
  readonly whenToday: (clock: string) => string;
  readonly whenOn: (day: string, clock: string) => string;
  /** The words before the last item of a list. */
  readonly and: string;
  readonly or: string;
}

/** Makes a thing when it is first needed: an `Intl` formatter takes longer than all that a start has time for. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

function listed(items: readonly string[], word: string): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  const before = items.slice(0, -1);
  return before.length === 0 ? last : `${before.join(", ")} ${word} ${last}`;
}

function isToday(atMs: number, nowMs: number): boolean {
  return new Date(atMs).toDateString() === new Date(nowMs).toDateString();
}

/** The forms of a language. */
export function formsOf(choices: FormChoices): Forms {
  const { numbers, times, quotes, and, or } = choices;
  const [open, close] = quotes;
  const figures = once(() => new Intl.NumberFormat(numbers));
  const plurals = once(() => new Intl.PluralRules(numbers));
  const dated = (options: Intl.DateTimeFormatOptions): ((atMs: number) => string) => {
    const format = once(() => new Intl.DateTimeFormat(times, options));
    return (atMs) => format().format(atMs);
  };
  const whole = { weekday: "long", day: "numeric", month: "long" } as const;
  const [longDay, longDayOfYear] = [dated(whole), dated({ ...whole, year: "numeric" })];
  const figure = (count: number): string => figures().format(count);
  const nounFor = (count: number, { one, other }: Counted): string =>
    plurals().select(count) === "one" ? one : other;
  const clock = dated({ hour: "2-digit", minute: "2-digit" });
  const day = dated({ day: "numeric", month: "short" });
  return {
    figure,
    nounFor,
    clock,
    day,
    dayAndTime: (atMs, nowMs) =>
      isToday(atMs, nowMs) ? clock(atMs) : choices.dayTime(day(atMs), clock(atMs)),
    when: (atMs, nowMs) =>
      isToday(atMs, nowMs) ? choices.whenToday(clock(atMs)) : choices.whenOn(day(atMs), clock(atMs)),
    counted: (count, noun) => `${figure(count)} ${nounFor(count, noun)}`,
    decimal: (value, places) =>
      value.toLocaleString(numbers, { minimumFractionDigits: places, maximumFractionDigits: places }),
    clockToSecond: dated({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    longDay: (atMs, withYear) => (withYear ? longDayOfYear : longDay)(atMs),
    moment: dated({
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    }),
    all: (items) => listed(items, and),
    either: (items) => listed(items, or),
    quoted: (text) => `${open}${text}${close}`,
  };
}
