import { expect, it } from "vitest";
import { parsePath } from "./router";

it.each([
  ["", { section: "items" }],
  ["/items", { section: "items" }],
  ["/items/01K", { section: "items", id: "01K" }],
  ["/locations/", { section: "locations" }],
  ["/locations/01K", { section: "locations", id: "01K" }],
  ["/somewhere", { section: "items" }],
  ["/items/%zz", { section: "items", id: "%zz" }],
])("reads the address %j", (path, page) => {
  expect(parsePath(path)).toEqual(page);
});
