import { expect, it } from "vitest";
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
