import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { afterEach, expect, it } from "vitest";
import { mount, settle } from "../../dev/mount";
import type { HomeAssistant } from "../ha/types";
import { concerns, concernsKind, SubscribeController, type Notice } from "./subscribe";

class Watcher extends LitElement {
  @property({ attribute: false }) public hass?: HomeAssistant;
  public seen: (readonly Notice[])[] = [];

  public constructor() {
    super();
    new SubscribeController(this, (notices) => this.seen.push(notices));
  }
}
customElements.define("test-watcher", Watcher);

const notice = (truncated = false): Notice => ({
  batch: "b",
  sequence: 1,
  user_id: null,
  source: "system",
  count: 1,
  changes: [{ kind: "stock", operation: "update", id: "s", item_id: "drill" }],
  truncated,
});

afterEach(() => document.body.replaceChildren());

it("is told about changes while it is in the page, and not afterwards", async () => {
  const { element, inventory } = await mount<Watcher>("test-watcher", {});
  expect(inventory.history.listeners).toBe(1);

  element.remove();
  await settle();

  expect(inventory.history.listeners).toBe(0);
});

it("subscribes again when it is put back", async () => {
  const { element, inventory } = await mount<Watcher>("test-watcher", {});
  element.remove();
  document.body.append(element);
  await settle();

  expect(inventory.history.listeners).toBe(1);
});

it("knows that it may have missed something when it is put back, and only then", async () => {
  const { element, inventory } = await mount<Watcher>("test-watcher", {});
  await settle(200);
  expect(element.seen).toEqual([]);

  element.remove();
  inventory.handle({ type: "item/adjust", item: inventory.items[0]!.id, by: 1 });
  document.body.append(element);
  await settle(200);

  expect(element.seen).toEqual([[]]);
});

it("hands over changes that come close together at once", async () => {
  const { element, inventory } = await mount<Watcher>("test-watcher", {});
  const item = inventory.items[0]!.id;
  inventory.handle({ type: "item/adjust", item, by: 1 });
  inventory.handle({ type: "item/adjust", item, by: 1 });
  await settle(200);

  expect(element.seen).toHaveLength(1);
  expect(element.seen[0]).toHaveLength(2);
});

it("knows what a notice is about", () => {
  expect(concerns([notice()], "drill")).toBe(true);
  expect(concerns([notice()], "saw")).toBe(false);
  expect(concernsKind([notice()], "item", "stock")).toBe(true);
  expect(concernsKind([notice()], "location")).toBe(false);
});

it("reloads everything when a notice does not name everything, or some were missed", () => {
  expect(concerns([notice(true)], "saw")).toBe(true);
  expect(concerns([], "saw")).toBe(true);
});
