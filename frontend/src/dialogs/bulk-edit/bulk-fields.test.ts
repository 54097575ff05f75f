import { expect, it } from "vitest";
import { BULK_FIELDS, toChanges } from "./bulk-fields";

const spec = (name: string) => BULK_FIELDS.find((field) => field.name === name)!;

it("adds labels, takes categories out, or replaces them", () => {
  expect(toChanges(spec("labels"), ["insured"], "add")).toEqual({ add_labels: ["insured"] });
  expect(toChanges(spec("categories"), ["Tools"], "remove")).toEqual({
    remove_categories: ["Tools"],
  });
  expect(toChanges(spec("categories"), [], "replace")).toEqual({ fields: { categories: [] } });
  expect(toChanges(spec("labels"), [], "add")).toBeUndefined();
});

it("gives the same value to all, or none", () => {
  expect(toChanges(spec("purchase_price"), "1,5", "add")).toEqual({
    fields: { purchase_price: 1.5 },
  });
  expect(toChanges(spec("vendor"), " ", "add")).toEqual({ fields: { vendor: null } });
});

it("offers no field in which no two items are the same", () => {
  const names = BULK_FIELDS.map(({ name }) => name);
  expect(names).not.toContain("serial_number");
  expect(names).toContain("warranty_until");
});
