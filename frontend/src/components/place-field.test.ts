import { afterEach, expect, it } from "vitest";
import { find, findAll, mount, settle, textOf, type } from "../../dev/mount";
import "./place-field";
import type { Place, PlaceChangedEvent, PlaceField } from "./place-field";

const setUp = async (properties: object = {}) => {
  const { element, inventory } = await mount<PlaceField>("home-inventory-place-field", {
    home: "Maple Street",
    ...properties,
  });
  const chosen: (Place | undefined)[] = [];
  element.addEventListener("place-changed", (event) => {
    chosen.push((event as PlaceChangedEvent).detail.value);
  });
  const root = element.renderRoot as ShadowRoot;
  const input = find<HTMLInputElement>(root, "place")!;
  const press = async (key: string) => {
    input.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
    await settle();
  };
  const write = async (text: string) => {
    type(input, text);
    await settle();
  };
  return { element, root, input, inventory, chosen, press, write };
};

const options = (root: ShadowRoot) => findAll(root, "place-option").map(textOf);

afterEach(() => document.body.replaceChildren());

it("offers the tree, and what fits while something is typed", async () => {
  const { root, input, write } = await setUp();
  input.dispatchEvent(new Event("focus"));
  await settle();
  expect(options(root)).toHaveLength(12);

  await write("garage shelf");
  expect(options(root)).toEqual(["Shelf 1 Garage", "Shelf 2 Garage", "Toolbox Shelf 2, Garage"]);
});

it("is used with the keyboard alone", async () => {
  const { chosen, input, press, write } = await setUp();
  await write("shelf");
  await press("ArrowDown");
  await press("Enter");

  expect(chosen.map((place) => place?.path)).toEqual(["Maple Street / Garage / Shelf 2"]);
  expect(input.value).toBe("Garage › Shelf 2");
  expect(input.getAttribute("aria-expanded")).toBe("false");
});

it("takes the best fit when it is left", async () => {
  const { chosen, input, write } = await setUp();
  await write("shed");
  input.dispatchEvent(new Event("blur"));

  expect(chosen[0]?.path).toBe("Cabin / Shed");
});

it("keeps its place on Escape, and loses it when it is emptied", async () => {
  const { chosen, input, press, write } = await setUp({ value: { id: "x", path: "Cabin / Shed" } });
  await write("gar");
  await press("Escape");
  expect(chosen).toEqual([]);
  expect(input.value).toBe("Cabin › Shed");

  await write("");
  input.dispatchEvent(new Event("blur"));
  expect(chosen).toEqual([undefined]);
});

it("does not offer a place that is to be moved, nor what is inside it", async () => {
  const { element, inventory, root, write } = await setUp();
  element.without = inventory.locations.find(({ name }) => name === "Garage")!.id;
  await write("garage");

  expect(options(root)).toEqual([]);
});

it("understands who types faster than the places come", async () => {
  const { chosen, input } = await setUp();
  type(input, "shed");
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
  input.dispatchEvent(new Event("blur"));
  expect(chosen).toEqual([]);
  await settle();

  expect(chosen.map((place) => place?.path)).toEqual(["Cabin / Shed"]);
});
