/**
 * Where texts come from. Here it is whole languages, which is what tests and the development page take.
 *
 * A release has another module in this place, with the same names: the build cuts the texts into parts that come with
 * the code that asks for them (see build-texts.mjs).
 */
import en from "./en.json";

export type Dictionary = Readonly<Record<string, string>>;

/** The English texts that are there without being fetched. */
export const ENGLISH: Dictionary = en;

const languages: Record<string, () => Promise<{ default: Dictionary }>> = {
  de: () => import("./de.json"),
  es: () => import("./es.json"),
  fr: () => import("./fr.json"),
  it: () => import("./it.json"),
  nl: () => import("./nl.json"),
};

/** Fetch a part of a language; nothing for a language that we do not have, and where nothing has to be fetched. */
export const fetchTexts = (language: string, part: string): Promise<Dictionary> | undefined =>
  part === "base" ? languages[language]?.().then((texts) => texts.default) : undefined;
