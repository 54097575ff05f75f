import { openDialog } from "../../components/open-dialog";
import type { Place } from "../../components/place-field";
import type { InventoryInfo } from "../../data/info";
import type { Item, ItemFields, ItemResult, NewItem } from "../../data/item";
import type { HassElement } from "../../ha/types";

export type ItemEditorParams = {
  info: InventoryInfo;
} & (
  | { item: Item; update: (fields: ItemFields, version?: string) => Promise<ItemResult> }
  | {
      item?: undefined;
      name?: string;
      place?: Place;
      barcodes?: string[];
      add: (item: NewItem) => Promise<ItemResult>;
    }
);

/** Ask for the fields of an item, new or known. */
export const showItemEditor = async (
  host: HassElement,
  params: ItemEditorParams,
): Promise<ItemResult | undefined> => {
  await import("./dialog-item-editor");
  return openDialog(host, "home-inventory-dialog-item-editor", params);
};
