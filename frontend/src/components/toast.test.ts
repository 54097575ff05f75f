import { afterEach, expect, it, vi } from "vitest";
import { find, settle } from "../../dev/mount";
import { showToast } from "./toast";

afterEach(() => document.body.replaceChildren());

const press = (key: string, on: EventTarget = document.body): void => {
  const how = { key, ctrlKey: true, bubbles: true, composed: true, cancelable: true };
  on.dispatchEvent(new KeyboardEvent("keydown", how));
};

const say = async (run?: () => void) => {
  showToast({
    message: "Moved",
    closeLabel: "Close",
    ...(run ? { action: { label: "Undo", run } } : {}),
  });
  await settle();
};

it("is taken back by the keys that undo anywhere else, once", async () => {
  const run = vi.fn();
  await say(run);
  press("z");
  press("z");

  expect(run).toHaveBeenCalledOnce();
});

it("leaves the keys to a field that one types in, and to a page where nothing is to be undone", async () => {
  const run = vi.fn();
  await say(run);
  const field = document.createElement("input");
  document.body.append(field);
  press("z", field);
  await say();
  press("z");

  expect(run).not.toHaveBeenCalled();
});

it("gives the keyboard back to where it was", async () => {
  const button = document.createElement("button");
  document.body.append(button);
  button.focus();
  await say(() => undefined);
  find(document, "undo")!.focus();
  find(document, "undo")!.click();

  expect(document.activeElement).toBe(button);
});
