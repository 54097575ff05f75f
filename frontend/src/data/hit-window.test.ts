import { expect, it } from "vitest";
import { fakeHass } from "../../dev/fake-hass";
import { FakeInventory } from "../../dev/fake-inventory";
import { settle } from "../../dev/mount";
import { HitWindow } from "./hit-window";

const open = async (around = 0) => {
  const inventory = new FakeInventory();
  for (let number = 0; number < 900; number += 1) {
    inventory.handle({ type: "item/add", name: `Thing ${number}`, location: "Cabin" });
  }
  inventory.asked = [];
  const host = {
    hass: fakeHass(inventory),
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const list = new HitWindow(host);
  await list.load({}, around);
  const asked = () => inventory.asked.splice(0).map(({ offset }) => Number(offset) / 50);
  return { list, inventory, asked };
};

it("reads only the beginning of a long list, and what is around the entry that one was at", async () => {
  const { list, asked } = await open(612);

  expect(asked()).toEqual([0, 12]);
  expect(list.total).toBe(1028);
  expect(list.at(612)).toBeDefined();
  expect(list.at(300)).toBeUndefined();
});

it("reads what is looked at, and a little beyond once a question stands, the nearest first and each page once", async () => {
  const { list, asked } = await open();
  asked();

  list.want(500, 520);
  list.want(501, 521);
  await settle();
  expect(asked()).toEqual([10]);
  await settle(300);

  expect(asked()).toEqual([9, 11, 8, 12]);
  expect(list.at(449)).toBeDefined();
});

it("reads again after a change what is looked at, and forgets the rest", async () => {
  const { list, inventory, asked } = await open();
  list.want(500, 520);
  await settle();
  inventory.handle({ type: "item/add", name: "Aardvark", location: "Cabin" });
  asked();

  await list.refresh();

  expect(list.total).toBe(1029);
  expect(list.at(1)?.type === "item" && list.at(510)).toBeTruthy();
  expect(asked().slice(0, 4)).toEqual([0, 10, 9, 11]);
});

it("names all items between two entries, whether they were read or not", async () => {
  const { list } = await open();

  expect(await list.itemIds(10, 900)).toHaveLength(891);
});
