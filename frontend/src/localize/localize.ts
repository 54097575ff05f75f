import type en from "./en.json";
import { ENGLISH, fetchTexts, type Dictionary } from "./texts";

type SourceKey = keyof typeof en;
type WithoutPlural<Key> = Key extends `${infer Base}_one`
  ? Base
  : Key extends `${infer Base}_other`
    ? Base
    : Key;

/** A key of en.json; `x_one` and `x_other` are asked for as `x` with a `count`. */
export type TranslationKey = WithoutPlural<SourceKey>;
export type Placeholders = Record<string, string | number>;

/** The part that comes with the first code, and the one that holds all texts. */
const [BASE, ALL] = ["base", "all"];

const dictionaries = new Map<string, Dictionary>([["en", ENGLISH]]);
const languages = new Set<string>();
const parts = new Set([BASE]);

/** What was asked for, as "de/base"; what could not be had is asked for again with the next code. */
const asked = new Set<string>();
const failed = new Set<string>();
const pending = new Set<Promise<void>>();
const listeners = new Set<() => void>();

const baseOf = (language: string): string => language.split("-")[0] ?? language;

/** Add texts to those of a language: English ones come along with the code. */
export const addTexts = (language: string, texts: Dictionary): void => {
  dictionaries.set(language, { ...dictionaries.get(language), ...texts });
};

/** Call somebody whenever texts have come, so that they are written again; returns what ends it. */
export const onTexts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const load = (language: string, part: string): void => {
  const name = `${language}/${part}`;
  if (asked.has(name)) return;
  asked.add(name);
  const loading = fetchTexts(language, part)
    ?.then(
      (texts) => {
        addTexts(language, texts);
        for (const listener of listeners) listener();
      },
      () => void failed.add(name), // English is better than nothing
    )
    .finally(() => pending.delete(loading!));
  if (loading) pending.add(loading);
};

/** Make a language ready; nothing when it is, else what ends when all that is on its way has come or can't be had. */
export const loadLanguage = (language: string): Promise<void> | undefined => {
  languages.add(baseOf(language));
  for (const part of parts) load(baseOf(language), part);
  return pending.size > 0 ? Promise.all(pending).then(() => undefined) : undefined;
};

/** Wait for code and, at the same time, for the texts that go with it. The build writes the calls of this. */
export const withTexts = async <Code>(part: string, code: Promise<Code>): Promise<Code> => {
  parts.add(part);
  for (const name of failed) asked.delete(name);
  failed.clear();
  await Promise.all([code, ...[...languages].map((language) => loadLanguage(language))]);
  return code;
};

/** Fetch all texts: for a key that the build has not seen anybody ask for. */
const loadAll = (): void => {
  parts.add(ALL);
  for (const language of ["en", ...languages]) load(language, ALL);
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

/** Return a text in a language, or in English until that language is there; never the key itself. */
export const translate = (
  language: string,
  key: TranslationKey,
  values: Placeholders = {},
): string => {
  const count = typeof values.count === "number" ? values.count : undefined;
  const text = lookUp(baseOf(language), key, count) ?? lookUp("en", key, count);
  if (text === undefined) loadAll();
  return (text ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
};

/** Return the text of a key that is put together at run time, if there is one. */
export const translateIfKnown = (language: string, key: string): string | undefined =>
  lookUp(baseOf(language), key) ?? lookUp("en", key);
