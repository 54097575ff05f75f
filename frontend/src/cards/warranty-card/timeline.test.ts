import { expect, it } from "vitest";
import { monthsFrom, timelineOf } from "./timeline";

const TODAY = new Date(2026, 10, 22);
const until = (...days: (string | null)[]) => days.map((warranty_until) => ({ warranty_until }));

it.each([
  [12, "2027-11-22"],
  [-1, "2026-10-22"],
  [0, "2026-11-22"],
])("finds the day %i months away", (months, day) => {
  expect(monthsFrom(TODAY, months)).toBe(day);
});

it("takes the last day of a month that has fewer", () => {
  expect(monthsFrom(new Date(2026, 0, 31), 1)).toBe("2026-02-28");
});

it("puts warranties in order, month by month, those that have ended first", () => {
  const items = until("2027-01-05", "2026-11-30", "2026-11-21", "2026-11-22", null);

  const months = timelineOf(items, 30, TODAY);

  expect(months.map(({ month }) => month)).toEqual([undefined, "2026-11-01", "2027-01-01"]);
  expect(months.flatMap(({ endings }) => endings.map(({ days }) => days))).toEqual([-1, 0, 8, 44]);
});

it("knows what is urgent; the day it ends on still counts", () => {
  const months = timelineOf(until("2026-11-21", "2026-11-22", "2027-02-01"), 30, TODAY);

  const urgencies = months.flatMap(({ endings }) => endings.map(({ urgency }) => urgency));

  expect(urgencies).toEqual(["ended", "ending", "later"]);
});
