import { openDialog } from "../../components/open-dialog";
import type { Place } from "../../components/place-field";
import type { InventoryInfo } from "../../data/info";
import type { Item, ItemResult } from "../../data/item";
import type { HassElement } from "../../ha/types";

export interface MoveItemParams {
  info: InventoryInfo;
  item: Item;
  /** Where it is taken from, when that is clear already. */
  from?: string;
  move: (to: Place, how: { quantity?: number; from?: string }) => Promise<ItemResult>;
}

export interface MoveItemResult {
  result: ItemResult;
  to: string;
}

/** Ask where an item goes, and how much of it. */
export const showMoveItem = async (
  host: HassElement,
  params: MoveItemParams,
): Promise<MoveItemResult | undefined> => {
  await import("./dialog-move-item");
  return openDialog(host, "home-inventory-dialog-move-item", params);
};
