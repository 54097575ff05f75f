import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeDevice } from "../../dev/fake-device-data";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf, type } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import { PANEL_PATH } from "../ha/navigate";
import "./home-inventory-panel";

const read = (root: ParentNode, id: string) => textOf(find(root, id));
const names = (root: ParentNode) => findAll(root, "device-row").map(textOf);

const choose = (root: ParentNode, id: string, value: string) => {
  const select = find<HTMLSelectElement>(root, id)!;
  select.value = value;
  select.dispatchEvent(new Event("change"));
};

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("lists the first fifty devices with how they are doing", async () => {
  const { root } = await openPanel("/devices", "device-list");

  expect(names(root)).toHaveLength(50);
  expect(read(root, "total")).toBe("64 devices");
  expect(names(root)[1]).toContain("printer Printer · Brother Missing 192.168.1.21");
  expect(find(root, "tab-devices")!.getAttribute("aria-current")).toBe("page");
  expect(find(root, "page-devices")!.getAttribute("aria-current")).toBe("page");
});

it("finds devices by what is typed, and keeps that in the address", async () => {
  const { root } = await openPanel("/devices", "device-list");

  type(find<HTMLInputElement>(root, "search")!, "TV");
  await settle(300);

  expect(names(root)).toHaveLength(1);
  expect(location.search).toBe("?text=TV");
  expect(find(root, "device-row")!.getAttribute("href")).toBe(`${PANEL_PATH}/devices/d1?text=TV`);
});

it("narrows the list by status and type, and takes all of it back", async () => {
  const { root } = await openPanel("/devices", "device-list");
  find(root, "filter")!.click();
  await settle();

  choose(root, "filter-status", "missing");
  await settle();
  expect(names(root)).toHaveLength(1);

  choose(root, "filter-type", "TV");
  await settle();
  expect(read(root, "empty")).toContain("No device found.");
  expect(location.search).toBe("?status=missing&type=TV");

  find(root, "clear-filters")!.click();
  await settle();
  expect(read(root, "total")).toBe("64 devices");
  expect(location.search).toBe("");
});

it("begins with what the address says, and follows it back", async () => {
  const { root } = await openPanel("/devices?status=missing", "device-list");
  expect(names(root)).toHaveLength(1);

  history.replaceState(null, "", `${PANEL_PATH}/devices?source=homeseer1&text=hall`);
  window.dispatchEvent(new PopStateEvent("popstate"));
  await settle();

  expect(names(root).join()).toContain("Hall light");
});

it("shows devices that are items, or those that are none yet", async () => {
  const inventory = new FakeInventory();
  inventory.sources.handlers["device/adopt"]!({ type: "", device: "d4" });
  const { root } = await openPanel("/devices?linked=1", "device-list", inventory);
  expect(names(root)).toHaveLength(1);

  find(root, "filter")!.click();
  await settle();
  find(root, "filter-new")!.click();
  await settle();
  expect(read(root, "total")).toBe("63 devices");
});

it("follows devices that come and change somewhere else", async () => {
  const { root, inventory } = await openPanel("/devices?text=lamp", "empty");
  expect(names(root)).toEqual([]);

  inventory.sources.devices.push(makeDevice("new", "Desk lamp"));
  inventory.handle({ type: "device/update", device: "d1", name: "Floor lamp" });
  await settle(300);

  expect(names(root)).toHaveLength(2);
});

it("asks whether two devices are one, and takes the answer", async () => {
  const { root, inventory } = await openPanel("/devices", "device-list");
  expect(read(root, "suggestions-link")).toBe("1 may be the same");

  const page = await openPanel("/devices/suggestions", "suggestion", inventory);
  expect(read(page.root, "suggestion")).toContain("Same name printer Missing");
  find(page.root, "accept-merge")!.click();
  await settle(300);

  expect(inventory.asked).toContainEqual({
    type: "home_inventory/device/merge",
    keep: "d2",
    gone: "d3",
  });
  expect(read(page.root, "empty")).toBe("No devices look like the same one.");
});

it("asks again when the answer was not taken", async () => {
  const { root, inventory } = await openPanel("/devices/suggestions", "suggestion");
  inventory.sources.refusal = "cannot_merge_devices";

  find(root, "refuse-merge")!.click();
  await settle();
  await settle(100);

  expect(findAll(root, "suggestion")).toHaveLength(1);
  expect(read(document.body, "toast")).toContain("cannot_merge_devices");
});

it("narrows the list to devices with low batteries, and says how full they are", async () => {
  const inventory = new FakeInventory();
  const [tv, , remote, button] = inventory.sources.devices;
  tv!.battery = { level: 80, is_low: false };
  remote!.battery = { level: 9, is_low: true };
  button!.battery = { level: null, is_low: true };
  const { root } = await openPanel("/devices?battery=low", "device-row", inventory);

  expect(findAll(root, "battery").map(textOf)).toEqual(["Battery 9%", "Battery low"]);
  expect(names(root)).toHaveLength(2);

  const detail = await openPanel("/devices/d1", "device-name", inventory);
  expect(read(find(detail.root, "device-detail")!, "battery")).toBe("Battery 80%");
});
