import { openDialog } from "../../components/open-dialog";
import type { Item, ItemResult } from "../../data/item";
import type { Loan } from "../../data/loan";
import type { HassElement } from "../../ha/types";

export interface ReturnItemParams {
  item: Item;
  loan: Loan;
  giveBack: (quantity?: number) => Promise<ItemResult>;
}

/** Ask how much of a loan has come back. */
export const showReturnItem = async (
  host: HassElement,
  params: ReturnItemParams,
): Promise<ItemResult | undefined> => {
  await import("./dialog-return-item");
  return openDialog(host, "home-inventory-dialog-return-item", params);
};
