import en from "./en.json";

type Dictionary = Record<string, string>;
type SourceKey = keyof typeof en;
type WithoutPlural<Key> = Key extends `${infer Base}_one`
  ? Base
  : Key extends `${infer Base}_other`
    ? Base
    : Key;

/** A key of en.json; `x_one` and `x_other` are asked for as `x` with a `count`. */
export type TranslationKey = WithoutPlural<SourceKey>;
export type Placeholders = Record<string, string | number>;

const dictionaries = new Map<string, Dictionary>([["en", en]]);

const loaders: Record<string, () => Promise<{ default: Dictionary }>> = {
  de: () => import("./de.json"),
  es: () => import("./es.json"),
  fr: () => import("./fr.json"),
  it: () => import("./it.json"),
  nl: () => import("./nl.json"),
};

const baseOf = (language: string): string => language.split("-")[0] ?? language;

/** Make a language ready; true when it was not ready before, so that texts have to be written again. */
export const loadLanguage = async (language: string): Promise<boolean> => {
  const base = baseOf(language);
  const load = loaders[base];
  if (dictionaries.has(base) || !load) return false;
  try {
    dictionaries.set(base, (await load()).default);
    return true;
  } catch {
    return false; // English is better than nothing
  }
};

const pluralRules = new Map<string, Intl.PluralRules>();

const pluralOf = (language: string, count: number): string => {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(language)));
  return rules.select(count);
};

const lookUp = (language: string, key: string, count?: number): string | undefined => {
  const dictionary = dictionaries.get(language);
  if (!dictionary) return undefined;
  if (count === undefined) return dictionary[key];
  return (
    dictionary[`${key}_${pluralOf(language, count)}`] ??
    dictionary[`${key}_other`] ??
    dictionary[key]
  );
};

/** Return a text in a language, or in English until that language is there. */
export const translate = (
  language: string,
  key: TranslationKey,
  values: Placeholders = {},
): string => {
  const count = typeof values.count === "number" ? values.count : undefined;
  const text = lookUp(baseOf(language), key, count) ?? lookUp("en", key, count) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
};

/** Return the text of a key that is put together at run time, if there is one. */
export const translateIfKnown = (language: string, key: string): string | undefined =>
  lookUp(baseOf(language), key) ?? lookUp("en", key);
