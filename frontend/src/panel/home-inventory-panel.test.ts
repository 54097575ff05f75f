import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf, type } from "../../dev/mount";
import "./home-inventory-panel";
import type { HomeInventoryPanel } from "./home-inventory-panel";

const open = async (path: string, inventory = new FakeInventory()) => {
  const route = { prefix: "/home-inventory", path };
  const properties = { route, narrow: true };
  const { element } = await mount<HomeInventoryPanel>(
    "home-inventory-panel",
    properties,
    inventory,
  );
  const root = element.renderRoot as ShadowRoot;
  // Pages are loaded when they are asked for.
  for (let waited = 0; root.querySelector("main .state") && waited < 100; waited += 1)
    await settle();
  await settle(50);
  return { element, root, inventory };
};

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("lists the first fifty items and says how many there are", async () => {
  const { root } = await open("/items");

  expect(findAll(root, "item-row")).toHaveLength(50);
  expect(textOf(find(root, "total"))).toBe("128 items");
});

it("finds items by what is typed", async () => {
  const { root } = await open("/items");

  type(find<HTMLInputElement>(root, "search")!, "batteries");
  await settle(300);

  expect(findAll(root, "item-row")).toHaveLength(1);
  expect(textOf(find(root, "total"))).toBe("1 item");
});

it("shows an item that is added somewhere else, without a reload", async () => {
  const { root, inventory } = await open("/items");

  inventory.handle({ type: "item/add", name: "Aardvark", location: "Cabin" });
  await settle(300);

  expect(textOf(findAll(root, "item-row")[1])).toContain("Aardvark");
});

it("shows an item with where it is and what happened to it", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items[0]!;
  inventory.handle({ type: "item/adjust", item: drill.id, by: 1 });
  const { root } = await open(`/items/${drill.id}`, inventory);

  expect(textOf(find(root, "item-name"))).toBe("Cordless drill");
  expect(textOf(find(root, "item-location"))).toContain("Garage › Shelf 2");
  expect(textOf(find(root, "history-entry"))).toContain("Put 1 pc in Garage › Shelf 2");
});

it("takes back a change from the history", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items[0]!;
  inventory.handle({ type: "item/adjust", item: drill.id, by: 1 });
  const { root } = await open(`/items/${drill.id}`, inventory);

  find(root, "undo-change")!.click();
  await settle(300);

  expect(drill.quantity).toBe(1);
  expect(findAll(root, "history-entry")).toHaveLength(2);
});

it("says so when there is no such item", async () => {
  const { root } = await open("/items/unknown");

  expect(textOf(find(root, "load-error"))).toContain("Nothing in the inventory is called unknown.");
});

it("shows the tree of places and what is in one", async () => {
  const tree = await open("/locations");
  await vi.waitFor(() => expect(findAll(tree.root, "location-row").length).toBeGreaterThan(4));

  const shed = tree.inventory.locations.find(({ name }) => name === "Shed")!;
  const { root } = await open(`/locations/${shed.id}`, tree.inventory);
  expect(textOf(find(root, "location-name"))).toBe("Shed");
  expect(findAll(root, "item-row").map(textOf).join()).toContain("Axe");
});

it("counts what is in a place with everything inside it", async () => {
  const { root, inventory } = await open("/locations");
  const garage = inventory.locations.find(({ name }) => name === "Garage")!;
  const row = findAll(root, "location-row").find(
    ({ dataset }) => dataset.locationId === garage.id,
  )!;

  expect(garage.item_count).toBe(10);
  expect(textOf(find(row, "items-inside"))).toBe("42");
});

it("lists everything inside a place, or only what is directly there", async () => {
  const inventory = new FakeInventory();
  const garage = inventory.locations.find(({ name }) => name === "Garage")!;
  const { root } = await open(`/locations/${garage.id}`, inventory);
  const detail = find(root, "location-detail")!;
  expect(textOf(find(detail, "items-inside"))).toBe("42 items in here");

  find(detail, "here-only")!.click();
  await settle(50);

  expect(textOf(find(detail, "items-inside"))).toBe("10 items directly here");
  expect(findAll(detail, "item-row")).toHaveLength(10);
});

it("says that there is something further inside when nothing is directly there", async () => {
  const inventory = new FakeInventory();
  const attic = inventory.locations.find(({ name }) => name === "Attic")!;
  for (const item of inventory.items) {
    item.locations = item.locations.filter(({ id }) => id !== attic.id);
  }
  inventory.handle({ type: "item/adjust", item: inventory.items[0]!.id, by: 1 });
  const { root } = await open(`/locations/${attic.id}`, inventory);

  find(root, "here-only")!.click();
  await settle(50);

  expect(textOf(find(root, "empty"))).toContain("11 items are in the places inside");
});

it("offers no choice where there are no places inside", async () => {
  const inventory = new FakeInventory();
  const shed = inventory.locations.find(({ name }) => name === "Shed")!;
  const { root } = await open(`/locations/${shed.id}`, inventory);

  expect(find(root, "location-name")).toBeDefined();
  expect(find(root, "here-only")).toBeUndefined();
});

it("shows archived places and restores one", async () => {
  const inventory = new FakeInventory();
  inventory.handle({ type: "location/add", name: "Barrel", parent: "Cabin" });
  inventory.handle({ type: "location/remove", location: "Barrel" });
  const { root } = await open("/locations", inventory);
  expect(findAll(root, "location-row").map(textOf).join()).not.toContain("Barrel");

  find(root, "show-archived")!.click();
  await settle(50);
  expect(textOf(find(root, "total"))).toBe("1 archived place");
  expect(findAll(root, "location-row").map(textOf)).toEqual(["Barrel Cabin"]);

  find(root, "restore-location")!.click();
  await settle(300);
  expect(inventory.locations.at(-1)!.archived).toBe(false);
  expect(textOf(find(root, "empty"))).toBe("No place is archived.");
});

it("has nothing to write with among the places for somebody who may only read", async () => {
  const inventory = new FakeInventory();
  const shed = inventory.locations.find(({ name }) => name === "Shed")!;
  inventory.handle({ type: "location/remove", location: shed.id });
  inventory.canWrite = false;
  const { root } = await open("/locations", inventory);
  find(root, "show-archived")!.click();
  await settle(50);
  expect(findAll(root, "location-row")).toHaveLength(1);
  expect(find(root, "add-location")).toBeUndefined();
  expect(find(root, "restore-location")).toBeUndefined();

  const detail = await open(`/locations/${inventory.locations[3]!.id}`, inventory);
  expect(find(detail.root, "location-name")).toBeDefined();
  for (const button of ["add-item-here", "add-location-here", "edit", "move", "archive"]) {
    expect(find(detail.root, button)).toBeUndefined();
  }
});

it("has nothing to write with for somebody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;
  const { root } = await open(`/items/${inventory.items[0]!.id}`, inventory);

  expect(find(root, "item-name")).toBeDefined();
  for (const button of ["move", "edit", "archive", "quantity-plus", "undo-change", "add-item"]) {
    expect(find(root, button)).toBeUndefined();
  }
});
