import { expect, it } from "vitest";
import { makeItem } from "../../../dev/fake-data";
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
