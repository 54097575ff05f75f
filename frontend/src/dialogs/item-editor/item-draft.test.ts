import { expect, it } from "vitest";
import { makeItem } from "../../../dev/fake-data";
import type { CustomRow } from "../../utils/custom-rows";
import { changedFields, toDraft } from "./item-draft";

const DRILL = makeItem("Cordless drill", {
  model: "DDF484",
  purchase_price: 189,
  categories: [{ id: "c", path: "Tools / Power tools" }],
});

it("sends nothing when nothing was changed", () => {
  const draft = toDraft(DRILL);
  expect(changedFields({ ...draft }, draft)).toEqual({});
});

it("sends what was changed, and null for what was emptied", () => {
  const draft = toDraft(DRILL);
  const typed = {
    ...draft,
    name: " Drill ",
    model: "",
    purchase_price: "1,5",
    lifetime_warranty: true,
  };

  expect(changedFields(typed, draft)).toEqual({
    name: "Drill",
    model: null,
    purchase_price: 1.5,
    lifetime_warranty: true,
  });
});

it("leaves it to the backend to say what is wrong with a number", () => {
  const draft = toDraft(DRILL);
  expect(changedFields({ ...draft, purchase_price: "a lot" }, draft)).toEqual({
    purchase_price: "a lot",
  });
});

it("shows categories by their paths", () => {
  expect(toDraft(DRILL).categories).toEqual(["Tools / Power tools"]);
});

it("sends all own fields when one was changed, and that the item gets a device", () => {
  const draft = toDraft(makeItem("Heat pump", { custom: { power: 8, colour: "grey" } }));
  const rows = [...(draft.custom as CustomRow[]), { name: "place", text: "", type: "text" }];
  rows[1] = { name: "colour", text: "white", type: "text" };

  expect(changedFields({ ...draft, custom: rows as CustomRow[], promoted: true }, draft)).toEqual({
    custom: { power: 8, colour: "white", place: null },
    promoted: true,
  });
});

it("does not send own fields when only an empty row was added", () => {
  const draft = toDraft(DRILL);
  expect(
    changedFields({ ...draft, custom: [{ name: "", text: "", type: "text" }] }, draft),
  ).toEqual({});
});
