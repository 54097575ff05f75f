import { afterEach, expect, it } from "vitest";
import { find, findAll, mount, settle, textOf, type } from "../../../dev/mount";
import "./search-card";
import type { SearchCard } from "./search-card";
import { resultsOf } from "./search-card-config";

const CARD = "custom:home-inventory-search-card";

const setUp = async (config: object = {}) => {
  const { element, inventory } = await mount<SearchCard>("home-inventory-search-card", {});
  element.setConfig({ type: CARD, ...config });
  await settle();
  const root = element.renderRoot as ShadowRoot;
  const search = async (text: string) => {
    type(find<HTMLInputElement>(root, "search")!, text);
    await settle(300);
  };
  return { element, root, inventory, search };
};

afterEach(() => document.body.replaceChildren());

it("shows what was found, where it is and how much there is", async () => {
  const { root, search } = await setUp();

  await search("drill");

  expect(findAll(root, "item-row")).toHaveLength(1);
  expect(textOf(find(root, "item-place"))).toBe("Shelf 2, Garage");
  expect(textOf(find(root, "item-quantity"))).toBe("1 pc");
});

it("shows as many results as it is told, and how many more there are", async () => {
  const { root, search } = await setUp({ results: 3, show_quantity: false });

  await search("spare");

  expect(findAll(root, "item-row")).toHaveLength(3);
  expect(textOf(root.querySelector(".results") ?? undefined)).toContain("117 more");
  expect(find(root, "item-quantity")).toBeUndefined();
});

it("shows what it has understood, and takes it as words when that is removed", async () => {
  const { element, root, inventory, search } = await setUp();
  await search("drill in the garage");
  const [chip] = findAll<HTMLButtonElement>(root, "query-chip");
  const found = findAll(root, "item-row").length;

  chip!.click();
  await settle();

  expect([textOf(chip), found]).toEqual(["In Garage", 1]);
  expect(chip!.getAttribute("aria-label")).toContain("in the garage");
  expect(inventory.asked.at(-1)).toMatchObject({
    keep_as_words: ["in the garage"],
    language: "en",
  });
  expect(findAll(root, "query-chip")).toHaveLength(0);
  expect(find(root, "item-row")).toBeUndefined();
  expect((element.renderRoot as ShadowRoot).activeElement).toBe(find(root, "search"));
});

it("understands anew when the question was cleared", async () => {
  const { root, search } = await setUp();
  await search("drill in the garage");
  find(root, "query-chip")!.click();
  await search("");

  await search("drill in the garage");

  expect(findAll(root, "query-chip")).toHaveLength(1);
});

it("looks only in its place", async () => {
  const { root, search } = await setUp({ location: "Cabin" });

  await search("drill");

  expect(find(root, "item-row")).toBeUndefined();
  expect(textOf(find(root, "empty"))).toBe("Nothing found for “drill”.");
});

it("opens the item in the panel", async () => {
  const { root, inventory, search } = await setUp();
  await search("drill");

  find<HTMLAnchorElement>(root, "item-row")!.click();

  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  expect(location.pathname).toBe(`/home-inventory/items/${drill.id}`);
});

it("follows changes while results are shown", async () => {
  const { root, inventory, search } = await setUp();
  await search("drill");

  inventory.handle({ type: "item/adjust", item: inventory.items[0]!.id, by: 4 });
  await settle(300);

  expect(textOf(find(root, "item-quantity"))).toBe("5 pcs");
});

it("shows places too, and asks what was meant", async () => {
  const { root, inventory, search } = await setUp();
  await search("garge");
  expect(textOf(find(root, "did-you-mean"))).toBe("Did you mean garage?");

  find(root, "did-you-mean")!.click();
  await settle(50);

  expect(textOf(find(root, "place-row"))).toContain("Garage");
  expect(inventory.asked.at(-1)).not.toHaveProperty("facets");
});

it("has no results without a question", async () => {
  const { root, inventory } = await setUp();

  expect(find(root, "item-row")).toBeUndefined();
  expect(inventory.asked.map(({ type: asked }) => asked)).not.toContain("home_inventory/search");
});

it.each([
  [undefined, 8],
  [0, 1],
  [1000, 50],
  ["5", 5],
  ["many", 8],
])("reads %j results as %j", (results, number) => {
  expect(resultsOf({ type: CARD, results: results as number })).toBe(number);
});
