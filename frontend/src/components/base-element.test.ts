import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { afterEach, expect, it } from "vitest";
import { FakeInventory } from "../../dev/fake-inventory";
import { mount } from "../../dev/mount";
import { InventoryElement } from "./base-element";

@customElement("test-counting")
class Counting extends InventoryElement {
  public count = 0;
  public drawn = 0;

  protected override render() {
    this.drawn += 1;
    return html`${this.count}`;
  }
}

afterEach(() => document.body.replaceChildren());

const open = async () => {
  const { element } = await mount<Counting>("test-counting", {}, new FakeInventory());
  await element.updateComplete;
  return element;
};

it("is not drawn again for states that it does not show", async () => {
  const element = await open();
  const before = element.drawn;

  element.hass = { ...element.hass! };
  await element.updateComplete;

  expect(element.drawn).toBe(before);
});

it("is drawn when it was asked for, also while states change", async () => {
  const element = await open();

  element.count = 7;
  element.requestUpdate();
  element.hass = { ...element.hass! };
  await element.updateComplete;

  expect(element.renderRoot.textContent).toBe("7");
});
