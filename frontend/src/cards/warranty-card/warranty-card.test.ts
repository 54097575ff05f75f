import { afterEach, expect, it } from "vitest";
import { find, findAll, mount, settle, textOf } from "../../../dev/mount";
import "./warranty-card";
import type { WarrantyCard } from "./warranty-card";

const setUp = async (config: object = {}) => {
  const { element, inventory } = await mount<WarrantyCard>("home-inventory-warranty-card-body", {});
  element.setConfig({ type: "custom:home-inventory-warranty-card", ...config });
  await settle();
  return { root: element.renderRoot as ShadowRoot, inventory };
};

afterEach(() => document.body.replaceChildren());

it("shows what ends next, when, and where it is", async () => {
  const { root } = await setUp();

  expect(findAll(root, "item-row").map(textOf).join()).toContain("Cordless drill Shelf 2, Garage");
  expect(textOf(find(root, "days-left"))).toBe("in 17 days");
  expect(findAll(root, "month")).toHaveLength(1);
});

it("looks as far ahead as it is told", async () => {
  const { root } = await setUp({ months: 36 });

  expect(findAll(root, "item-row").map(textOf).join()).toContain("Dishwasher");
});

it("says that nothing ends", async () => {
  const { root, inventory } = await setUp({ months: 1 });
  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;

  inventory.handle({ type: "item/update", item: drill.id, warranty_until: null });
  await settle(300);

  expect(textOf(find(root, "empty"))).toBe("No warranty ends within a month.");
});

it("opens the item in the panel", async () => {
  const { root } = await setUp();

  const row = find<HTMLAnchorElement>(root, "item-row")!;
  row.click();

  expect(location.pathname).toBe(row.getAttribute("href"));
});
