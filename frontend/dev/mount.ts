import type { LitElement } from "lit";
import { fakeHass } from "./fake-hass";
import { FakeInventory } from "./fake-inventory";

/** Put an element into the page with a `hass` that talks to an inventory in memory. */
export const mount = async <T extends LitElement & { hass?: unknown }>(
  tag: string,
  properties: object,
  inventory = new FakeInventory(),
): Promise<{ element: T; inventory: FakeInventory }> => {
  const element = document.createElement(tag) as T;
  Object.assign(element, properties, { hass: fakeHass(inventory) });
  document.body.append(element);
  await settle();
  return { element, inventory };
};

/** Wait until answers have come and have been drawn, debounced ones too. */
export const settle = (ms = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms + 20));

/** Find an element by its test id, through open shadow roots. */
export const find = <T extends HTMLElement>(root: ParentNode, testId: string): T | undefined =>
  findAll<T>(root, testId)[0];

export const findAll = <T extends HTMLElement>(root: ParentNode, testId: string): T[] => {
  const found: T[] = [];
  for (const element of root.querySelectorAll<T>("*")) {
    if (element.dataset.testid === testId) found.push(element);
    if (element.shadowRoot) found.push(...findAll<T>(element.shadowRoot, testId));
  }
  return found;
};

/** Type into a field. */
export const type = (input: HTMLInputElement, text: string): void => {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

/** The text as it is read, without the white space of the templates. */
export const textOf = (element: Element | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();
