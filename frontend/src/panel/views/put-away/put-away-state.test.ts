import { describe, expect, it } from "vitest";
import { makeItem, makeLocation } from "../../../../dev/fake-data";
import type { Item } from "../../../data/item";
import { nextFreeSlot, partsOf, slotOf, undoable, withNew, withUndone } from "./put-away-state";

const at = (id: string | null, quantity: number) => ({
  id,
  path: id,
  quantity,
  best_before: null,
  lot: null,
});
const itemAt = (...locations: Item["locations"]): Item => ({
  ...makeItem("Screws"),
  locations,
  quantity: locations.reduce((sum, { quantity }) => sum + quantity, 0),
});
const quantities = (item: Item) =>
  partsOf(item, "box").map(({ from, quantity }) => [from?.id, quantity]);

describe("what of an item goes into a box", () => {
  it("is all of it when it is at one place", () => {
    expect(quantities(itemAt(at("shelf", 4)))).toEqual([[undefined, 4]]);
    expect(quantities(itemAt(at(null, 1)))).toEqual([[undefined, 1]]);
  });

  it("is asked when it is at several places", () => {
    expect(quantities(itemAt(at("shelf", 4), at("cellar", 2)))).toEqual([
      [undefined, 6],
      ["shelf", 4],
      ["cellar", 2],
    ]);
  });

  it("counts the lots of one place together", () => {
    expect(quantities(itemAt(at("shelf", 4), at("shelf", 1), at("cellar", 2)))).toEqual([
      [undefined, 7],
      ["shelf", 5],
      ["cellar", 2],
    ]);
  });

  it("is the rest when some of it is in the box already", () => {
    expect(quantities(itemAt(at("box", 4), at("shelf", 2)))).toEqual([["shelf", 2]]);
  });
});

describe("the slots of a box", () => {
  const slots = ["1", "2", "3"].map((name) => makeLocation(undefined, name, "slot"));
  slots[1]!.item_count = 1;

  it("are filled one after the other, past those that are taken", () => {
    expect(nextFreeSlot(slots)?.name).toBe("1");
    expect(nextFreeSlot(slots, slots[0])?.name).toBe("3");
    expect(nextFreeSlot(slots, slots[2])?.name).toBe("1");
  });

  it("are chosen by their number, which a barcode is not", () => {
    expect(slotOf(slots, "02")?.name).toBe("2");
    expect(slotOf(slots, "4006381333931")).toBeUndefined();
  });
});

it("can be taken back one by one, the newest first", () => {
  const entry = (batch: string) => ({ batch, item: "i", name: "n", place: "p", undone: false });
  const list = withUndone(withNew(withNew([], entry("one")), entry("two")), "one");
  expect(undoable(withNew(list, entry("three"))).map(({ batch }) => batch)).toEqual([
    "three",
    "two",
  ]);
});
