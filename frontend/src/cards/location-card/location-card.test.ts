import { afterEach, expect, it } from "vitest";
import { makeItem, makeLocation } from "../../../dev/fake-data";
import { FakeInventory } from "../../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf, type } from "../../../dev/mount";
import "./location-card";
import type { LocationCard } from "./location-card";

const setUp = async (config: object, inventory = new FakeInventory()) => {
  const { element } = await mount<LocationCard>("home-inventory-location-card-body", {}, inventory);
  element.setConfig({ type: "custom:home-inventory-location-card", ...config });
  await settle();
  return { root: element.renderRoot as ShadowRoot, inventory };
};

/** A box with three slots, the first in the middle of them taken. */
const withSlots = () => {
  const inventory = new FakeInventory();
  const toolbox = inventory.locations.find(({ name }) => name === "Toolbox")!;
  const slots = ["10", "2", "1"].map((name) => makeLocation(toolbox, name, "slot"));
  inventory.locations.push(...slots);
  const screws = makeItem("Screws");
  const { id, path } = slots[1]!;
  screws.locations = [{ id, path, quantity: 50, best_before: null, lot: null }];
  inventory.items.push(screws);
  return inventory;
};

afterEach(() => document.body.replaceChildren());

it("shows what is in a place, how much of it, and where inside", async () => {
  const { root } = await setUp({ location: "Garage", results: 100 });

  const hammer = findAll(root, "item-row").find((row) => textOf(row).includes("Hammer"));

  expect(textOf(find(root, "location-name"))).toBe("Garage");
  expect(textOf(hammer)).toBe("Hammer Toolbox, Shelf 2 1 pc");
  expect(findAll(root, "child-location").map(textOf)).toEqual(["Shelf 1", "Shelf 2"]);
});

it("shows only what is right here when it is told so", async () => {
  const { root } = await setUp({ location: "Shelf 2", inside: false, results: 100 });

  const names = findAll(root, "item-row").map(textOf).join();

  expect(names).toContain("Cordless drill");
  expect(names).not.toContain("Hammer");
});

it("shows as many as it is told, and how many more there are", async () => {
  const { root, inventory } = await setUp({ location: "Garage", results: 2 });

  const total = inventory.items.filter(({ locations }) => locations[0]?.path?.includes("Garage"));

  expect(findAll(root, "item-row")).toHaveLength(2);
  expect(textOf(find(root, "more"))).toBe(`${total.length - 2} more`);
});

it("shows the slots of a box in their order, and what is in them", async () => {
  const { root } = await setUp({ location: "Toolbox" }, withSlots());

  expect(findAll(root, "slot").map(textOf)).toEqual(["1 Empty", "2 Screws", "10 Empty"]);
  expect(findAll(root, "item-row").map(textOf).join()).not.toContain("Screws");
});

it("adds something here, and shows it at once", async () => {
  const { root, inventory } = await setUp({ location: "Shed", results: 100 });
  type(find<HTMLInputElement>(root, "name")!, "Aardvark trap");

  find(root, "add")!.click();
  await settle(300);

  expect(inventory.items.at(-1)).toMatchObject({ name: "Aardvark trap" });
  expect(textOf(findAll(root, "item-row")[0])).toContain("Aardvark trap");
  expect(textOf(find(document.body, "toast"))).toContain("Added Aardvark trap to Shed");
});

it("follows what happens elsewhere", async () => {
  const { root, inventory } = await setUp({ location: "Shed", results: 100 });
  const axe = inventory.items.find(({ name }) => name === "Axe")!;

  inventory.handle({ type: "item/adjust", item: axe.id, by: 4 });
  await settle(300);

  const row = findAll(root, "item-row").find((one) => one.dataset.itemId === axe.id);
  expect(textOf(row)).toContain("5");
});

it("says what to do without a place, and what is wrong with one that is not there", async () => {
  const { root } = await setUp({});
  expect(root.textContent).toContain("Choose a place in the settings of this card.");

  const other = await setUp({ location: "Nowhere" });
  expect(textOf(find(other.root, "error"))).toContain(
    "Nothing in the inventory is called Nowhere.",
  );
  expect(other.root.textContent).toContain("Choose a place in the settings of this card.");
});

it("offers nothing to add to somebody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;

  const { root } = await setUp({ location: "Shed" }, inventory);

  expect(find(root, "add")).toBeUndefined();
});
