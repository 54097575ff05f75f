import { afterEach, beforeEach, expect, it } from "vitest";
import { settle } from "../../dev/mount";
import { SlowHistory } from "../../dev/slow-history";
import { followBack, navigate } from "./navigate";

let slow: SlowHistory;
beforeEach(() => (slow = new SlowHistory()));
afterEach(() => slow.end());

const tapBack = (): void => {
  const link = document.createElement("a");
  link.href = "/home-inventory/items";
  link.addEventListener("click", followBack);
  link.click();
};

it("goes back once to where one came from, also when somebody taps twice", async () => {
  navigate("/home-inventory/items/1");
  navigate("/home-inventory/items/2");
  tapBack();
  tapBack();
  expect(slow.steps).toBe(1);

  slow.arrive();
  await settle();
  tapBack();
  expect([slow.steps, slow.entries.length]).toEqual([1, 2]);
});

it("follows the link where the page was opened directly", () => {
  tapBack();
  expect([slow.steps, slow.entries.length]).toEqual([0, 2]);
});
