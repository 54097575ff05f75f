import { expect, it } from "vitest";
import { asksForSearch } from "./search-key";

const press = (target: EventTarget, key: string, held: KeyboardEventInit = {}): boolean => {
  let asks = false;
  const listen = (event: Event) => (asks = asksForSearch(event as KeyboardEvent));
  window.addEventListener("keydown", listen, { once: true });
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...held }),
  );
  return asks;
};

it("knows the key from anywhere on the page", () => {
  expect(press(document.body, "/")).toBe(true);
  expect(press(document.body, "a")).toBe(false);
  expect(press(document.body, "/", { ctrlKey: true })).toBe(false);
});

it("leaves the key to a field that one types in", () => {
  const input = document.createElement("input");
  document.body.append(input);

  expect(press(input, "/")).toBe(false);
  input.remove();
});
