import { expect, it } from "vitest";
import { customProblem, fromCustomRows, toCustomRows } from "./custom-rows";

const row = (name: string, text: string) => ({ name, text, type: "text" as const });

it("brings every kind of value back as it was", () => {
  const custom = { color: "red", watts: 0.5, insured: false, checked: null };

  expect(fromCustomRows(toCustomRows(custom))).toEqual(custom);
});

it("keeps a number a number, however it is typed, and a new value a text", () => {
  const [watts] = toCustomRows({ watts: 18 });

  expect(fromCustomRows([{ ...watts!, text: "1,5" }, row("part", "007")])).toEqual({
    watts: 1.5,
    part: "007",
  });
});

it("leaves out rows that nobody wrote anything into", () => {
  expect(fromCustomRows([row(" ", ""), row(" size ", " XL ")])).toEqual({ size: "XL" });
});

it("finds values without a name and names that are there twice", () => {
  expect(customProblem([row("size", "XL"), row("", "")])).toBeUndefined();
  expect(customProblem([row("", "XL")])).toBe("unnamed");
  expect(customProblem([row("size", "XL"), row("size ", "L")])).toBe("double");
});
