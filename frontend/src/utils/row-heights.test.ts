import { expect, it } from "vitest";
import { RowHeights } from "./row-heights";

it("knows where rows begin before any was measured", () => {
  const rows = new RowHeights(100_000, 60);

  expect(rows.total).toBe(6_000_000);
  expect(rows.top(99_999)).toBe(5_999_940);
  expect(rows.at(5_999_999)).toBe(99_999);
  expect(rows.at(59)).toBe(0);
  expect(rows.at(60)).toBe(1);
});

it("takes what was measured instead of the guess", () => {
  const rows = new RowHeights(1000, 60);

  expect(rows.set(10, 100)).toBe(40);
  expect(rows.set(10, 100)).toBe(0);
  expect([rows.top(10), rows.top(11), rows.total]).toEqual([600, 700, 60_040]);
  expect([rows.at(699), rows.at(700)]).toEqual([10, 11]);
});

it("keeps what was measured when rows come and go", () => {
  const rows = new RowHeights(300, 10);
  rows.set(0, 30);
  rows.set(299, 50);

  rows.resize(299);
  expect(rows.total).toBe(3010);
  rows.resize(600);
  expect(rows.total).toBe(6020);
});

it("stays within the list", () => {
  const rows = new RowHeights(3, 10);
  expect([rows.at(-5), rows.at(1000), rows.top(99)]).toEqual([0, 2, 30]);
  expect(new RowHeights(0, 10).at(5)).toBe(0);
});
