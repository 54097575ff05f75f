import { expect, it } from "vitest";
import { ancestorIds, childrenByParent } from "./tree";

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
