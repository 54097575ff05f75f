import { describe, expect, it } from "vitest";
import { keysOf, partOf } from "./build-texts.mjs";

const KEYS = ["kind.box", "kind.room", "item.more_one", "item.more_other", "items.count"];

describe("what a source asks for", () => {
  it.each([
    ["a key as it is", 'this.localize("items.count")', ["items.count"]],
    [
      "both numbers of a key",
      'localize("item.more", { count })',
      ["item.more_one", "item.more_other"],
    ],
    ["all keys that begin so", "localize(`kind.${kind}`)", ["kind.box", "kind.room"]],
    ["nothing", 'import "./items";', []],
  ])("is %s", (_, source, keys) => {
    expect(keysOf(source, KEYS)).toEqual(keys);
  });

  it.each([
    ["src/dialogs/name/dialog-name.ts", "dialogs"],
    ["src/panel/views/overview-view.ts", "overview-view"],
    ["src/panel/views/items/bulk-bar.ts", "items"],
  ])("comes with %s as %s", (path, part) => {
    expect(partOf(path)).toBe(part);
  });
});
