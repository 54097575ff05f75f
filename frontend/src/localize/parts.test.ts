import { beforeEach, describe, expect, it, vi } from "vitest";

type Answer = (language: string, part: string) => Promise<Record<string, string>> | undefined;

/** The loader as a release has it: English in the code, everything else on the wire, which may be slow or away. */
const released = async (fetchTexts: Answer) => {
  vi.resetModules();
  vi.doMock("./texts", () => ({ ENGLISH: { "action.undo": "Undo" }, fetchTexts }));
  return import("./localize");
};

const GERMAN: Record<string, Record<string, string>> = {
  base: { "action.undo": "Rückgängig" },
  dialogs: { "action.save": "Speichern" },
  all: { "action.undo": "Rückgängig", "action.save": "Speichern", "action.edit": "Bearbeiten" },
};
const ENGLISH = { "action.undo": "Undo", "action.save": "Save", "action.edit": "Edit" };

const answers = vi.fn<Answer>();

beforeEach(() => {
  answers.mockReset();
  answers.mockImplementation((language, part) => {
    if (language === "de") return Promise.resolve(GERMAN[part] ?? {});
    return part === "all" ? Promise.resolve(ENGLISH) : undefined;
  });
});

describe("parts of the texts", () => {
  it("come with the code that needs them", async () => {
    const { loadLanguage, translate, withTexts } = await released(answers);
    await loadLanguage("de-CH");
    expect(await withTexts("dialogs", Promise.resolve("the dialog"))).toBe("the dialog");
    expect(translate("de-CH", "action.save")).toBe("Speichern");
    expect(answers.mock.calls).toEqual([
      ["de", "base"],
      ["de", "dialogs"],
    ]);
  });

  it("cost English readers nothing", async () => {
    const { loadLanguage, withTexts } = await released(answers);
    expect(loadLanguage("en-GB")).toBeUndefined();
    await withTexts("dialogs", Promise.resolve());
    expect(loadLanguage("en-GB")).toBeUndefined();
  });

  it("are fetched for a language that is chosen later", async () => {
    const { addTexts, loadLanguage, translate, withTexts } = await released(answers);
    addTexts("en", { "action.save": "Save" });
    await withTexts("dialogs", Promise.resolve());
    await loadLanguage("de");
    expect(translate("de", "action.save")).toBe("Speichern");
  });

  it("are English while they can't be had, and are asked for again with the next code", async () => {
    answers.mockImplementation(() => Promise.reject(new Error("offline")));
    const { loadLanguage, translate, withTexts } = await released(answers);
    await loadLanguage("de");
    expect(translate("de", "action.undo")).toBe("Undo");
    expect(loadLanguage("de")).toBeUndefined();
    answers.mockImplementation((_, part) => Promise.resolve(GERMAN[part] ?? {}));
    await withTexts("dialogs", Promise.resolve());
    expect(translate("de", "action.undo")).toBe("Rückgängig");
  });

  it("are all fetched for a text that is in none of them: its key is never shown", async () => {
    const { loadLanguage, onTexts, translate } = await released(answers);
    await loadLanguage("de");
    const written = vi.fn();
    onTexts(written);
    expect(translate("de", "action.edit")).toBe("");
    await vi.waitFor(() => expect(written).toHaveBeenCalled());
    expect(translate("de", "action.edit")).toBe("Bearbeiten");
  });
});
