import { beforeAll, expect, it } from "vitest";
import type { Chip } from "../data/item";
import de from "../localize/de.json";
import en from "../localize/en.json";
import { loadLanguage } from "../localize/localize";
import { chipText } from "./chip-text";

const chip = (key: string, placeholders: Record<string, string>): Chip => ({
  kind: "price",
  key,
  placeholders,
  text: "its words",
  start: 0,
  end: 9,
});
const EVERY_WAY = ["on", "between", "from", "until"];
const KEYS = [
  ...["location", "category", "label", "vendor", "manufacturer", "low_stock", "unplaced"],
  ...["promoted", "archived", "warranty_active", "warranty_expired", "warranty_none"],
  ...["best_before_past", "quantity_none"],
  ...["online", "offline", "missing"].map((status) => `device_status_${status}`),
  ...["quantity", "price"].flatMap((kind) =>
    ["below", "above", "most", "least"].map((how) => `${kind}_${how}`),
  ),
  ...["warranty", "best_before", "added"].flatMap((kind) =>
    EVERY_WAY.map((how) => `${kind}_${how}`),
  ),
];

beforeAll(async () => {
  await loadLanguage("de");
});

it.each([
  ["price_above", { number: "1200", currency: "EUR" }, "en", "Over €1,200.00"],
  ["price_above", { number: "1200", currency: "EUR" }, "de", "Über 1.200,00 €"],
  ["warranty_until", { until: "2026-12-31" }, "en", "Warranty ends until Dec 31, 2026"],
  ["location", { name: "Garage" }, "de", "In Garage"],
])("says %s as it is said", (key, placeholders, language, text) => {
  expect(chipText(chip(key, placeholders), { language }, language).replace(/\s/g, " ")).toBe(text);
});

it("shows the words of what it has no text for", () => {
  expect(chipText(chip("colour", {}), { language: "en" }, "en")).toBe("its words");
});

it.each(KEYS)("has a text for %s", (key) => {
  expect(Object.keys(en)).toContain(`chip.${key}`);
  expect(Object.keys(de)).toContain(`chip.${key}`);
});
