/** How the user wants numbers and dates written (a part of Home Assistant's locale). */
interface FormatLocale {
  language: string;
  number_format?: string;
  time_format?: string;
}

const NUMBER_LANGUAGES: Record<string, string> = {
  comma_decimal: "en-US",
  decimal_comma: "de",
  space_comma: "fr",
  quote_decimal: "de-CH",
};

const numberLanguage = (locale: FormatLocale): string | undefined =>
  locale.number_format === "system"
    ? undefined
    : (NUMBER_LANGUAGES[locale.number_format ?? ""] ?? locale.language);

/** Write a number, with as many decimals as it has (at most three). */
export const formatNumber = (value: number, locale: FormatLocale): string =>
  new Intl.NumberFormat(numberLanguage(locale), {
    maximumFractionDigits: 3,
    useGrouping: locale.number_format !== "none",
  }).format(value);

/** Write a number of percent as people do: "80%" or "80 %". */
export const formatPercent = (percent: number, locale: FormatLocale): string =>
  new Intl.NumberFormat(numberLanguage(locale), { style: "percent" }).format(percent / 100);

/** Write an amount of money; an unknown currency is written after the number. */
export const formatMoney = (
  value: number,
  currency: string | null,
  locale: FormatLocale,
): string => {
  try {
    const style = currency ? ({ style: "currency", currency } as const) : {};
    return new Intl.NumberFormat(numberLanguage(locale), {
      ...style,
      minimumFractionDigits: 2,
    }).format(value);
  } catch {
    return `${formatNumber(value, locale)} ${currency}`;
  }
};

/** Write a day (`2026-11-21`) without moving it through a time zone. */
export const formatDay = (day: string, locale: FormatLocale): string => {
  const date = parseDay(day);
  return date
    ? new Intl.DateTimeFormat(locale.language, { dateStyle: "medium" }).format(date)
    : day;
};

/** Write a moment in the user's own time. */
export const formatMoment = (moment: string, locale: FormatLocale): string => {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const hour12 = { "12": true, "24": false }[locale.time_format ?? ""];
  return new Intl.DateTimeFormat(locale.language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    ...(hour12 === undefined ? {} : { hour12 }),
  }).format(date);
};

/** Read a day as midnight of the user's own time. */
export const parseDay = (day: string): Date | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match ? new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
};

const DAY_MS = 86_400_000;

/** Whole days from today until a day; negative when it has passed. */
export const daysUntil = (day: string, today: Date = new Date()): number | undefined => {
  const date = parseDay(day);
  if (!date) return undefined;
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((date.getTime() - midnight.getTime()) / DAY_MS);
};

/** Write the hour and minute of a moment. */
export const formatTime = (moment: string, locale: FormatLocale): string => {
  const hour12 = { "12": true, "24": false }[locale.time_format ?? ""];
  return new Intl.DateTimeFormat(locale.language, {
    hour: "2-digit",
    minute: "2-digit",
    ...(hour12 === undefined ? {} : { hour12 }),
  }).format(new Date(moment));
};

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/** Write how big a file is: "1.4 MB". */
export const formatBytes = (bytes: number, locale: FormatLocale): string => {
  const level = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), 4);
  return new Intl.NumberFormat(numberLanguage(locale), {
    style: "unit",
    unit: BYTE_UNITS[level],
    unitDisplay: level === 0 ? "long" : "short",
    maximumFractionDigits: level < 2 ? 0 : 1,
  }).format(bytes / 1000 ** level);
};

const AGES: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** Write how long ago a moment was: "2 hours ago", "yesterday"; "now" within a minute. */
export const formatAge = (moment: string, locale: FormatLocale, now: Date = new Date()): string => {
  const seconds = Math.max(0, (now.getTime() - new Date(moment).getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(locale.language, { numeric: "auto" });
  const [unit, length] = AGES.find(([, length]) => seconds >= length) ?? ["second", Infinity];
  return words.format(-Math.floor(seconds / length), unit);
};

/** Write a month with its year, by any of its days: "November 2026". */
export const formatMonth = (day: string, locale: FormatLocale): string => {
  const date = parseDay(day);
  return date
    ? new Intl.DateTimeFormat(locale.language, { month: "long", year: "numeric" }).format(date)
    : day;
};

const LONG_MONTH = 60;
const DAYS_OF_MONTH = 30.44;

/** Write how far a day is from today: "in 17 days", "tomorrow", "3 days ago", "in 5 months". */
export const formatDaysFromNow = (days: number, locale: FormatLocale): string => {
  const words = new Intl.RelativeTimeFormat(locale.language, { numeric: "auto" });
  if (Math.abs(days) < LONG_MONTH) return words.format(days, "day");
  return words.format(Math.round(days / DAYS_OF_MONTH), "month");
};
