import { ADD_CARD } from "./add-card/const";
import type { CardDescription } from "./lazy-card";
import { LOCATION_CARD } from "./location-card/const";
import { SEARCH_CARD } from "./search-card/const";
import { STOCK_CARD } from "./stock-card/const";
import { WARRANTY_CARD } from "./warranty-card/const";

/** The cards, in the order in which the card picker shows them. */
export const CARDS = {
  search: {
    tag: SEARCH_CARD,
    options: { title: "text", location: "text", results: "number", show_quantity: "switch" },
    size: 2,
    grid: { columns: 12, rows: "auto", min_columns: 6 },
    stub: () => ({ results: 8, show_quantity: true }),
    goesWith: { items: { results: 8, show_quantity: true } },
    load: () => import("./search-card/search-card"),
  },
  add: {
    tag: ADD_CARD,
    options: { title: "text", location: "text" },
    size: 4,
    grid: { columns: 12, rows: "auto", min_columns: 6 },
    stub: () => ({}),
    load: () => import("./add-card/add-card"),
  },
  location: {
    tag: LOCATION_CARD,
    options: {
      title: "text",
      location: "text",
      inside: "switch",
      results: "number",
      show_quantity: "switch",
      show_add: "switch",
    },
    size: 6,
    grid: { columns: 12, rows: "auto", min_columns: 6, min_rows: 3 },
    stub: async (hass) => (await import("./card-forms")).locationStub(hass),
    load: () => import("./location-card/location-card"),
  },
  warranty: {
    tag: WARRANTY_CARD,
    options: { title: "text", location: "text", months: "number", past_months: "number" },
    size: 5,
    grid: { columns: 12, rows: "auto", min_columns: 6, min_rows: 3 },
    stub: () => ({ months: 12, past_months: 1 }),
    goesWith: {
      warranties_expiring: { months: 12, past_months: 1 },
      next_warranty_expiry: { months: 12, past_months: 1 },
    },
    load: () => import("./warranty-card/warranty-card"),
  },
  stock: {
    tag: STOCK_CARD,
    options: {
      title: "text",
      items: "list",
      location: "text",
      category: "text",
      labels: "list",
      low_only: "switch",
      results: "number",
    },
    size: 5,
    grid: { columns: 12, rows: "auto", min_columns: 6, min_rows: 3 },
    stub: () => ({ low_only: false, results: 8 }),
    goesWith: { low_stock: { low_only: true, results: 8 } },
    load: () => import("./stock-card/stock-card"),
  },
} as const satisfies Record<string, CardDescription>;

export type CardName = keyof typeof CARDS;
