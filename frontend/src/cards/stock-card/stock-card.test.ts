import { afterEach, expect, it } from "vitest";
import { FakeInventory } from "../../../dev/fake-inventory";
import { refuse } from "../../../dev/fake-history";
import { find, findAll, mount, settle, textOf } from "../../../dev/mount";
import "./stock-card";
import type { StockCard } from "./stock-card";

/** Taps that come close together are one change. */
const TAPPED = 700;

const setUp = async (config: object, inventory = new FakeInventory()) => {
  const { element } = await mount<StockCard>("home-inventory-stock-card-body", {}, inventory);
  element.setConfig({ type: "custom:home-inventory-stock-card", ...config });
  await settle();
  const root = element.renderRoot as ShadowRoot;
  const values = () =>
    findAll<HTMLInputElement>(root, "quantity-value").map(({ value }) => Number(value));
  return { root, inventory, values };
};

const named = (inventory: FakeInventory, name: string) =>
  inventory.items.find((item) => item.name === name)!;

afterEach(() => document.body.replaceChildren());

it("shows all that is low, and what there should be at least", async () => {
  const { root } = await setUp({ low_only: true });

  expect(findAll(root, "stock-line").map(textOf)).toEqual([
    "AA batteries Cupboard over the sink, left door, Kitchen Low stock At least 8 pcs",
  ]);
});

it("shows the items that were chosen, in that order, without those that are gone", async () => {
  const inventory = new FakeInventory();
  const ids = ["Olive oil", "Axe"].map((name) => named(inventory, name).id);

  const { root } = await setUp({ items: [ids[0], "gone", ids[1]] }, inventory);

  expect(findAll(root, "item-row").map((row) => row.dataset.itemId)).toEqual(ids);
});

it("counts taps at once, and sends them together", async () => {
  const inventory = new FakeInventory();
  const { root, values } = await setUp({ items: [named(inventory, "Axe").id] }, inventory);

  find(root, "quantity-plus")!.click();
  find(root, "quantity-plus")!.click();
  await settle();
  const shown = values();
  await settle(TAPPED);

  const sent = inventory.asked.filter(({ type }) => type === "home_inventory/item/adjust");
  expect([shown, values()]).toEqual([[3], [3]]);
  expect(sent.map(({ by }) => by)).toEqual([2]);
  expect(textOf(find(document.body, "toast"))).toContain("Axe: now 3 pcs");
});

it("shows the old number again when a change is refused, and says why", async () => {
  const inventory = new FakeInventory();
  const { root, values } = await setUp({ items: [named(inventory, "Axe").id] }, inventory);
  const { handle } = inventory;
  inventory.handle = (message) =>
    message.type === "home_inventory/item/adjust"
      ? refuse("capacity_exceeded")
      : handle.call(inventory, message);

  find(root, "quantity-plus")!.click();
  await settle(TAPPED);

  expect(values()).toEqual([1]);
  expect(textOf(find(document.body, "toast"))).toContain("capacity_exceeded");
});

it("keeps what is not low any more while somebody counts it", async () => {
  const { root, values } = await setUp({ low_only: true });

  Array.from({ length: 6 }, () => find(root, "quantity-plus")!.click());
  await settle(TAPPED + 300);

  expect(values()).toEqual([9]);
  expect(textOf(find(root, "minimum"))).toBe("At least 8 pcs");
});

it("counts each place of an item that is at several", async () => {
  const inventory = new FakeInventory();
  const oil = named(inventory, "Printer paper");
  const garage = inventory.locations.find(({ name }) => name === "Garage")!;
  inventory.handle({ type: "item/move", item: oil.id, to: garage.id, quantity: 1 });
  const { root, values } = await setUp({ items: [oil.id] }, inventory);

  findAll(root, "quantity-plus")[1]!.click();
  await settle(TAPPED);

  expect(values()).toEqual([1, 2]);
  expect(inventory.asked.at(-2)).toMatchObject({ location: garage.id, by: 1 });
});

it("follows what happens elsewhere", async () => {
  const inventory = new FakeInventory();
  const axe = named(inventory, "Axe");
  const { values } = await setUp({ items: [axe.id] }, inventory);

  inventory.handle({ type: "item/adjust", item: axe.id, by: 4 });
  await settle(300);

  expect(values()).toEqual([5]);
});

it("shows numbers only to somebody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;

  const { root } = await setUp({ low_only: true }, inventory);

  expect(find(root, "quantity-plus")).toBeUndefined();
  expect(textOf(find(root, "item-quantity"))).toBe("3 pcs");
});
