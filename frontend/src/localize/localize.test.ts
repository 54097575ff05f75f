import { describe, expect, it } from "vitest";
import de from "./de.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import italian from "./it.json";
import nl from "./nl.json";
import { loadLanguage, translate } from "./localize";

const LANGUAGES = Object.entries({ de, es, fr, it: italian, nl });

const placeholdersOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("texts", () => {
  it.each(LANGUAGES)("are all there in %s", (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    expect(Object.values(texts)).not.toContain("");
  });

  it.each(LANGUAGES)("have the same placeholders in %s", (_, texts) => {
    const placeholders = Object.entries(texts).map(([key, text]) => [key, placeholdersOf(text)]);
    const english = Object.entries(en).map(([key, text]) => [key, placeholdersOf(text)]);
    expect(Object.fromEntries(placeholders)).toEqual(Object.fromEntries(english));
  });

  it("are English until the language is loaded, and then in that language", async () => {
    expect(translate("de-AT", "action.undo")).toBe("Undo");
    await loadLanguage("de-AT");
    expect(translate("de-AT", "action.undo")).toBe("Rückgängig");
  });

  it("are English in a language that we do not have", () => {
    expect(loadLanguage("tlh")).toBeUndefined();
    expect(translate("tlh", "action.undo")).toBe("Undo");
  });

  it.each(["de", "es", "fr", "it", "nl"])("can be loaded in %s", async (language) => {
    await loadLanguage(language);
    expect(translate(language, "items.search")).not.toBe(translate("en", "items.search"));
  });

  it("know one from many", () => {
    expect(translate("en", "items.count", { count: 1 })).toBe("1 item");
    expect(translate("en", "items.count", { count: 0 })).toBe("0 items");
  });
});
