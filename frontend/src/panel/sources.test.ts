import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeRun, makeSource, NOTHING_NEW } from "../../dev/fake-devices";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

const read = (root: ParentNode, id: string) => textOf(find(root, id));

const click = async (root: ParentNode, id: string) => {
  find(root, id)!.click();
  await settle(100);
};

const syncs = (inventory: FakeInventory) =>
  inventory.asked.filter(({ type }) => type === "home_inventory/source/sync");

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

it("lists sources with how they are doing, and leads to where they are added", async () => {
  const { root } = await openPanel("/sources", "source-row");

  const rows = findAll(root, "source-row").map(textOf);
  expect(rows[0]).toContain("HomeSeer HomeSeer · Maple Street Failed");
  expect(rows[1]).toContain("192.168.1.0/24 Network · Maple Street Works");
  expect(rows[2]).toContain("Home Assistant");
  expect(find(root, "add-source")!.getAttribute("href")).toBe(
    "/config/integrations/integration/home_inventory",
  );
});

it("runs a source now and says what that brought", async () => {
  const { root, inventory } = await openPanel("/sources/net1", "source-name");

  await click(root, "run");

  expect(syncs(inventory)).toEqual([{ type: "home_inventory/source/sync", source: "net1" }]);
  expect(read(document.body, "toast")).toContain("New: 1 · Missing: 1");
});

it("shows what a run would bring before it is applied", async () => {
  const { root, inventory } = await openPanel("/sources/net1", "source-name");

  await click(root, "show-preview");
  expect(syncs(inventory)[0]).toMatchObject({ dry_run: true });
  expect(read(root, "preview-new")).toContain("new-phone Google · 192.168.1.50");
  expect(read(root, "preview-missing")).toBe("Missing: 1 printer");

  await click(root, "apply");
  expect(syncs(inventory)[1]).toEqual({ type: "home_inventory/source/sync", source: "net1" });
  expect(find(root, "preview")).toBeUndefined();
});

it("shows which fields of a device would change", async () => {
  const inventory = new FakeInventory();
  const fields: Record<string, [string | null, string | null]> = {
    type: ["TV", null],
    identities: ["a", "a, b"],
  };
  const changed = { id: "d1", name: "Living room TV", fields };
  inventory.sources.answer = { ...NOTHING_NEW, changed: [changed] };
  const { root } = await openPanel("/sources/net1", "source-name", inventory);

  await click(root, "show-preview");

  expect(read(root, "preview-changed")).toBe(
    "Changed: 1 Living room TV Type: TV → – Known by changed",
  );
});

it("says that nothing would change", async () => {
  const inventory = new FakeInventory();
  inventory.sources.answer = NOTHING_NEW;
  const { root } = await openPanel("/sources/net1", "source-name", inventory);

  await click(root, "show-preview");

  expect(read(root, "preview")).toBe("Nothing changes.");
});

it("asks before it believes that most devices are gone", async () => {
  const { root, inventory } = await openPanel("/sources/net1", "source-name");
  inventory.sources.refusal = "implausible_harvest";

  await click(root, "run");
  expect(read(root, "error")).toContain("implausible_harvest");

  await click(root, "confirm-run");
  expect(syncs(inventory)[1]).toMatchObject({ confirmed: true });
  expect(find(root, "error")).toBeUndefined();
});

it("offers no confirmation for what can't be confirmed", async () => {
  const { root, inventory } = await openPanel("/sources/net1", "source-name");
  inventory.sources.refusal = "source_unreachable";

  await click(root, "run");

  expect(read(root, "error")).toContain("source_unreachable");
  expect(find(root, "confirm-run")).toBeUndefined();
});

it("shows the last runs, also how they failed", async () => {
  const inventory = new FakeInventory();
  const placeholders = { source: "HomeSeer" };
  const error = { code: "source_unreachable", message: "No answer", placeholders };
  inventory.sources.runs = [makeRun("run2", { error, complete: false }), makeRun("run1")];
  const { root } = await openPanel("/sources/net1", "run-entry", inventory);

  const [failed, good] = findAll(root, "run-entry").map(textOf);
  expect(failed).toContain('source_unreachable {"source":"HomeSeer"}');
  expect(good).toContain("New: 2 · Missing: 1");
});

it("says what differs between two runs, the earlier one first", async () => {
  const inventory = new FakeInventory();
  const error = { code: "source_unreachable", message: "No answer" };
  inventory.sources.runs = [
    makeRun("run4"),
    makeRun("run3", { error }),
    makeRun("run2"),
    makeRun("run1"),
  ];
  const seen = { manufacturer: null, model: null, addresses: ["192.168.1.9"], macs: [] };
  inventory.sources.differences = [
    { change: "appeared", name: "Fan", ...seen, fields: {} },
    { change: "changed", name: "Lamp", ...seen, fields: { presence: ["seen", "absent"] } },
  ];
  const { root } = await openPanel("/sources/net1", "run-entry", inventory);
  const asked = () => inventory.asked.filter(({ type }) => type.endsWith("source/diff"));
  const choose = async (index: number) => {
    findAll<HTMLInputElement>(root, "compare-run")[index]!.click();
    await settle(50);
  };

  await click(root, "compare");
  await choose(0);
  expect(asked()).toEqual([]);
  await choose(2);

  expect(asked()[0]).toMatchObject({ first: "run1", second: "run4" });
  expect(read(root, "diff-appeared")).toBe("Came: 1 Fan 192.168.1.9");
  expect(read(root, "diff-changed")).toContain("Presence: there → away");
  expect(find(root, "diff-gone")).toBeUndefined();

  await choose(1);
  expect(asked()[1]).toMatchObject({ first: "run1", second: "run2" });
  await click(root, "compare");
  expect(find(root, "differences")).toBeUndefined();
});

it("can't be run while it runs, and not at all where files are taken in", async () => {
  const inventory = new FakeInventory();
  inventory.sources.sources = [
    makeSource("net1", "network", { running: true }),
    makeSource("scan_1", "scan"),
  ];
  const { root } = await openPanel("/sources/net1", "source-name", inventory);
  expect(find<HTMLButtonElement>(root, "run")!.disabled).toBe(true);

  const files = await openPanel("/sources/scan_1", "source-name", inventory);
  expect(find(files.root, "run")).toBeUndefined();
});

it("offers to write to nobody who may only read", async () => {
  const inventory = new FakeInventory();
  inventory.canWrite = false;
  const { root } = await openPanel("/sources", "source-row", inventory);
  const detail = await openPanel("/sources/net1", "source-name", inventory);

  expect([find(root, "import-scan"), find(root, "add-source")]).toEqual([undefined, undefined]);
  expect(find(detail.root, "run")).toBeUndefined();
});

it("lists networks and the addresses of one, and marks where two quarrel", async () => {
  const list = await openPanel("/networks", "network-row");
  expect(read(list.root, "network-row")).toBe("192.168.1.0/24 Maple Street 62 used 192 free");

  const { root } = await openPanel("/networks/net1", "address", list.inventory);
  expect(read(root, "network-name")).toBe("192.168.1.0/24");
  expect(read(root, "address")).toContain("192.168.1.20 Living room TV");
  expect(findAll(root, "is-conflict")).toHaveLength(1);
  expect(read(root, "conflict")).toContain("00:12:fb:00:00:01, 00:80:77:00:00:02");
  expect(read(root, "free")).toContain("192.168.1.1");
});

it("draws a network as a grid, and keeps that in the address", async () => {
  const { root } = await openPanel("/networks/net1", "address");

  await click(root, "view-grid");

  const cells = [...find(root, "grid")!.children];
  expect(cells).toHaveLength(254);
  expect(cells[0]!.getAttribute("aria-label")).toBe("192.168.1.1: free");
  expect(cells[19]!.querySelector("a")!.title).toBe(
    "192.168.1.20: Living room TV · Online · Conflict",
  );
  expect(location.search).toBe("?view=grid");
});
