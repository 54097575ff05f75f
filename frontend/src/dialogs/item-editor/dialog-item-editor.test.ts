import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeItem } from "../../../dev/fake-data";
import { FakeInventory } from "../../../dev/fake-inventory";
import { find, findAll, mount, settle, textOf, type } from "../../../dev/mount";
import type { InventoryInfo } from "../../data/info";
import type { ItemFields, ItemResult } from "../../data/item";
import "./dialog-item-editor";
import type { DialogItemEditor } from "./dialog-item-editor";

const open = async (params: object) => {
  const info = new FakeInventory().handle({ type: "info" }) as InventoryInfo;
  const { element } = await mount<DialogItemEditor>("home-inventory-dialog-item-editor", {
    params: { info, ...params },
  });
  return element.renderRoot as ShadowRoot;
};

const PUMP = makeItem("Heat pump", { custom: { power: 8 } });

const edit = async () => {
  const sent: ItemFields[] = [];
  const update = (fields: ItemFields): Promise<ItemResult> => {
    sent.push(fields);
    return Promise.resolve({ item: PUMP, batch: "b" });
  };
  return { root: await open({ item: PUMP, update }), sent };
};

const save = async (root: ShadowRoot) => {
  find<HTMLButtonElement>(root, "save")!.click();
  await settle();
};

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: false })));
afterEach(() => document.body.replaceChildren());

it("offers a device of its own only for an item that is there already", async () => {
  const { root } = await edit();
  expect(find(root, "field-promoted")).toBeDefined();

  const fresh = await open({ add: () => Promise.reject(new Error("not asked for")) });
  expect(find(fresh, "field-promoted")).toBeUndefined();
  expect(find(fresh, "field-custom")).toBeDefined();
});

it("saves own fields and the device", async () => {
  const { root, sent } = await edit();

  find(root, "field-promoted")!.click();
  find(root, "custom-add")!.click();
  await settle();
  type(findAll<HTMLInputElement>(root, "custom-name")[1]!, "colour");
  type(findAll<HTMLInputElement>(root, "custom-value")[1]!, "white");
  await save(root);

  expect(sent).toEqual([{ custom: { power: 8, colour: "white" }, promoted: true }]);
});

it("saves other names", async () => {
  const { root, sent } = await edit();
  const field = find(root, "field-aliases")!;

  const input = field.shadowRoot!.querySelector("input")!;
  for (const name of ["Heater", "the box outside"]) {
    type(input, name);
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await settle();
  }
  await save(root);

  expect(sent).toEqual([{ aliases: ["Heater", "the box outside"] }]);
});

it("asks for the name of an own field that has a value", async () => {
  const { root, sent } = await edit();

  type(find<HTMLInputElement>(root, "custom-name")!, "");
  await save(root);

  expect(textOf(find(root, "error"))).toBe("Give every own field a name.");
  expect(sent).toEqual([]);
});

it("says what it may be waiting for when an answer takes long", async () => {
  let answer: (result: ItemResult) => void = () => undefined;
  const update = () => new Promise<ItemResult>((resolve) => (answer = resolve));
  const root = await open({ item: PUMP, update });
  type(find<HTMLInputElement>(root, "name")!, "Heat pump 2");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  find<HTMLButtonElement>(root, "save")!.click();
  await vi.advanceTimersByTimeAsync(2900);
  const before = find(root, "slow");
  await vi.advanceTimersByTimeAsync(200);
  vi.useRealTimers();

  expect(before).toBeUndefined();
  expect(textOf(find(root, "slow"))).toContain("While a backup runs, changes wait");
  expect(find<HTMLButtonElement>(root, "save")!.disabled).toBe(true);

  answer({ item: PUMP, batch: "b" });
  await settle();
  expect(find(root, "slow")).toBeUndefined();
});
