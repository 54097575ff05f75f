import { afterEach, expect, it } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, mount, textOf } from "../../dev/mount";
import type { Highlights } from "../data/search";
import "./item-row";
import type { ItemRow } from "./item-row";

const drill = new FakeInventory().items.find(({ name }) => name === "Cordless drill")!;

const show = async (highlights: Highlights) => {
  const properties = { item: drill, highlights };
  const { element } = await mount<ItemRow>("home-inventory-item-row", properties);
  return element.renderRoot as ShadowRoot;
};

afterEach(() => document.body.replaceChildren());

it("says which other field matched", async () => {
  const root = await show({ manufacturer: [[0, 6]], notes: [[45, 52]] });

  expect(textOf(find(root, "match-manufacturer"))).toBe("Manufacturer: Makita");
  expect(textOf(find(root, "match-notes"))).toMatch(/^Notes: …/);
  expect([...root.querySelectorAll("mark")].map(textOf)).toEqual(["Makita", "battery"]);
});

it("says which of its other names matched", async () => {
  const named = { ...drill, aliases: ["Borer", "the blue thing"] };
  const properties = { item: named, highlights: { aliases: [[11, 15]] } };
  const { element } = await mount<ItemRow>("home-inventory-item-row", properties);
  const root = element.renderRoot as ShadowRoot;

  expect(textOf(find(root, "match-aliases"))).toBe("Other names: Borer, the blue thing");
  expect([...root.querySelectorAll("mark")].map(textOf)).toEqual(["blue"]);
});

it("does not mark what a field no longer has", async () => {
  const root = await show({ name: [[40, 50]], vendor_url: [[0, 4]], unknown: [[0, 4]] });

  expect(root.querySelector("mark")).toBeNull();
  expect(textOf(find(root, "item-name-found"))).toBe("Cordless drill");
});
