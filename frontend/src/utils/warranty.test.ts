import { expect, it } from "vitest";
import { warrantyState } from "./warranty";

const TODAY = new Date(2026, 10, 21, 15, 30);
const until = (day: string | null) =>
  warrantyState({ warranty_until: day, lifetime_warranty: false }, 30, TODAY);

it("counts the last day", () => {
  expect(until("2026-11-21")).toEqual({ kind: "ending", days: 0 });
  expect(until("2026-11-20")).toEqual({ kind: "ended", days: -1 });
});

it("warns only when the end is near", () => {
  expect(until("2026-12-21").kind).toBe("ending");
  expect(until("2026-12-22").kind).toBe("valid");
});

it("never warns about a lifetime or about nothing", () => {
  expect(until(null).kind).toBe("none");
  const forLife = { warranty_until: "2020-01-01", lifetime_warranty: true };
  expect(warrantyState(forLife, 30, TODAY).kind).toBe("lifetime");
});
