import { expect, it } from "vitest";
import { parseNumber, roundQuantity } from "./numbers";

it.each([
  ["3", 3],
  [" 1,5 ", 1.5],
  ["0.25", 0.25],
  ["-2", -2],
  ["", undefined],
  ["two", undefined],
  ["1e9", undefined],
  ["1.2.3", undefined],
])("reads %j as %j", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

it("rounds away what floating point adds", () => {
  expect(roundQuantity(0.1 + 0.2)).toBe(0.3);
});
