import { openDialog } from "../../components/open-dialog";
import type { Place } from "../../components/place-field";
import type { OutcomeResult } from "../../data/item-set";
import type { HassElement } from "../../ha/types";

export interface BulkMoveParams {
  count: number;
  home: string;
  move: (to: Place) => Promise<OutcomeResult>;
}
export interface BulkMoveResult {
  to: Place;
  result: OutcomeResult;
}

/** Ask where many items go, and move them. */
export const showBulkMove = async (
  host: HassElement,
  params: BulkMoveParams,
): Promise<BulkMoveResult | undefined> => {
  await import("./dialog-bulk-move");
  return openDialog(host, "home-inventory-dialog-bulk-move", params);
};
