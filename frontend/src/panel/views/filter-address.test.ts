import { expect, it } from "vitest";
import { fakeHass } from "../../../dev/fake-hass";
import { FakeInventory } from "../../../dev/fake-inventory";
import { fromSearch, toSearch, withNames } from "./filter-address";
import { NO_FILTER, type ItemFilter } from "./filter-state";

const EVERYTHING: ItemFilter = {
  text: "drills & bits, 50 % off in the café",
  kept: ["in the café", "50 %"],
  place: { id: "01PLACE", path: "…" },
  category: { id: "01CATEGORY", name: "…" },
  label: { id: "lent_out", name: "…" },
  manufacturer: { id: "Black + Decker", name: "Black + Decker" },
  deviceStatus: "offline",
  lowStock: true,
  archived: true,
  sort: "-created",
};

it("says everything in the address and reads it again", () => {
  expect(fromSearch(toSearch(EVERYTHING))).toEqual(EVERYTHING);
});

it("says nothing without a filter", () => {
  expect(toSearch({ ...NO_FILTER, text: "  ", kept: ["old"] })).toBe("");
  expect(fromSearch("")).toEqual(NO_FILTER);
});

it.each([
  "?sort=<script>",
  "?low_stock=yes",
  "?device_status=broken",
  "?unknown=1",
  "?%zz",
  "?location=",
])("takes no notice of %j", (search) => {
  expect(toSearch(fromSearch(search))).toBe("");
});

it("looks up what the address has only ids of", async () => {
  const inventory = new FakeInventory();
  const garage = inventory.locations.find(({ name }) => name === "Garage")!;
  const filter = fromSearch(`?location=${garage.id}&category=gone`);

  const named = await withNames(fakeHass(inventory), filter);

  expect(named.place).toEqual({ id: garage.id, path: garage.path });
  expect(named.category).toEqual({ id: "gone", name: "gone" });
});
