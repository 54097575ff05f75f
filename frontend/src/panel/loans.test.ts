import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf, type } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

const COMPLETE = "Christmas lights with a very long name that goes on and on";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => {
  for (const open of document.querySelectorAll("*")) {
    if (open.localName.startsWith("home-inventory-dialog")) open.remove();
  }
  document.body.replaceChildren();
});

const openItem = async (name: string, inventory = new FakeInventory()) => {
  const item = inventory.items.find((one) => one.name === name)!;
  const { root } = await openPanel(`/items/${item.id}`, "item-detail", inventory);
  return { root, item, inventory };
};

it("lends a thing and takes it back", async () => {
  const { root, item, inventory } = await openItem("Cordless drill");
  expect(find(root, "loan")).toBeUndefined();

  find(root, "lend")!.click();
  await settle(200);
  expect(find(document, "lend-quantity")).toBeUndefined();
  type(find<HTMLInputElement>(document, "lend-borrower")!, " Anna ");
  type(find<HTMLInputElement>(document, "lend-due")!, "2026-01-06");
  find(document, "save")!.click();
  await settle(400);

  expect(item.loans.map(({ borrower, due_on: due }) => [borrower, due])).toEqual([
    ["Anna", "2026-01-06"],
  ]);
  expect(textOf(find(root, "badge-lent"))).toBe("Lent to Anna");
  expect(textOf(find(root, "badge-overdue"))).toBe("Overdue");
  expect(find(root, "lend")).toBeUndefined();
  expect(textOf(find(root, "history"))).toContain("Lent 1 pc to Anna, due back Jan 6, 2026");

  find(root, "return")!.click();
  await settle(400);

  expect(inventory.items.find(({ id }) => id === item.id)!.loans).toEqual([]);
  expect(find(root, "badge-lent")).toBeUndefined();
  expect(textOf(find(root, "history"))).toContain("Anna returned it");
});

it("asks how many of several, and refuses what is no number", async () => {
  const { root, item } = await openItem(COMPLETE);
  find(root, "lend")!.click();
  await settle(200);
  find(document, "save")!.click();
  await settle(50);
  expect(textOf(find(document, "error"))).toBe("Say who gets it.");

  type(find<HTMLInputElement>(document, "lend-borrower")!, "Ben");
  type(find<HTMLInputElement>(document, "lend-quantity")!, "two");
  find(document, "save")!.click();
  await settle(50);
  expect(item.loans).toEqual([]);

  type(find<HTMLInputElement>(document, "lend-quantity")!, "3");
  find(document, "save")!.click();
  await settle(400);
  expect(textOf(find(root, "badge-lent"))).toBe("3 of 4 lent");

  find(root, "return")!.click();
  await settle(200);
  type(find<HTMLInputElement>(document, "return-quantity")!, "1");
  find(document, "save")!.click();
  await settle(400);

  expect(textOf(find(root, "lent-quantity"))).toBe("2 of 4");
  expect(textOf(find(root, "history"))).toContain("Ben returned 1 pc");
});

it("offers who has something already", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  inventory.handle({ type: "item/lend", item: drill.id, borrower: "The neighbours" });
  const { root } = await openItem(COMPLETE, inventory);
  find(root, "lend")!.click();
  await settle(200);

  const options = findAll(document, "lend-borrower")[0]!.parentElement!.querySelectorAll("option");
  expect([...options].map(({ value }) => value)).toContain("The neighbours");
});

it("says in the overview what is lent and what should be back", async () => {
  const inventory = new FakeInventory();
  const [first, second] = inventory.items;
  inventory.handle({ type: "item/lend", item: first!.id, borrower: "Anna", due_on: "2026-01-01" });
  inventory.handle({ type: "item/lend", item: second!.id, borrower: "Ben" });
  const { root } = await openPanel("/overview", "overview-loans", inventory);

  expect(textOf(find(root, "count-lent"))).toContain("2 items are lent");
  expect(textOf(find(root, "count-overdue"))).toContain("1 item is overdue");
  expect(find(root, "count-overdue")!.getAttribute("href")).toBe("/home-inventory/items?overdue=1");
});

it("narrows the list to what is lent, also by its address", async () => {
  const inventory = new FakeInventory();
  const drill = inventory.items.find(({ name }) => name === "Cordless drill")!;
  inventory.handle({ type: "item/lend", item: drill.id, borrower: "Anna" });
  await openPanel("/items?lent=1&borrower=Anna", "search", inventory);

  expect(inventory.asked.filter(({ lent }) => lent === true).at(-1)).toMatchObject({
    borrower: "Anna",
  });
});
