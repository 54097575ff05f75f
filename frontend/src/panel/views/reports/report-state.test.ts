import { expect, it } from "vitest";
import { orderOf, readAsked, readRules, USUAL_RULES, writeAsked, type Rules } from "./report-state";

const LINE: Rules = {
  ...USUAL_RULES,
  depreciation: "straight_line",
  years: "8",
  residual: "12,5",
  days: "60",
  categories: [
    { category: "Electronics ", years: "5" },
    { category: "Jewellery", years: "" },
    { category: " ", years: "3" },
  ],
};

it("keeps what is asked for in the address", () => {
  const search = "?report=stock&in=abc&query=drills+in+the+garage&date=2026-12-31";
  expect(writeAsked(readAsked(search))).toBe(search);
  expect(writeAsked(readAsked("?report=moon"))).toBe("");
});

it("orders a report for the insurance by its rule", () => {
  expect(orderOf(readAsked("?in=abc&query=tv"), LINE, "de")).toEqual({
    ...{ report: "insurance", format: "pdf", language: "de", location: "abc" },
    filter: { query: "tv", language: "de" },
    ...{ depreciation: "straight_line", years: 8, residual: 12.5 },
    category_years: { Electronics: 5, Jewellery: 0 },
  });
});

it("asks of each report only what means something for it", () => {
  const devices = readAsked("?report=devices&query=tv&date=2026-01-01");
  expect(orderOf(devices, LINE, "en")).toEqual({
    report: "devices",
    format: "pdf",
    language: "en",
  });
  expect(orderOf(readAsked("?report=warranty"), LINE, "en")).toMatchObject({ days: 60 });
  expect(orderOf(readAsked("?report=stock"), LINE, "en")).not.toHaveProperty("depreciation");
});

it("lets the answer say what is wrong with a number", () => {
  expect(orderOf(readAsked(""), { ...LINE, years: "many" }, "en")).toMatchObject({ years: "many" });
});

it.each(["{", "[]", '{"format": "doc"}', '{"categories": [5]}', '{"years": 5}', null])(
  "begins anew when %j is what was kept",
  (kept) => expect(readRules(kept)).toEqual(USUAL_RULES),
);
