import { expect, it } from "vitest";
import { facetChoices } from "./facet-groups";

const value = (name: string, count: number) => ({ id: name.toLowerCase(), name, count });
const GARAGE = value("Garage", 12);
const KITCHEN = value("Kitchen", 3);

it("offers what leaves some items out", () => {
  const choices = facetChoices(
    [value("Home", 15), GARAGE, KITCHEN, value("Attic", 0)],
    undefined,
    15,
  );

  expect(choices.map(({ name, chosen }) => [name, chosen])).toEqual([
    ["Garage", false],
    ["Kitchen", false],
  ]);
});

it("begins with what was chosen, even if all items have it", () => {
  const choices = facetChoices([GARAGE, KITCHEN], { id: "kitchen", name: "Kitchen" }, 3);

  expect(choices[0]).toEqual({ ...KITCHEN, chosen: true });
});

it("keeps what was chosen when nothing is found any more", () => {
  const shelf = { id: "shelf", name: "Shelf" };

  expect(facetChoices([], shelf, 0)).toEqual([{ ...shelf, chosen: true }]);
});

it("offers no more than fit", () => {
  const many = Array.from({ length: 10 }, (_, index) => value(`Box ${index}`, 10 - index));

  expect(facetChoices(many, undefined, 100)).toHaveLength(6);
});
