import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, findAll, settle, textOf } from "../../dev/mount";
import { openPanel } from "../../dev/open-panel";
import "./home-inventory-panel";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

const lively = () => {
  const inventory = new FakeInventory();
  const [drill, batteries] = inventory.items;
  inventory.handle({ type: "item/adjust", item: batteries!.id, by: 2 });
  inventory.handle({ type: "item/lend", item: drill!.id, borrower: "Anna" });
  inventory.handle({ type: "item/update", item: drill!.id, notes: "Good" });
  return { inventory, drill: drill!, batteries: batteries! };
};

const batchesOf = (root: ParentNode) => findAll(root, "activity-batch");
const read = (element: HTMLElement) => textOf(element.shadowRoot as unknown as Element);

it("tells what happened, newest first, under its day", async () => {
  const { inventory } = lively();
  const { root } = await openPanel("/activity", "activity-batch", inventory);

  expect(findAll(root, "activity-day")).toHaveLength(1);
  expect(textOf(find(root, "activity-day"))).toContain("Today");
  expect(batchesOf(root).map(read).join(" | ")).toMatch(
    /Good.*\|.*Lent 1.*|all of it.*\|.*Put 2 in/,
  );
});

it("narrows to a kind, and keeps that in the address", async () => {
  const { inventory } = lively();
  const { root } = await openPanel("/activity?kind=loan", "activity-batch", inventory);
  expect(batchesOf(root)).toHaveLength(1);

  const kind = find<HTMLSelectElement>(root, "activity-kind")!;
  kind.value = "stock";
  kind.dispatchEvent(new Event("change"));
  await settle(100);

  expect(location.search).toBe("?kind=stock");
  expect(inventory.asked.at(-1)).toMatchObject({ kinds: ["stock"] });
  find(root, "clear-filters")!.click();
  await settle(100);
  expect(location.search).toBe("");
  expect(batchesOf(root)).toHaveLength(3);
});

it("shows only what happened to one thing", async () => {
  const { inventory, drill } = lively();
  const { root } = await openPanel("/activity", "activity-batch", inventory);
  findAll(root, "activity-only")[0]!.click();
  await settle(100);

  expect(location.search).toBe(`?item=${drill.id}`);
  expect(batchesOf(root)).toHaveLength(2);
  expect(textOf(find(root, "activity-thing"))).toBe("About Cordless drill");
});

it("narrows to the way in which something was done", async () => {
  const { inventory } = lively();
  const { root } = await openPanel("/activity?source=voice", "activity", inventory);
  expect(inventory.asked.some(({ sources }) => String(sources) === "voice")).toBe(true);
  const source = find<HTMLSelectElement>(root, "activity-source")!;
  source.value = "automation";
  source.dispatchEvent(new Event("change"));
  await settle(100);

  expect(location.search).toBe("?source=automation");
  expect(inventory.asked.at(-1)).toMatchObject({ sources: ["automation"] });
});

it("takes a batch back, and says why that is not possible", async () => {
  const { inventory } = lively();
  const { root } = await openPanel("/activity", "activity-batch", inventory);
  findAll(root, "activity-undo")[0]!.click();
  await settle(300);
  expect(batchesOf(root)).toHaveLength(4);
  expect(read(batchesOf(root)[1]!)).toContain("undone");

  const lent = inventory.history
    .list(undefined)
    .batches.find(({ changes }) => changes[0]!.kind === "loan")!;
  const undo = findAll(root, "activity-undo")[0]!;
  inventory.history.undo(lent.batch);
  undo.click();
  await settle(300);
  expect(textOf(find(root, "undo-refused"))).not.toBe("");
});

it("follows what happens elsewhere, and reads on where it ended", async () => {
  const { inventory, batteries } = lively();
  for (let by = 1; by <= 60; by += 1)
    inventory.handle({ type: "item/adjust", item: batteries.id, by });
  const { root } = await openPanel("/activity", "activity-batch", inventory);
  const before = batchesOf(root).length;
  expect(before).toBeLessThan(63);
  inventory.handle({ type: "item/adjust", item: batteries.id, by: 1000 });
  await settle(300);

  expect(read(batchesOf(root)[0]!)).toContain("1,000");
});
