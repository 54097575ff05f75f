import { expect, it } from "vitest";
import { ancestorIds, childrenByParent, itemsInside } from "./tree";

const NODES = [
  { id: "home", parent_id: null },
  { id: "garage", parent_id: "home" },
  { id: "shelf", parent_id: "garage" },
  { id: "lost", parent_id: "somewhere" },
];

it("sorts places under their parents, and lost ones at the top", () => {
  const children = childrenByParent(NODES);

  expect(children.get(null)?.map(({ id }) => id)).toEqual(["home", "lost"]);
  expect(children.get("garage")?.map(({ id }) => id)).toEqual(["shelf"]);
});

it("finds what is around a place, the nearest first", () => {
  expect(ancestorIds(NODES, "shelf")).toEqual(["garage", "home"]);
});

it("does not run in circles", () => {
  const circle = [
    { id: "a", parent_id: "b" },
    { id: "b", parent_id: "a" },
  ];
  expect(ancestorIds(circle, "a")).toEqual(["b", "a"]);
});

it("counts what is in a place with everything inside it; what is in a slot only once", () => {
  const totals = itemsInside([
    { id: "attic", parent_id: null, kind: "floor", item_count: 0 },
    { id: "rack", parent_id: "attic", kind: "furniture", item_count: 2 },
    { id: "box", parent_id: "rack", kind: "box", item_count: 5 },
    { id: "slot", parent_id: "box", kind: "slot", item_count: 1 },
  ]);

  expect(Object.fromEntries(totals)).toEqual({ attic: 7, rack: 7, box: 5, slot: 1 });
});
