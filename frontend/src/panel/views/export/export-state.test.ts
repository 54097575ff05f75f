import { beforeEach, expect, it } from "vitest";
import { NO_FILTER } from "../filter-state";
import {
  exportPath,
  moved,
  namesOf,
  orderOf,
  readWanted,
  rememberedManner,
  rememberManner,
  writeWanted,
} from "./export-state";

beforeEach(() => localStorage.clear());

const GARAGE = { ...NO_FILTER, text: "drill", place: { id: "g", path: "Home / Garage" } };

it("takes the filter of a list along, but not how the list is shown", () => {
  expect(exportPath({ ...GARAGE, layout: "table", sort: "-name" })).toBe(
    "/home-inventory/export?query=drill&location=g&sort=-name",
  );
});

it("says the same in the address as it reads from it", () => {
  const search = "?location=g&what=loans&format=xlsx";
  expect(writeWanted(readWanted(search))).toBe(search);
  expect(writeWanted(readWanted("?what=nonsense&format=exe"))).toBe("");
});

it("asks for what only tables have only where there is a table", () => {
  const manner = { ...rememberedManner("en"), columns: { items: ["code", "name"] } };
  expect(orderOf({ format: "csv", what: "items", filter: GARAGE }, manner)).toEqual({
    format: "csv",
    what: "items",
    filter: { query: "drill", location: "g", sort: "relevance" },
    columns: ["code", "name"],
    headings: "words",
    delimiter: "comma",
  });
  expect(orderOf({ format: "zip", what: "items", filter: GARAGE }, manner)).toEqual({
    format: "zip",
    history: true,
  });
  expect(orderOf({ format: "xlsx", what: "devices", filter: GARAGE }, manner)).toEqual({
    format: "xlsx",
    what: "devices",
    headings: "words",
  });
});

it("puts semicolons between cells where numbers have commas, until something else is chosen", () => {
  expect(rememberedManner("de").delimiter).toBe("semicolon");
  rememberManner({ ...rememberedManner("de"), delimiter: "tab" });
  expect(rememberedManner("de").delimiter).toBe("tab");
});

it("begins anew when what was remembered can't be read", () => {
  localStorage.setItem("home-inventory:export", "{");
  expect(rememberedManner("en")).toMatchObject({ delimiter: "comma", columns: {} });
});

it("names what a filter narrows by", () => {
  expect(namesOf(GARAGE)).toEqual(["“drill”", "Home / Garage"]);
});

it("moves columns, but not beyond the ends", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
});
