import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf, type } from "../../dev/mount";
import "./home-inventory-panel";
import type { HomeInventoryPanel } from "./home-inventory-panel";

const open = async (inventory = new FakeInventory()) => {
  const route = { prefix: "/home-inventory", path: "/items" };
  const { element } = await mount<HomeInventoryPanel>(
    "home-inventory-panel",
    { route, narrow: true },
    inventory,
  );
  const root = element.renderRoot as ShadowRoot;
  for (let waited = 0; !find(root, "search") && waited < 100; waited += 1) await settle();
  await settle(50);
  const search = async (text: string) => {
    type(find<HTMLInputElement>(root, "search")!, text);
    await settle(300);
  };
  const tap = async (testId: string) => {
    find(root, testId)!.click();
    await settle(50);
  };
  const tapFacet = async (name: string) => {
    const facet = findAll(root, "facet").find((button) => textOf(button).startsWith(name))!;
    facet.click();
    await settle(50);
  };
  return { root, inventory, search, tap, tapFacet };
};

/** What is marked, in all shadow roots. */
const marksIn = (root: ParentNode): string[] => [
  ...[...root.querySelectorAll("mark")].map(textOf),
  ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot ? marksIn(shadowRoot) : [],
  ),
];

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  history.replaceState(null, "", "/home-inventory/items");
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

it("finds places beside items and says what they are and where", async () => {
  const { root, search } = await open();

  await search("shed");
  expect(textOf(find(root, "place-row"))).toContain("Shed Cabin Room");
  expect(textOf(find(root, "total"))).toBe("0 items · 1 place");
});

it("says of items too what they are when they stand among places", async () => {
  const { root, search } = await open();

  await search("att");

  expect(findAll(root, "place-row").map(textOf).join()).toContain("Attic");
  expect(findAll(root, "item-row").map(textOf).join()).toMatch(/^Item: ?AA batteries/);
});

it("opens a place that was found", async () => {
  const { inventory, search, tap } = await open();
  await search("shed");

  await tap("place-row");

  const shed = inventory.locations.find(({ name }) => name === "Shed")!;
  expect(location.pathname).toBe(`/home-inventory/locations/${shed.id}`);
});

it("finds devices by name and address, and says how they are doing", async () => {
  const { root, search } = await open();

  await search("living room tv");
  expect(textOf(find(root, "found-device"))).toMatch(/^Device: ?Living room TV/);
  expect(textOf(find(root, "found-device"))).toContain("Samsung · QE55");
  expect(textOf(find(root, "total"))).toBe("0 items · 1 device");

  await search("192.168.1.21");
  expect(textOf(find(root, "found-device"))).toContain("Missing");
  expect(textOf(find(root, "found-device"))).toContain("192.168.1.21");
});

it("opens a device that was found", async () => {
  const { search, tap } = await open();
  await search("living room tv");

  await tap("found-device");

  expect(location.pathname).toBe("/home-inventory/devices/d1");
});

it("shows an item with how its device is doing, and the device not once more", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  const printer = inventory.sources.devices.find(({ id }) => id === "d2")!;
  printer.item = { id: drill.id, name: drill.name, code: drill.code };
  const { root, search } = await open(inventory);

  await search("cordless drill");

  expect(textOf(find(root, "device-status"))).toBe("Missing");
  expect(find(root, "found-device")).toBeUndefined();
});

it("narrows by how the devices of items are doing", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  const printer = inventory.sources.devices.find(({ id }) => id === "d2")!;
  printer.item = { id: drill.id, name: drill.name, code: drill.code };
  const { root, tap } = await open(inventory);
  await tap("filter");

  const choose = find<HTMLSelectElement>(root, "filter-device-status")!;
  choose.value = "missing";
  choose.dispatchEvent(new Event("change"));
  await settle(50);

  expect(inventory.asked.at(-1)).toMatchObject({ device_status: ["missing"] });
  expect(findAll(root, "item-row").map(textOf).join()).toMatch(/^Cordless drill/);
  expect(findAll(root, "item-row")).toHaveLength(1);
  expect(location.search).toBe("?device_status=missing");
});

it("marks what matched", async () => {
  const { root, search } = await open();
  expect(marksIn(root)).toEqual([]);

  await search("drill");

  expect(marksIn(root)).toEqual(["drill"]);
  expect(textOf(find(root, "item-name-found"))).toBe("Cordless drill");
});

it("asks what was meant, and searches for it", async () => {
  const { root, inventory, search, tap } = await open();
  await search("drlil");
  expect(textOf(find(root, "did-you-mean"))).toBe("Did you mean drill?");
  expect(findAll(root, "item-row")).toHaveLength(1);

  await tap("did-you-mean");

  expect(inventory.asked.at(-1)).toMatchObject({ query: "drill" });
  expect(find<HTMLInputElement>(root, "search")!.value).toBe("drill");
  expect(find(root, "did-you-mean")).toBeUndefined();
});

it("narrows by what is offered, and shows it until it is taken back", async () => {
  const { root, inventory, search, tap, tapFacet } = await open();
  await search("r");
  await tap("facets-toggle");
  expect(findAll(root, "facet").map(textOf)).toContain("Makita 1");

  await tapFacet("Makita");
  expect(findAll(root, "item-row")).toHaveLength(1);
  expect(inventory.asked.at(-1)).toMatchObject({ query: "r", manufacturer: "Makita" });

  await search("");
  expect(findAll(root, "item-row")).toHaveLength(1);
  expect(findAll(root, "facet").map((facet) => facet.getAttribute("aria-pressed"))).toEqual([
    "true",
  ]);

  await tapFacet("Makita");
  expect(findAll(root, "facet")).toEqual([]);
  expect(findAll(root, "item-row")).toHaveLength(50);
});

it("folds what can be narrowed by where there is little room", async () => {
  const { root, search, tap, tapFacet } = await open();
  await search("spare");
  expect(findAll(root, "facet")).toEqual([]);

  await tap("facets-toggle");
  expect(find(root, "facet-location")!.getAttribute("aria-label")).toBe("Narrow down: Place");
  await tapFacet("Living room");
  expect(textOf(find(root, "total"))).toBe("10 items");

  await tap("facets-toggle");
  expect(findAll(root, "facet").map(textOf)).toEqual(["Living room 10"]);
});

it("says what was not found and offers to add it", async () => {
  const { root, search, tap } = await open();

  await search("unicorn");
  expect(textOf(find(root, "empty"))).toContain("Nothing found for “unicorn”.");
  expect(find(root, "clear-filters")).toBeUndefined();
  await tap("add-searched");

  await vi.waitFor(() => {
    expect(find<HTMLInputElement>(document, "name")!.value).toBe("unicorn");
  }, 5000);
});

it("offers to search without filters when they leave nothing", async () => {
  const { root, inventory, search, tap } = await open();
  inventory.canWrite = false;
  await search("axe in the garage");
  expect(textOf(find(root, "empty"))).toContain("Nothing found");

  await tap("clear-filters");

  expect(inventory.asked.at(-1)).toMatchObject({ keep_as_words: ["in the garage"] });
});

it("offers what was meant when nothing was found", async () => {
  const { root, search, tap } = await open();
  await search("hammmer");

  await tap("did-you-mean");

  expect(findAll(root, "item-row").map(textOf).join()).toContain("Hammer");
  expect(find(root, "empty")).toBeUndefined();
});

it("says that it is still indexing, until it is not", async () => {
  const inventory = new FakeInventory();
  inventory.indexing = true;
  const { root, search } = await open(inventory);
  await search("drill");
  expect(textOf(find(root, "indexing"))).toContain("Still indexing");

  inventory.indexing = false;
  await settle(2200);

  expect(textOf(find(root, "indexing"))).toBe("");
}, 15_000);

it("lists items alone in an order that was chosen", async () => {
  const { root, inventory, search, tap } = await open();
  await tap("filter");
  const sort = find<HTMLSelectElement>(root, "sort")!;
  sort.value = "name";
  sort.dispatchEvent(new Event("change"));

  await search("shed");

  expect(inventory.asked.at(-1)).toMatchObject({ type: "home_inventory/item/list", sort: "name" });
});
