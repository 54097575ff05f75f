import { afterEach, beforeEach, expect, it } from "vitest";
import { find, findAll, mount, settle, textOf, type } from "../../../dev/mount";
import { FakeInventory } from "../../../dev/fake-inventory";
import "./add-card";
import type { AddCard } from "./add-card";

const GARAGE = "Maple Street / Garage";

const setUp = async (config: object = {}, inventory = new FakeInventory()) => {
  const { element } = await mount<AddCard>("home-inventory-add-card-body", {}, inventory);
  element.setConfig({ type: "custom:home-inventory-add-card", ...config });
  await settle();
  return { root: element.renderRoot as ShadowRoot, inventory };
};

const add = async (root: ShadowRoot, name: string) => {
  type(find<HTMLInputElement>(root, "name")!, name);
  root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
  await settle();
};

const added = (inventory: FakeInventory) =>
  inventory.asked.filter(({ type: asked }) => asked === "home_inventory/item/add");

const attached = (inventory: FakeInventory) =>
  inventory.asked.filter(({ type: asked }) => asked === "home_inventory/attachment/add");

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

it("adds to the place of the configuration and says so", async () => {
  const { root, inventory } = await setUp({ location: GARAGE });

  await add(root, "Ladder");

  const garage = inventory.locations.find(({ path }) => path === GARAGE)!;
  expect(added(inventory)[0]).toMatchObject({ name: "Ladder", quantity: 1, location: garage.id });
  expect(textOf(find(root, "added"))).toContain("Added Ladder to Garage");
});

it("empties the name for the next thing and keeps the place", async () => {
  const { root, inventory } = await setUp({ location: GARAGE });

  await add(root, "Ladder");
  await add(root, "Rope");

  expect(find<HTMLInputElement>(root, "name")!.value).toBe("");
  expect(added(inventory).map(({ location }) => location)).toHaveLength(2);
});

it("remembers the place that was chosen last", async () => {
  const first = await setUp();
  const shed = first.inventory.locations.find(({ name }) => name === "Shed")!;
  first.root
    .querySelector("home-inventory-place-field")!
    .dispatchEvent(new CustomEvent("place-changed", { detail: { value: shed } }));

  const { root, inventory } = await setUp({}, first.inventory);
  await add(root, "Axe");

  expect(added(inventory)[0]).toMatchObject({ location: shed.id });
});

it("asks for a name before it asks the backend", async () => {
  const { root, inventory } = await setUp();

  await add(root, "  ");

  expect(textOf(find(root, "error"))).toBe("Enter a name.");
  expect(added(inventory)).toEqual([]);
});

it("shows what the backend says about a wrong quantity", async () => {
  const { root } = await setUp();
  find<HTMLInputElement>(root, "quantity")!.value = "lots";

  await add(root, "Screws");

  expect(textOf(find(root, "error"))).toContain("invalid_value");
  expect(find<HTMLInputElement>(root, "name")!.value).toBe("Screws");
});

it("takes back what it has added", async () => {
  const { root, inventory } = await setUp();
  await add(root, "Ladder");

  find(root, "undo")!.click();
  await settle();

  expect(inventory.items.some(({ name }) => name === "Ladder")).toBe(false);
  expect(find(root, "undo")).toBeUndefined();
});

it("takes back any of the last three", async () => {
  const { root, inventory } = await setUp();
  await add(root, "Ladder");
  await add(root, "Rope");
  await add(root, "Saw");
  await add(root, "Axle");

  findAll(root, "undo")[2]!.click();
  await settle();

  expect(findAll(root, "added").map(textOf)).toEqual([
    "Added Axle Undo",
    "Added Saw Undo",
    "Rope has been taken out again",
  ]);
  expect(inventory.items.some(({ name }) => name === "Rope")).toBe(false);
});

it("has no form for somebody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;
  const { root } = await setUp({}, inventory);

  expect(find(root, "read-only")).toBeDefined();
  expect(find(root, "add")).toBeUndefined();
});

it("shows the photo that was taken, and attaches it to the thing once that is there", async () => {
  const { root, inventory } = await setUp({ location: GARAGE });
  const input = find<HTMLInputElement>(root, "photo")!;
  const photo = new File(["photo"], "IMG_1.jpg", { type: "image/jpeg" });
  Object.defineProperty(input, "files", { value: [photo] });
  input.dispatchEvent(new Event("change"));
  await settle();
  expect(find(root, "photo-taken")).toBeDefined();

  await add(root, "Ladder");
  for (let waited = 0; !attached(inventory).length && waited < 100; waited += 1) await settle();

  expect(find(root, "photo-taken")).toBeUndefined();
  expect(attached(inventory)).toHaveLength(1);
});
