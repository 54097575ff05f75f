import { openDialog } from "../../components/open-dialog";
import type { Item, ItemResult } from "../../data/item";
import type { NewLoan } from "../../data/loan";
import type { HassElement } from "../../ha/types";

export interface LendItemParams {
  item: Item;
  lend: (loan: NewLoan) => Promise<ItemResult>;
}

export interface LendItemResult {
  result: ItemResult;
  borrower: string;
}

/** Ask who gets an item, how much of it, and until when. */
export const showLendItem = async (
  host: HassElement,
  params: LendItemParams,
): Promise<LendItemResult | undefined> => {
  await import("./dialog-lend-item");
  return openDialog(host, "home-inventory-dialog-lend-item", params);
};
