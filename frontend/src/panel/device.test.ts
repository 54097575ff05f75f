import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeItem } from "../../dev/fake-data";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf, type } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

const read = (root: ParentNode, id: string) => textOf(find(root, id));

const flip = (root: ParentNode, id: string) => {
  const box = find<HTMLInputElement>(root, id)!;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change"));
};

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

it("shows what is known of a device and who says so", async () => {
  const { root } = await openPanel("/devices/d1", "device-name");

  expect(read(root, "device-name")).toBe("Living room TV");
  expect(read(root, "fact-name")).toContain("mDNS · 192.168.1.0/24");
  expect(read(root, "fact-model")).toContain("QE55");
  expect(read(root, "sighting")).toContain("192.168.1.20");
  expect(textOf(findAll(root, "identity")[1])).toContain(
    "Name in the network Living room TV may change",
  );
  expect(find(root, "page-devices")).toBeUndefined();
});

it("tells at which addresses a device was before, once there were others", async () => {
  const inventory = new FakeInventory();
  const moved = { source_id: "n1", since: "2026-11-01T08:00:00+00:00" };
  inventory.sources.details.d1 = {
    address_history: [
      { ...moved, address: "192.168.1.20", until: null },
      { ...moved, address: "192.168.1.99", until: "2026-11-09T08:00:00+00:00" },
    ],
  };
  const { root } = await openPanel("/devices/d1", "device-name", inventory);
  expect(find(root, "address-history")).toBeDefined();
  expect(textOf(findAll(root, "address-time")[1])).toContain("192.168.1.99");
  document.body.replaceChildren();

  const still = await openPanel("/devices/d2", "device-name", inventory);
  expect(find(still.root, "address-history")).toBeUndefined();
});

it("leads to the device in Home Assistant as long as it is there", async () => {
  const inventory = new FakeInventory();
  const there = await openPanel("/devices/d3", "device-name", inventory);
  expect(find(there.root, "connection-hass")).toBeDefined();
  document.body.replaceChildren();

  inventory.sources.devices.find(({ id }) => id === "d3")!.hass_device_id = "removed";
  const gone = await openPanel("/devices/d3", "device-name", inventory);
  expect(find(gone.root, "connection-hass")).toBeUndefined();
});

it("makes an item of a device in one tap, and takes that back", async () => {
  const { root, inventory } = await openPanel("/devices/d1", "device-name");

  find(root, "adopt")!.click();
  await settle(300);
  expect(read(root, "linked-item")).toBe("Living room TV");
  expect(read(document.body, "toast")).toContain("Living room TV is in the inventory now");

  find(document.body, "undo")!.click();
  await settle(300);
  expect(find(root, "adopt")).toBeDefined();
  expect(inventory.sources.devices[0]!.item).toBeNull();
});

it("links an item that fits instead of making one", async () => {
  const inventory = new FakeInventory();
  inventory.sources.details.d1 = { matches: [makeItem("Television", { id: "i1" })] };
  const { root } = await openPanel("/devices/d1", "device-name", inventory);

  find(root, "link")!.click();
  await settle(300);

  expect(inventory.asked.find((one) => one.type.endsWith("device/adopt"))).toMatchObject({
    device: "d1",
    item: "i1",
  });
  expect(read(document.body, "toast")).toContain("Living room TV is Television now");
});

it("ignores a device at once, and says so when that is refused", async () => {
  const { root, inventory } = await openPanel("/devices/d1", "device-name");
  flip(root, "switch-ignored");
  await settle(300);
  expect(inventory.sources.devices[0]!.ignored).toBe(true);

  inventory.sources.refusal = "read_only";
  flip(root, "switch-sleeps");
  const toggle = () => find<HTMLInputElement>(root, "switch-sleeps")!.checked;
  expect(toggle()).toBe(true);
  await settle(100);

  expect(toggle()).toBe(false);
  expect(read(document.body, "toast")).toContain("read_only");
});

it("lets the sources say a field again that a person had settled", async () => {
  const inventory = new FakeInventory();
  const fact = { value: "Telly", origin: "user", source_id: "", locked: true, offered: "QE55" };
  inventory.sources.devices[0]!.model = "Telly";
  inventory.sources.details.d1 = { facts: { model: fact } };
  const { root } = await openPanel("/devices/d1", "device-name", inventory);
  expect(read(root, "fact-model")).toContain("You said so · A source says: QE55");

  find(root, "clear-field")!.click();
  await settle();

  expect(inventory.asked).toContainEqual({
    type: "home_inventory/device/update",
    device: "d1",
    model: null,
  });
});

it("edits only what was changed; an emptied field is the sources' again", async () => {
  const { root, inventory } = await openPanel("/devices/d1", "device-name");
  find(root, "edit")!.click();
  await settle(200);
  const editor = find(document.body, "device-editor")!;

  type(find<HTMLInputElement>(editor, "field-name")!, " Telly ");
  type(find<HTMLInputElement>(editor, "field-type")!, "");
  editor.dispatchEvent(new Event("submit"));
  await settle(50);

  expect(inventory.asked.find((one) => one.type.endsWith("device/update"))).toEqual({
    type: "home_inventory/device/update",
    device: "d1",
    name: "Telly",
    device_type: null,
  });
});

it("splits off what belongs to another device, but never all of it", async () => {
  const { root, inventory } = await openPanel("/devices/d1", "device-name");
  find(root, "split")!.click();
  await settle(200);
  const dialog = find(document.body, "split-dialog")!;
  const save = find<HTMLButtonElement>(dialog, "save")!;
  const boxes = findAll<HTMLInputElement>(dialog, "split-identity");
  const tick = async (box: HTMLInputElement, checked: boolean) => {
    box.checked = checked;
    box.dispatchEvent(new Event("change"));
    await settle();
  };
  expect(save.disabled).toBe(true);
  await tick(boxes[0]!, true);
  await tick(boxes[1]!, true);
  expect(save.disabled).toBe(true);
  await tick(boxes[0]!, false);

  dialog.dispatchEvent(new Event("submit"));
  await settle(50);

  expect(inventory.asked.find((one) => one.type.endsWith("split_off"))).toMatchObject({
    device: "d1",
    identities: [{ kind: "hostname", value: "Living room TV", scope: "site1" }],
  });
});

it("takes a merge back after asking", async () => {
  const inventory = new FakeInventory();
  const at = "2026-11-20T10:00:00+00:00";
  inventory.sources.details.d1 = { merges: [{ batch: "b7", name: "samsung-tv", at }] };
  const { root } = await openPanel("/devices/d1", "merged", inventory);
  expect(read(root, "merged")).toContain("samsung-tv");

  find(root, "unmerge")!.click();
  await settle(200);
  const dialog = find(document.body, "confirm-dialog")!;
  expect(textOf(dialog)).toContain("Take samsung-tv and Living room TV apart?");
  dialog.dispatchEvent(new Event("submit"));
  await settle(100);

  expect(inventory.asked).toContainEqual({ type: "home_inventory/device/split", batch: "b7" });
  expect(find(root, "merges")).toBeUndefined();
  expect(read(document.body, "toast")).toContain("samsung-tv is a device of its own again");
});

it("removes a device and restores it", async () => {
  const { root, inventory } = await openPanel("/devices/d1", "device-name");

  find(root, "remove")!.click();
  await settle(300);
  expect(inventory.sources.devices[0]!.archived_at).not.toBeNull();
  expect(find(root, "edit")).toBeUndefined();

  find(root, "restore")!.click();
  await settle(300);
  expect(inventory.sources.devices[0]!.archived_at).toBeNull();
});

it("has nothing to write with for somebody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;
  const { root } = await openPanel("/devices/d2", "device-name", inventory);

  expect(find(root, "device-name")).toBeDefined();
  expect(find(root, "suggestion")).toBeDefined();
  const buttons = ["adopt", "edit", "remove", "split", "switch-ignored", "accept-merge"];
  expect(buttons.filter((button) => find(root, button))).toEqual([]);
});

it("says so when there is no such device", async () => {
  const { root } = await openPanel("/devices/unknown", "load-error");

  expect(read(root, "load-error")).toContain("device_not_found");
});
