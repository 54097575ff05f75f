import { expect, it, vi } from "vitest";
import { fakeHass } from "../../dev/fake-hass";
import { FakeInventory } from "../../dev/fake-inventory";
import { describeError } from "./errors";

const hass = fakeHass(new FakeInventory());

it("says it in the words of the integration, fields by their labels", async () => {
  const error = {
    code: "required_value",
    translation_domain: "home_inventory",
    translation_key: "required_value",
    translation_placeholders: { field: "serial_number" },
  };
  expect(await describeError(hass, error)).toBe('required_value {"field":"Serial number"}');
});

it("falls back to the message, and to something", async () => {
  expect(await describeError(hass, { message: "Unknown command." })).toBe("Unknown command.");
  expect(await describeError(hass, undefined)).toBe("Something went wrong.");
});

it("knows when the connection is lost", async () => {
  expect(await describeError(hass, 3)).toBe("There is no connection to Home Assistant.");
});

it.each([
  ["Moon", "Nothing in the inventory is called Moon."],
  ["01M818ZRZYWKRT5YF1SHQGZQ53", "This is no longer in the inventory. It may have been deleted."],
])("names nothing similar to %s where there is nothing", async (reference, text) => {
  const error = {
    translation_key: "location_not_found",
    translation_placeholders: { reference, candidates: "-" },
  };
  expect(await describeError(hass, error)).toBe(text);
});

it("loads the texts once for all who ask at the same time, and again when that failed", async () => {
  const localize = vi.fn(() => "Say it shorter.");
  const load = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue(localize);
  const french = { ...hass, language: "fr", loadBackendTranslation: load };
  const error = { message: "Too long.", translation_key: "value_too_long" };

  await describeError(french, error);
  const both = await Promise.all([describeError(french, error), describeError(french, error)]);

  expect(both).toEqual(["Say it shorter.", "Say it shorter."]);
  expect(load).toHaveBeenCalledTimes(2);
});
