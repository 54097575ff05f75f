import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

const read = (root: ParentNode, testId: string) =>
  textOf(find(root, testId)).replace(/\s+/g, " ").trim();
const linkOf = (root: ParentNode, testId: string) => find(root, testId)?.getAttribute("href");

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("counts devices by how they are doing, each count a link to them", async () => {
  const { root } = await openPanel("/overview", "overview-devices");

  expect(read(root, "count-devices")).toBe("64 devices");
  expect(read(root, "status-online")).toBe("Online 63");
  expect(read(root, "status-missing")).toBe("Missing 1");
  expect(linkOf(root, "status-missing")).toBe("/home-inventory/devices?status=missing");
  expect(find(root, "status-offline")).toBeUndefined();
});

it("says what is worth a look, by name", async () => {
  const { root } = await openPanel("/overview", "attention");

  expect(read(root, "open-missing")).toBe("1 device is missing printer");
  expect(read(root, "open-new")).toBe("1 new device Hall light");
  expect(linkOf(root, "open-new")).toBe("/home-inventory/devices?new=1");
  expect(read(root, "open-conflict")).toBe(
    "192.168.1.20 is used by several devices Living room TV",
  );
  expect(linkOf(root, "open-conflict")).toBe("/home-inventory/devices?text=192.168.1.20");
  expect(linkOf(root, "open-suggestions")).toBe("/home-inventory/devices/suggestions");
});

it("says which items are worth a look, and leads to all of them", async () => {
  const inventory = new FakeInventory();
  inventory.items[0]!.low_stock = true;
  const { root } = await openPanel("/overview", "overview-items", inventory);

  expect(read(root, "count-low_stock")).toMatch(
    /^\d+ items? (is|are) low in stock AA batteries · Cordless drill/,
  );
  expect(linkOf(root, "count-low_stock")).toBe("/home-inventory/items?low_stock=1");
});

it("shows what happened last, with a way to take it back", async () => {
  const inventory = new FakeInventory();
  inventory.handle({ type: "item/adjust", item: inventory.items[0]!.id, by: 1 });
  const { root } = await openPanel("/overview", "overview-recent", inventory);

  expect(findAll(root, "activity-batch").length).toBeGreaterThan(0);
});

it("shows what is most like an item on its page", async () => {
  const inventory = new FakeInventory();
  const { root } = await openPanel(`/items/${inventory.items[0]!.id}`, "similar", inventory);

  const similar = find(root, "similar")!;
  expect(findAll(similar, "item-row").map(textOf).join()).toContain(inventory.items[1]!.name);
});

it("asks for nothing when all is well, and says nothing of devices where there are none", async () => {
  const inventory = new FakeInventory();
  const { sources } = inventory;
  sources.devices = sources.devices.filter(({ status }) => status === "online");
  sources.conflicts = sources.suggestions = [];
  sources.recent = [];
  const { root } = await openPanel("/overview", "overview-devices", inventory);
  expect(find(root, "attention")).toBeUndefined();

  sources.devices = [];
  inventory.handle({ type: "item/add", name: "Aardvark" });
  await settle(300);

  expect(find(root, "overview-devices")).toBeUndefined();
});

it("narrows the list of devices to those that are new", async () => {
  const { root, inventory } = await openPanel("/devices?new=1", "device-row");

  expect(read(root, "total")).toBe("1 device");
  expect(inventory.asked).toContainEqual(
    expect.objectContaining({ type: "home_inventory/device/list", new: true }),
  );
});

it("shows on the page of an item which device it is", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items[0]!;
  const device = inventory.sources.devices[0]!;
  device.item = { id: drill.id, name: drill.name, code: drill.code };
  const { root } = await openPanel(`/items/${drill.id}`, "item-devices", inventory);

  expect(read(root, "item-device")).toMatch(/^Living room TV Last seen .+ 192\.168\.1\.20 Online$/);
  expect(find(root, "item-device")!.querySelector("a")!.getAttribute("href")).toBe(
    "/home-inventory/devices/d1",
  );
});

it("says nothing of devices on the page of an item that is none", async () => {
  const inventory = new FakeInventory();
  const { root } = await openPanel(`/items/${inventory.items[1]!.id}`, "item-name", inventory);

  expect(find(root, "item-devices")).toBeUndefined();
});
