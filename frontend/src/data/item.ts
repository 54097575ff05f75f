import type { HomeAssistant } from "../ha/types";
import type { DeviceStatus } from "./device";
import { asked } from "./optimistic";
import type { Chip, FoundItem, Item } from "./types.gen";

export type { Chip, FoundItem, Item, StockEntry } from "./types.gen";

/** The orders that somebody chooses from by name. */
export const ITEM_SORTS = [
  "name",
  "-created",
  "-updated",
  "quantity",
  "warranty",
  "value",
] as const;
/** All orders: those of the headers of the table, too. */
export const ALL_SORTS = [
  ...ITEM_SORTS,
  ...["-name", "created", "updated", "-quantity", "-warranty", "-value", "purchased"],
  ...["-purchased", "code", "-code", "manufacturer", "-manufacturer", "model", "-model"],
] as const;
type HeaderSort =
  | `${"" | "-"}${"name" | "created" | "updated" | "quantity" | "warranty" | "value"}`
  | `${"" | "-"}${"purchased" | "code" | "manufacturer" | "model"}`;
export type ItemSort = HeaderSort | "relevance";

export const isItemSort = (text: string | null): text is ItemSort =>
  (ALL_SORTS as readonly (string | null)[]).includes(text);

export interface ItemQuery {
  query?: string;
  language?: string;
  /** Texts of chips that were removed: they are only words. */
  keep_as_words?: string[];
  location?: string;
  categories?: string[];
  labels?: string[];
  manufacturer?: string;
  /** Who has some of it. */
  borrower?: string;
  /** Whether somebody has some of it. */
  lent?: boolean;
  /** Something of it was due back before today. */
  overdue?: boolean;
  archived?: boolean;
  low_stock?: boolean;
  /** A lot that is there is best before this day or an earlier one. */
  best_before_until?: string;
  /** Days between which the warranty ends. */
  warranty_from?: string;
  warranty_until?: string;
  unplaced?: boolean;
  warranty_days?: number;
  /** Items that are a device which is doing so. */
  device_status?: DeviceStatus[];
  sort?: ItemSort;
}

export interface ItemPage {
  items: FoundItem[];
  total: number;
  chips?: Chip[];
  indexing?: boolean;
}

/** What of an item is not filled in: it follows from its history, or has commands of its own. */
type Derived =
  | "id"
  | "code"
  | "quantity"
  | "low_stock"
  | "locations"
  | "lent_quantity"
  | "loans"
  | "photo"
  | "archived"
  | "created_at"
  | "updated_at";

/** The fields of an item that a person fills in; null clears one. Categories are named by their paths. */
export type ItemFields = Partial<Omit<Item, Derived | "categories"> & { categories: string[] }>;

export interface NewItem extends ItemFields {
  name: string;
  location?: string;
  quantity?: number;
  best_before?: string;
  lot?: string;
}

/** What every change of an item is answered with. */
export interface ItemResult {
  item: Item;
  batch: string | null;
}

export const fetchItems = (
  hass: HomeAssistant,
  query: ItemQuery,
  page: { limit: number; offset: number },
): Promise<ItemPage> =>
  asked(
    hass.callWS<ItemPage>({ type: "home_inventory/item/list", ...query, ...page }),
    ({ items }) => items,
  );

export const fetchItem = (hass: HomeAssistant, item: string): Promise<Item> =>
  asked(
    hass.callWS<{ item: Item }>({ type: "home_inventory/item/get", item }).then((got) => got.item),
    (got) => [got],
  );

export const addItem = (hass: HomeAssistant, item: NewItem): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/add", ...item });

export const updateItem = (
  hass: HomeAssistant,
  item: string,
  fields: ItemFields,
  version?: string,
): Promise<ItemResult> =>
  hass.callWS({
    type: "home_inventory/item/update",
    item,
    ...fields,
    ...(version ? { version } : {}),
  });

/** The items in use that are most like one. */
export const fetchSimilar = async (hass: HomeAssistant, item: string): Promise<FoundItem[]> =>
  (await hass.callWS<{ items: FoundItem[] }>({ type: "home_inventory/item/similar", item })).items;

export const moveItem = (
  hass: HomeAssistant,
  item: string,
  move: { to: string; quantity?: number; from?: string },
): Promise<ItemResult> => hass.callWS({ type: "home_inventory/item/move", item, ...move });

export const adjustQuantity = (
  hass: HomeAssistant,
  item: string,
  change: { by?: number; to?: number; location?: string },
): Promise<ItemResult> => hass.callWS({ type: "home_inventory/item/adjust", item, ...change });

/** Archive an item: it can be restored. */
export const archiveItem = (hass: HomeAssistant, item: string): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/remove", item });

/** Delete an item for good; needs an admin. */
export const deleteItem = (hass: HomeAssistant, item: string): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/remove", item, permanently: true });

export const restoreItem = (hass: HomeAssistant, item: string): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/restore", item });
