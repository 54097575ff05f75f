import { describe, expect, it } from "vitest";
import { makeItem, makeLocation } from "../../dev/fake-data";
import type { Device, DeviceDetail, DeviceFields } from "./device";
import {
  withChanges,
  withDeviceFields,
  withFields,
  withMove,
  withParent,
  withPlaceFields,
} from "./guesses";
import type { StockEntry } from "./types.gen";

const ATTIC = { id: "attic", path: "Home / Attic" };

const at = (id: string, quantity: number): StockEntry => ({
  id,
  path: `Home / ${id}`,
  quantity,
  best_before: null,
  lot: null,
});

const places = (entries: readonly StockEntry[]): [string | null, number][] =>
  entries.map(({ id, quantity }) => [id, quantity]);

it("moves all, all from one place, or some of it", () => {
  const screws = { ...makeItem("Screws"), locations: [at("garage", 4), at("cellar", 6)] };

  expect(places(withMove(ATTIC)(screws).locations)).toEqual([
    ["attic", 4],
    ["attic", 6],
  ]);
  expect(places(withMove(ATTIC, { from: "cellar" })(screws).locations)).toEqual([
    ["garage", 4],
    ["attic", 6],
  ]);
  expect(places(withMove(ATTIC, { from: "cellar", quantity: 2 })(screws).locations)).toEqual([
    ["garage", 4],
    ["cellar", 4],
    ["attic", 2],
  ]);
});

it("shows categories by the paths that were typed", () => {
  const item = withFields({ name: "Saw", categories: ["Tools / Saws"] })(makeItem("Drill"));

  expect([item.name, item.categories]).toEqual([
    "Saw",
    [{ id: "Tools / Saws", path: "Tools / Saws" }],
  ]);
});

it("gives many what they are given and takes what is taken", () => {
  const item = { ...makeItem("Drill"), labels: ["red", "blue"] };
  const changed = withChanges({
    add_labels: ["green"],
    remove_labels: ["red"],
    add_categories: ["Tools"],
    fields: { vendor: "Hornbach" },
  })(item);

  expect(changed.labels).toEqual(["blue", "green"]);
  expect(changed.categories.map(({ path }) => path)).toEqual(["Tools"]);
  expect(changed.vendor).toBe("Hornbach");
});

it("renames a place and the end of its path", () => {
  const garage = makeLocation(makeLocation(undefined, "Home", "site"), "Garage", "room");
  const place = { ...garage, description: "cold" };
  const changed = withPlaceFields({ name: "Workshop", area: null })(place);

  expect([changed.name, changed.path, changed.description]).toEqual([
    "Workshop",
    "Home / Workshop",
    "cold",
  ]);
});

it("hangs a place into another one", () => {
  const garage = makeLocation(undefined, "Garage", "room");

  expect(withParent("home")(garage).parent_id).toBe("home");
});

describe("a device", () => {
  const device = { id: "lamp", name: "Hall lamp", model: "LCT015", location_id: null, path: null };
  const fact = (offered: string | null) => ({ origin: "user", locked: true, value: "x", offered });
  const detail = { device, facts: { name: fact("hue-3"), model: fact(null) } };
  const guess = (fields: DeviceFields, path?: string) =>
    withDeviceFields(detail as unknown as DeviceDetail, fields, path)(device as unknown as Device);

  it("is called as somebody says, and stands where it is said to stand", () => {
    expect(guess({ name: "Lamp", location: "hall" }, "Home / Hall")).toMatchObject({
      ...{ name: "Lamp", model: "LCT015", location_id: "hall", path: "Home / Hall" },
    });
  });

  it("is again what its sources say when a field is cleared", () => {
    expect(guess({ name: null, model: null })).toMatchObject({ name: "hue-3", model: null });
  });
});
