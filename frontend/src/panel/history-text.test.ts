import { expect, it } from "vitest";
import { fakeHass } from "../../dev/fake-hass";
import { FakeInventory } from "../../dev/fake-inventory";
import type { Batch } from "../data/change";
import { describeActor, describeBatch } from "./history-text";

const setUp = () => {
  const inventory = new FakeInventory();
  const item = inventory.items[0]!;
  const hass = fakeHass(inventory);
  const last = (): Batch => inventory.history.list(item.id).batches[0]!;
  const sentences = () => describeBatch({ hass, item, home: "Maple Street" }, last());
  return { inventory, item, hass, last, sentences };
};

it("tells of a move", () => {
  const { inventory, item, sentences } = setUp();
  inventory.handle({ type: "item/move", item: item.id, to: "Maple Street / Attic / Box 7" });

  expect(sentences()).toEqual(["Moved 1 pc from Garage › Shelf 2 to Attic › Box 7"]);
});

it("tells what was put in and taken out", () => {
  const { inventory, item, sentences } = setUp();
  inventory.handle({ type: "item/adjust", item: item.id, by: 3 });
  expect(sentences()).toEqual(["Put 3 pcs in Garage › Shelf 2"]);

  inventory.handle({ type: "item/adjust", item: item.id, to: 0 });
  expect(sentences()).toEqual(["Took 4 pcs from Garage › Shelf 2"]);
});

it("tells which fields changed, and how if that is short", () => {
  const { inventory, item, sentences } = setUp();
  inventory.handle({
    type: "item/update",
    item: item.id,
    name: "Drill",
    vendor: null,
    notes: "Long\ntext",
    warranty_until: "2027-01-02",
  });

  expect(sentences()).toEqual([
    "Name changed from Cordless drill to Drill",
    "Vendor cleared",
    "Notes changed",
    expect.stringMatching(/^Warranty until changed from .* to Jan 2, 2027$/),
  ]);
});

it("tells which other names an item has been given", () => {
  const { inventory, item, sentences } = setUp();
  inventory.handle({ type: "item/update", item: item.id, aliases: ["Borer"] });
  expect(sentences()).toEqual(["Other names: Borer"]);

  inventory.handle({ type: "item/update", item: item.id, aliases: ["Borer", "the blue thing"] });
  expect(sentences()).toEqual(["Other names changed from Borer to Borer, the blue thing"]);
});

it("names who did it", () => {
  const { inventory, item, hass, last } = setUp();
  inventory.handle({ type: "item/remove", item: item.id });

  expect(describeActor(hass, last())).toBe("Alex");
  expect(describeActor(hass, { ...last(), user_id: null, source: "voice" })).toBe("by voice");
});
