import type { FormSchema } from "../../ha/lovelace";
import { locationSchema, TITLE } from "../card-form";

export const schema = async (): Promise<FormSchema[]> => [TITLE, await locationSchema("location")];
