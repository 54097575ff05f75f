import type { FormSchema } from "../../ha/lovelace";
import {
  categorySchema,
  itemsSchema,
  labelSchema,
  locationSchema,
  numberSchema,
  switchSchema,
  TITLE,
} from "../card-form";
import { MOST_ITEMS } from "./stock-card-config";

export const schema = async (): Promise<FormSchema[]> => [
  TITLE,
  ...(await Promise.all([
    itemsSchema("items"),
    locationSchema("location"),
    categorySchema("category"),
  ])),
  labelSchema("labels"),
  switchSchema("low_only"),
  numberSchema("results", 1, MOST_ITEMS),
];
