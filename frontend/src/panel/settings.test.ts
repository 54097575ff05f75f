import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf, type } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import type { Category } from "../data/category";
import { parentsFor } from "./category-actions";
import "./home-inventory-panel";

const TOOLS: Category = {
  id: "c1",
  name: "Tools",
  path: "Tools",
  parent_id: null,
  item_count: 0,
};
const POWER: Category = {
  id: "c2",
  name: "Power tools",
  path: "Tools / Power tools",
  parent_id: "c1",
  item_count: 3,
};
const EMPTY: Category = { id: "c3", name: "Toys", path: "Toys", parent_id: null, item_count: 0 };

const withCategories = (): FakeInventory => {
  const inventory = new FakeInventory();
  inventory.categories.all = [TOOLS, POWER, EMPTY];
  return inventory;
};

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

it("lists categories with what is in them, and removes only what nothing is in", async () => {
  const { root } = await openPanel("/settings", "category-row", withCategories());

  expect(findAll(root, "category-row").map(textOf)).toEqual([
    expect.stringContaining("Tools 0 items"),
    expect.stringContaining("Power tools 3 items"),
    expect.stringContaining("Toys 0 items"),
  ]);
  const removable = findAll<HTMLButtonElement>(root, "remove-category").map(
    ({ disabled }) => !disabled,
  );
  expect(removable).toEqual([false, false, true]);
});

it("hangs a category below no one of its own", () => {
  expect(parentsFor(TOOLS, [TOOLS, POWER, EMPTY])).toEqual([EMPTY]);
});

it("adds a category below another one", async () => {
  const { root, inventory } = await openPanel("/settings", "category-row", withCategories());

  find(root, "add-category")!.click();
  await settle(100);
  type(find<HTMLInputElement>(document.body, "name")!, "Hand tools");
  const parent = find<HTMLSelectElement>(document.body, "parent")!;
  parent.value = "c1";
  parent.dispatchEvent(new Event("change"));
  await settle(50);
  find(document.body, "save")!.click();
  await settle(300);

  expect(inventory.categories.all.at(-1)).toMatchObject({ name: "Hand tools", parent_id: "c1" });
});

it("lets a category become one with another, and offers to take it back", async () => {
  const { root, inventory } = await openPanel("/settings", "category-row", withCategories());
  findAll(root, "merge-category-open")[1]!.click();
  await settle(100);
  expect(find<HTMLButtonElement>(document.body, "save")!.disabled).toBe(true);
  const into = find<HTMLSelectElement>(document.body, "merge-into")!;
  into.value = "c3";
  into.dispatchEvent(new Event("change"));
  await settle(50);
  find(document.body, "save")!.click();
  await settle(800);

  expect(inventory.categories.all.map(({ name, item_count: count }) => [name, count])).toEqual([
    ["Tools", 0],
    ["Toys", 3],
  ]);
  expect(findAll(root, "category-row").map(textOf).join()).not.toContain("Power tools");
  expect(textOf(find(document.body, "toast"))).toContain("Merged Power tools into Toys");
  expect(find(document.body, "undo")).toBeDefined();
});

it("says what somebody may do, and shows no way to change it to who may only read", async () => {
  const inventory = withCategories();
  inventory.canWrite = false;
  const { root } = await openPanel("/settings", "category-row", inventory);

  expect(find(root, "add-category")).toBeUndefined();
  expect(find(root, "edit-category")).toBeUndefined();
});
