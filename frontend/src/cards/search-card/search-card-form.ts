import type { FormSchema } from "../../ha/lovelace";
import { locationSchema, numberSchema, switchSchema, TITLE } from "../card-form";
import { MOST_RESULTS } from "./search-card-config";

export const schema = async (): Promise<FormSchema[]> => [
  TITLE,
  await locationSchema("location"),
  numberSchema("results", 1, MOST_RESULTS),
  switchSchema("show_quantity"),
];
