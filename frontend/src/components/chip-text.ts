import type { Chip } from "../data/item";
import type { Locale } from "../ha/types";
import { translate, translateIfKnown, type TranslationKey } from "../localize/localize";
import { formatDay, formatMoney, formatNumber } from "../utils/format";

/** Say what a part of a question narrows by, in the user's language and way of writing. */
export const chipText = (chip: Chip, locale: Locale, language: string): string => {
  const { number, currency, from, until } = chip.placeholders;
  const values: Record<string, string> = { ...chip.placeholders };
  if (number !== undefined) {
    values.number =
      currency === undefined
        ? formatNumber(Number(number), locale)
        : formatMoney(Number(number), currency, locale);
  }
  if (from !== undefined) values.from = formatDay(from, locale);
  if (until !== undefined) values.until = formatDay(until, locale);
  const key = `chip.${chip.key}`;
  return translateIfKnown(language, key)
    ? translate(language, key as TranslationKey, values)
    : chip.text;
};
