import type { ItemFields } from "../../data/item";

export type FieldType =
  | "text"
  | "multiline"
  | "number"
  | "date"
  | "flag"
  | "url"
  | "list"
  | "categories"
  | "labels"
  | "custom"
  | "switch"
  | "unit";

export interface FieldSpec {
  name: keyof ItemFields;
  type: FieldType;
  limit?: number;
  /** Only items that are there already have it. */
  updateOnly?: boolean;
}

export interface FieldGroup {
  name: "details" | "product" | "purchase" | "warranty" | "notes" | "custom" | "device";
  fields: readonly FieldSpec[];
}

/** What can be said about an item beyond name, place and quantity. A new field starts here. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    name: "details",
    fields: [
      { name: "aliases", type: "list", limit: 255 },
      { name: "description", type: "multiline", limit: 4000 },
      { name: "categories", type: "categories" },
      { name: "labels", type: "labels" },
      { name: "unit", type: "unit", limit: 32 },
      { name: "minimum_quantity", type: "number" },
    ],
  },
  {
    name: "product",
    fields: [
      { name: "manufacturer", type: "text", limit: 255 },
      { name: "model", type: "text", limit: 255 },
      { name: "serial_number", type: "text", limit: 255 },
      { name: "barcodes", type: "list" },
    ],
  },
  {
    name: "purchase",
    fields: [
      { name: "purchase_date", type: "date" },
      { name: "purchase_price", type: "number" },
      { name: "currency", type: "text", limit: 3 },
      { name: "vendor", type: "text", limit: 255 },
      { name: "vendor_url", type: "url", limit: 2048 },
    ],
  },
  {
    name: "warranty",
    fields: [
      { name: "warranty_until", type: "date" },
      { name: "lifetime_warranty", type: "flag" },
      { name: "warranty_notes", type: "multiline", limit: 4000 },
    ],
  },
  { name: "notes", fields: [{ name: "notes", type: "multiline", limit: 20_000 }] },
  { name: "custom", fields: [{ name: "custom", type: "custom" }] },
  { name: "device", fields: [{ name: "promoted", type: "switch", updateOnly: true }] },
];
