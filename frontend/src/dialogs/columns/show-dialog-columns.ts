import { openDialog } from "../../components/open-dialog";
import type { HassElement } from "../../ha/types";

export interface ColumnsParams {
  columns: readonly string[];
  choices: readonly { name: string; label: string }[];
}

/** Ask which columns the table shows; undefined when it stays as it was. */
export const showColumns = async (
  host: HassElement,
  params: ColumnsParams,
): Promise<string[] | undefined> => {
  await import("./dialog-columns");
  return openDialog(host, "home-inventory-dialog-columns", params);
};
