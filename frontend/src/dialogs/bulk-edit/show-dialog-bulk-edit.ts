import { openDialog } from "../../components/open-dialog";
import type { ItemChanges, OutcomeResult } from "../../data/item-set";
import type { HassElement } from "../../ha/types";

export interface BulkEditParams {
  count: number;
  /** The field that is offered first. */
  field: string;
  units: readonly string[];
  update: (changes: ItemChanges) => Promise<OutcomeResult>;
}

/** Ask what many items get, and give it to them. */
export const showBulkEdit = async (
  host: HassElement,
  params: BulkEditParams,
): Promise<OutcomeResult | undefined> => {
  await import("./dialog-bulk-edit");
  return openDialog(host, "home-inventory-dialog-bulk-edit", params);
};
