import { openDialog } from "../../components/open-dialog";
import type { OutcomeResult } from "../../data/item-set";
import type { HassElement } from "../../ha/types";

export interface BulkRefusedParams {
  outcome: OutcomeResult;
  /** How many were selected. */
  count: number;
  /** Do it with the others. */
  skip: () => Promise<OutcomeResult>;
}

/** Say which items refused and why, and offer to do it with the others; undefined when nothing is done. */
export const showBulkRefused = async (
  host: HassElement,
  params: BulkRefusedParams,
): Promise<OutcomeResult | undefined> => {
  await import("./dialog-bulk-refused");
  return openDialog(host, "home-inventory-dialog-bulk-refused", params);
};
