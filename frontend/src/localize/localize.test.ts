import { describe, expect, it } from "vitest";
import de from "./de.json";
import en from "./en.json";
import { loadLanguage, translate } from "./localize";

const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe("texts", () => {
  it("are there in every language", () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same placeholders in every language", () => {
    const german = Object.values(de).map((text) => placeholdersOf(text).sort());
    expect(german).toEqual(Object.values(en).map((text) => placeholdersOf(text).sort()));
  });

  it("are English until the language is loaded, and then in that language", async () => {
    expect(translate("de-AT", "action.undo")).toBe("Undo");
    expect(await loadLanguage("de-AT")).toBe(true);
    expect(translate("de-AT", "action.undo")).toBe("Rückgängig");
  });

  it("are English in a language that we do not have", async () => {
    expect(await loadLanguage("tlh")).toBe(false);
    expect(translate("tlh", "action.undo")).toBe("Undo");
  });

  it("know one from many", () => {
    expect(translate("en", "items.count", { count: 1 })).toBe("1 item");
    expect(translate("en", "items.count", { count: 0 })).toBe("0 items");
  });
});
