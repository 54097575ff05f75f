import { describe, expect, it } from "vitest";
import { Sightings } from "./sightings";

describe("what is in front of the camera", () => {
  it("is told once for as long as it is there", () => {
    const seen = new Sightings();
    expect([0, 200, 400, 1800].map((now) => seen.isNew("BXKQ", now))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("is told again when it comes back", () => {
    const seen = new Sightings();
    expect([0, 1600].map((now) => seen.isNew("BXKQ", now))).toEqual([true, true]);
  });

  it("does not keep another code from being told", () => {
    const seen = new Sightings();
    expect([seen.isNew("BXKQ", 0), seen.isNew("QWER", 100), seen.isNew("BXKQ", 200)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
