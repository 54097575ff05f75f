import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";
import { bestBeforeOf, mostUrgentFirst, soonUntil } from "./views/stock/stock-state";
import { makeItem } from "../../dev/fake-data";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("puts what is out first, then what lacks most", () => {
  const found = (name: string, quantity: number, minimum: number) => ({
    ...makeItem(name, { quantity, minimum_quantity: minimum }),
    score: null,
  });
  const items = [found("Half", 5, 10), found("Out", 0, 1), found("Nearly", 9, 10)];

  expect(mostUrgentFirst(items).map(({ name }) => name)).toEqual(["Out", "Half", "Nearly"]);
});

it("looks at the earliest date of what is left", () => {
  const at = { id: "p", path: "Kitchen", lot: null };
  const item = makeItem("Milk", {
    locations: [
      { ...at, quantity: 1, best_before: "2026-12-05" },
      { ...at, quantity: 0, best_before: "2026-11-01" },
      { ...at, quantity: 2, best_before: "2026-12-01" },
    ],
  });

  expect(bestBeforeOf({ ...item, score: null })).toBe("2026-12-01");
  expect(soonUntil(new Date(2026, 11, 15))).toBe("2027-01-14");
});

it("narrows to a category, and keeps that in the address", async () => {
  const inventory = new FakeInventory();
  const { root } = await openPanel("/stock", "stock-category", inventory);
  const category = find<HTMLSelectElement>(root, "stock-category")!;
  category.value = "c1";
  category.dispatchEvent(new Event("change"));
  await settle(100);

  expect(location.search).toBe("?category=c1");
  expect(inventory.asked.some(({ categories }) => String(categories) === "c1")).toBe(true);
});

it("counts up what is low", async () => {
  const inventory = new FakeInventory();
  const batteries = inventory.items.find(({ name }) => name === "AA batteries")!;
  const { root } = await openPanel("/stock", "stock-low", inventory);
  const row = findAll(root, "stock-item").find((one) => textOf(one).includes("AA batteries"))!;
  find(row, "quantity-plus")!.click();
  await settle(900);

  expect(batteries.quantity).toBe(4);
});
