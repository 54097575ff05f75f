import { afterEach, expect, it, vi } from "vitest";
import { find, mount, settle } from "../../dev/mount";
import "./quantity-stepper";
import type { QuantityStepper } from "./quantity-stepper";

const setUp = async (value: number) => {
  const adjust = vi.fn<QuantityStepper["adjust"]>(() => Promise.resolve());
  const properties = { value, adjust, name: "Screws" };
  const { element } = await mount<QuantityStepper>("home-inventory-quantity-stepper", properties);
  const root = element.renderRoot as ShadowRoot;
  return { element, root, adjust, input: find<HTMLInputElement>(root, "quantity-value")! };
};

afterEach(() => document.body.replaceChildren());

it("shows taps at once and sends them as one change", async () => {
  const { root, adjust, input } = await setUp(2);
  find(root, "quantity-plus")!.click();
  find(root, "quantity-plus")!.click();
  await settle();
  expect(input.value).toBe("4");

  await settle(600);
  expect(adjust.mock.calls).toEqual([[{ by: 2 }]]);
});

it("does not go below nothing", async () => {
  const { root, adjust } = await setUp(1);
  find(root, "quantity-minus")!.click();
  find(root, "quantity-minus")!.click();
  await settle(600);

  expect(adjust.mock.calls).toEqual([[{ by: -1 }]]);
});

it("takes a number that is typed, and forgets what is none", async () => {
  const { adjust, input } = await setUp(2);
  input.value = "1,5";
  input.dispatchEvent(new Event("change"));
  expect(adjust.mock.calls).toEqual([[{ to: 1.5 }]]);

  input.value = "lots";
  input.dispatchEvent(new Event("change"));
  await settle();
  expect(adjust).toHaveBeenCalledTimes(1);
  expect(input.value).toBe("2");
});

it("sends what was tapped when it leaves the page", async () => {
  const { element, root, adjust } = await setUp(2);
  find(root, "quantity-plus")!.click();
  element.remove();

  expect(adjust.mock.calls).toEqual([[{ by: 1 }]]);
});
