import { openDialog } from "../../components/open-dialog";
import type { Item } from "../../data/item";
import type { HassElement } from "../../ha/types";

export interface FillSlotParams {
  /** The number of the slot. */
  slot: string;
  /** Items that are in the box but in no slot. */
  loose: readonly Item[];
  put: (item: Item) => Promise<boolean>;
}

/** What was done: an item of the box is in the slot now, or a new one is wanted. */
export type FillSlotResult = "put" | "new";

/** Ask what goes into a slot. */
export const showFillSlot = async (
  host: HassElement,
  params: FillSlotParams,
): Promise<FillSlotResult | undefined> => {
  await import("./dialog-fill-slot");
  return openDialog(host, "home-inventory-dialog-fill-slot", params);
};
