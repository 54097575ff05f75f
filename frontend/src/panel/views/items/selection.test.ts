import { expect, it } from "vitest";
import { EVERYTHING, isSelected, NOTHING, sizeOf, withSelected } from "./selection";

it("selects some, and takes some out again", () => {
  const some = withSelected(NOTHING, ["a", "b", "c"], true);
  const fewer = withSelected(some, ["b", "x"], false);

  expect([...fewer.ids]).toEqual(["a", "c"]);
  expect([isSelected(fewer, "a"), isSelected(fewer, "b")]).toEqual([true, false]);
  expect(sizeOf(fewer, 100_000)).toBe(2);
});

it("selects everything but some", () => {
  const most = withSelected(EVERYTHING, ["a", "b"], false);
  const again = withSelected(most, ["b"], true);

  expect([isSelected(again, "a"), isSelected(again, "b"), isSelected(again, "c")]).toEqual([
    false,
    true,
    true,
  ]);
  expect(sizeOf(again, 100_000)).toBe(99_999);
});
