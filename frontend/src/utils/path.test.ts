import { expect, it } from "vitest";
import { addressOf, depthOf, parentPath, trailOf } from "./path";

const SHELF = "Home / Garage / Shelf 2";

it("writes a place like a postal address and leaves the home out", () => {
  expect(addressOf(SHELF, "Home")).toBe("Shelf 2, Garage");
  expect(addressOf("Home", "Home")).toBe("Home");
  expect(addressOf("Cabin / Garage", "Home")).toBe("Garage, Cabin");
});

it("writes a place from the outside in", () => {
  expect(trailOf(SHELF)).toBe("Home › Garage › Shelf 2");
});

it("knows what is around a place", () => {
  expect(parentPath(SHELF)).toBe("Home / Garage");
  expect(parentPath("Home")).toBe("");
  expect(depthOf(SHELF)).toBe(2);
});
