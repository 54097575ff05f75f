import type { FormSchema } from "../ha/lovelace";
import { schema as add } from "./add-card/add-card-form";
import type { CardName } from "./card-catalog";
import "./card-kit";
import { schema as location } from "./location-card/location-card-form";
import { schema as search } from "./search-card/search-card-form";
import { schema as stock } from "./stock-card/stock-card-form";
import { schema as warranty } from "./warranty-card/warranty-card-form";

export { stub as locationStub } from "./location-card/location-card-form";

/** The fields of each card's editor: fetched together, when somebody edits a dashboard. */
export const SCHEMAS: Readonly<Record<CardName, () => Promise<FormSchema[]>>> = {
  add,
  location,
  search,
  stock,
  warranty,
};
