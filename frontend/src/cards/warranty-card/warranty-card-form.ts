import type { FormSchema } from "../../ha/lovelace";
import { locationSchema, numberSchema, TITLE } from "../card-form";
import { MOST_MONTHS } from "./warranty-card-config";

export const schema = async (): Promise<FormSchema[]> => [
  TITLE,
  await locationSchema("location"),
  numberSchema("months", 1, MOST_MONTHS),
  numberSchema("past_months", 0, MOST_MONTHS),
];
