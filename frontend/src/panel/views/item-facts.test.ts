import { afterEach, expect, it } from "vitest";
import { makeItem } from "../../../dev/fake-data";
import { FakeInventory } from "../../../dev/fake-inventory";
import { find, mount, textOf } from "../../../dev/mount";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import "./item-facts";
import type { ItemFacts } from "./item-facts";

const show = async (fields: Partial<Item>) => {
  const info = new FakeInventory().handle({ type: "info" }) as InventoryInfo;
  const properties = { info, item: makeItem("Bosch IXO", fields) };
  const { element } = await mount<ItemFacts>("home-inventory-item-facts", properties);
  return element.renderRoot as ShadowRoot;
};

afterEach(() => document.body.replaceChildren());

it("shows what else an item is called", async () => {
  const root = await show({ aliases: ["Screwdriver", "the blue thing"] });

  expect(textOf(find(root, "fact-aliases"))).toBe("Screwdriver, the blue thing");
});

it("says nothing of other names where there are none", async () => {
  const root = await show({ aliases: [] });

  expect(find(root, "fact-aliases")).toBeUndefined();
});
