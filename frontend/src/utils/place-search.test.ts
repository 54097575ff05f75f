import { expect, it } from "vitest";
import { searchPlaces } from "./place-search";

const place = (path: string, code = "AAAA") => ({ path, code, name: path.split(" / ").at(-1)! });

const PLACES = [
  place("Home / Garage"),
  place("Home / Garage / Shelf 2", "QWER"),
  place("Home / Küche / Shelf 2"),
  place("Home / Old garage"),
];

const search = (text: string) => searchPlaces(PLACES, text).map(({ path }) => path);

it("finds a place by words of its path in any order", () => {
  expect(search("shelf garage")).toEqual(["Home / Garage / Shelf 2"]);
});

it("does not mind accents and case", () => {
  expect(search("kuche SHELF")).toEqual(["Home / Küche / Shelf 2"]);
});

it("puts the place itself before what is inside it", () => {
  expect(search("garage")[0]).toBe("Home / Garage");
});

it("finds a place by its code", () => {
  expect(search("qwer")).toEqual(["Home / Garage / Shelf 2"]);
});

it("keeps the order of the tree without a question", () => {
  expect(search(" ")).toEqual(PLACES.map(({ path }) => path));
});
