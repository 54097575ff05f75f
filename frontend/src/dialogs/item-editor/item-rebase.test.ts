import { expect, it } from "vitest";
import { rebase } from "./item-rebase";

const ORIGINAL = { name: "Drill", notes: "", model: "X", labels: ["a"] };

it("takes over what was not touched here", () => {
  const theirs = { ...ORIGINAL, model: "Y", labels: ["a", "b"] };

  expect(rebase({ ...ORIGINAL, notes: "Mine" }, ORIGINAL, theirs)).toEqual({
    draft: { name: "Drill", notes: "Mine", model: "Y", labels: ["a", "b"] },
    conflicts: [],
    changed: ["model", "labels"],
  });
});

it("keeps what was typed where both have changed a field, and says so", () => {
  const { draft, conflicts } = rebase({ ...ORIGINAL, notes: "Mine" }, ORIGINAL, {
    ...ORIGINAL,
    notes: "Theirs",
  });

  expect(draft.notes).toBe("Mine");
  expect(conflicts).toEqual([{ name: "notes", mine: "Mine", theirs: "Theirs" }]);
});

it("sees no conflict where both want the same", () => {
  const both = { ...ORIGINAL, name: "Hammer drill" };
  expect(rebase(both, ORIGINAL, both)).toEqual({ draft: both, conflicts: [], changed: ["name"] });
});
