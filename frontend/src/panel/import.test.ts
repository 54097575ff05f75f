import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

const TOKEN = "/import/01K9ZTIMPORT00000000000000";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

const choose = async (select: HTMLSelectElement | undefined, value: string) => {
  select!.value = value;
  select!.dispatchEvent(new Event("change"));
  await settle(50);
};

it("asks which column holds the names, and shows then what would change", async () => {
  const { root, inventory } = await openPanel(TOKEN, "import-columns");
  expect(find(root, "import-answer")).toBeUndefined();
  expect(find(root, "import-apply")).toHaveProperty("disabled", true);

  await choose(find(root, "import-column"), "name");

  expect(textOf(find(root, "import-count-new"))).toContain("1 new item");
  expect(textOf(find(root, "import-rejected"))).toContain("Zange");
  expect(inventory.asked.at(-1)).toMatchObject({ mapping: { Ding: "name", Wo: "location" } });
});

it("reads another sheet of a workbook, and goes on with it", async () => {
  const inventory = new FakeInventory();
  inventory.imports.sheets = ["Keller", "Dach"];
  const { root } = await openPanel(TOKEN, "import-sheet", inventory);

  await choose(find(root, "import-sheet"), "Dach");
  await choose(find(root, "import-column"), "name");

  expect(find(root, "import-sheet")).toHaveProperty("value", "Dach");
  expect(inventory.asked.at(-1)).toMatchObject({ sheet: "Dach", mapping: { Ding: "name" } });
});

it("takes nothing while rows are refused, unless the others are wanted all the same", async () => {
  const inventory = new FakeInventory();
  inventory.imports.columns[0]!.target = "name";
  const { root } = await openPanel(TOKEN, "import-apply", inventory);
  expect(find(root, "import-apply")).toHaveProperty("disabled", true);

  find(root, "import-partial")!.click();
  await settle(50);
  find(root, "import-apply")!.click();
  await settle(100);

  expect(inventory.asked).toContainEqual(
    expect.objectContaining({ type: "home_inventory/import/apply", partial: true }),
  );
  expect(location.pathname).toBe("/home-inventory/import");
});

it("says that all or nothing was taken in when Home Assistant goes away meanwhile", async () => {
  const { root, inventory } = await openPanel(TOKEN, "import-column");
  await choose(find(root, "import-column"), "name");
  find(root, "import-partial")!.click();
  await settle(50);
  // What home-assistant-js-websocket throws when the connection breaks.
  vi.spyOn(inventory, "handle").mockRejectedValueOnce(3);
  find(root, "import-apply")!.click();
  await settle(100);

  expect(textOf(find(root, "import-error"))).toContain("all of it is there now or nothing");
});

it("says that a file is no longer kept", async () => {
  const { root } = await openPanel("/import/01K9ZTIMPORT0000000000GONE", "import-error");

  expect(textOf(find(root, "import-error"))).toContain("import_expired");
});
