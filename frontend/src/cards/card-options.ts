import type { LovelaceCardConfig } from "../ha/lovelace";
import { translate, type TranslationKey } from "../localize/localize";
import { appLanguage } from "./app-language";

/** What an option of a card holds: a text, a number, true or false, or a list of texts. */
export type OptionKind = "text" | "number" | "switch" | "list";

export type CardOptions = Readonly<Record<string, OptionKind>>;

const FITS: Record<OptionKind, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isFinite(Number(value)) && typeof value !== "boolean",
  switch: (value) => typeof value === "boolean",
  list: (value) => Array.isArray(value) && value.every((entry) => typeof entry === "string"),
};

/** Fail with what to write instead when an option holds what it can't; options of others are left alone. */
export const assertOptions = (options: CardOptions, config: LovelaceCardConfig): void => {
  const values = Object.entries(config) as [string, unknown][];
  for (const [name, value] of values) {
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!kind || value === undefined || value === null || FITS[kind](value)) continue;
    const option = translate(appLanguage(), `card.option.${name}` as TranslationKey);
    throw new Error(translate(appLanguage(), `card.wrong.${kind}`, { option, name }));
  }
};

/** Read a whole number of a configuration: within bounds, whatever stands there. */
export const wholeNumber = (
  value: unknown,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number => {
  const number = Math.trunc(Number(value ?? otherwise));
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : otherwise;
};
