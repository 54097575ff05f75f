import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { refuse } from "../../dev/fake-history";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf } from "../../dev/mount";
import { RECOVERY_KINDS } from "../data/types.gen";
import "./home-inventory-panel";
import type { HomeInventoryPanel } from "./home-inventory-panel";

const open = async (path: string, inventory = new FakeInventory()) => {
  const route = { prefix: "/home-inventory", path };
  const { element } = await mount<HomeInventoryPanel>(
    "home-inventory-panel",
    { route, narrow: true },
    inventory,
  );
  const root = element.renderRoot as ShadowRoot;
  // Pages are loaded when they are asked for.
  for (let waited = 0; root.querySelector("main .state") && waited < 100; waited += 1)
    await settle();
  await settle(50);
  return { element, root, inventory };
};

const read = (root: ParentNode, id: string) => textOf(find(root, id));

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("shows how much there is, and how it is kept", async () => {
  const { root } = await open("/overview");

  expect(read(root, "count-items")).toBe("128 items");
  expect(read(root, "storage-database")).toBe("SQLite · 52.4 MB");
  expect(read(root, "storage-journal")).toBe("82 kB");
  expect(read(root, "storage-snapshot")).toBe("2 hours ago");
  expect(read(root, "storage-changes")).toBe("1,205");
  expect(read(root, "storage-recovery")).toBe("Nothing had to be mended so far.");
  expect(read(root, "storage-store_id")).toBe("01K9ZT5V3N8Q2M7W4X6Y1B0C2D");
  expect(read(root, "storage-generation")).toBe("1");
});

it("does without what the server does not say", async () => {
  const inventory = new FakeInventory();
  inventory.store.change({ database: "mysql", database_bytes: null, snapshot_at: null });
  const { root } = await open("/overview", inventory);

  expect(read(root, "storage-database")).toBe("MariaDB");
  expect(read(root, "storage-snapshot")).toBe("None yet");
});

it.each(RECOVERY_KINDS)("tells in words what was done: %s", async (kind) => {
  const inventory = new FakeInventory();
  const at = "2026-11-21T09:30:00Z";
  const counts = { items: 12, locations: 3, changes: 40, unreadable: 2 };
  const kept_in = "home_inventory/kept/20261121-damaged";
  inventory.store.change({ recovery: { kind, at, ...counts, kept_in } });
  const { root } = await open("/overview", inventory);

  const text = read(root, "storage-recovery");
  expect(text).toContain("2026");
  expect(text).not.toMatch(/recovery\.|[{}]/);
  expect(text).toContain("Could not be read: 2.");
  expect(text).toContain("What was replaced is kept in home_inventory/kept/20261121-damaged.");
});

it("creates a snapshot and shows it at once", async () => {
  const { root } = await open("/overview");

  find(root, "create-snapshot")!.click();
  await settle(50);

  expect(textOf(find(document.body, "toast"))).toContain(
    "Snapshot created: home_inventory/journal",
  );
  expect(read(root, "storage-snapshot")).toBe("now");
  expect(read(root, "storage-snapshots")).toBe("4");
});

it("says why a snapshot could not be created, and lets try again", async () => {
  const { root, inventory } = await open("/overview");
  vi.spyOn(inventory.store, "snapshot").mockImplementation(() => refuse("journal_unwritable"));

  find(root, "create-snapshot")!.click();
  await settle(50);

  expect(read(root, "error")).toContain("journal_unwritable");
  expect(find<HTMLButtonElement>(root, "create-snapshot")!.disabled).toBe(false);
});

it("offers snapshots to administrators only", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;
  const { root } = await open("/overview", inventory);

  expect(find(root, "storage")).toBeDefined();
  expect(find(root, "create-snapshot")).toBeUndefined();
});

it("counts what is added somewhere else, without a reload", async () => {
  const { root, inventory } = await open("/overview");

  inventory.handle({ type: "item/add", name: "Aardvark", location: "Cabin" });
  await settle(300);

  expect(read(root, "count-items")).toBe("129 items");
});

it("says on every page that a backup holds changes back, until it has ended", async () => {
  const { root, inventory } = await open("/items");
  expect(find(root, "backup-banner")).toBeUndefined();

  const backup_since = new Date(2026, 10, 21, 14, 5).toISOString();
  inventory.store.change({ backup_since });
  await settle();
  expect(read(root, "backup-banner")).toMatch(/^A backup has been running since 0?2:05/);

  inventory.store.change({ waiting: 1 });
  await settle();
  expect(read(root, "backup-banner")).toContain("1 change waits");

  inventory.store.change({ waiting: 3 });
  await settle();
  expect(read(root, "backup-banner")).toContain("3 changes wait");

  inventory.store.change({ backup_since: null, waiting: 0 });
  await settle();
  expect(findAll(root, "backup-banner")).toEqual([]);
});

it("stops listening when the panel is left", async () => {
  const { element, inventory } = await open("/overview");
  expect(inventory.store.listeners).toBe(1);

  element.remove();
  await settle();

  expect(inventory.store.listeners).toBe(0);
});
