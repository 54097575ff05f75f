import type { HomeAssistant } from "../ha/types";

/** Some of an item at one place; `id` is null for stock that has no place yet. */
export interface StockEntry {
  id: string | null;
  path: string | null;
  quantity: number;
  best_before: string | null;
  lot: string | null;
}

export interface Item {
  id: string;
  code: string;
  name: string;
  description: string | null;
  quantity: number;
  unit: string | null;
  minimum_quantity: number | null;
  low_stock: boolean;
  locations: StockEntry[];
  categories: { id: string; path: string }[];
  labels: string[];
  manufacturer: string | null;
  model: string | null;
  serial_number: string | null;
  barcodes: string[];
  purchase_date: string | null;
  purchase_price: number | null;
  currency: string | null;
  vendor: string | null;
  vendor_url: string | null;
  warranty_until: string | null;
  lifetime_warranty: boolean;
  warranty_notes: string | null;
  notes: string | null;
  custom: Record<string, unknown>;
  promoted: boolean;
  archived: boolean;
  created_at: string;
  updated_at: string;
}

export const ITEM_SORTS = [
  "name",
  "-created",
  "-updated",
  "quantity",
  "warranty",
  "value",
] as const;
export type ItemSort = (typeof ITEM_SORTS)[number] | "relevance";

export interface ItemQuery {
  query?: string;
  location?: string;
  archived?: boolean;
  low_stock?: boolean;
  sort?: ItemSort;
}

export interface ItemPage {
  items: Item[];
  total: number;
}

/** The fields of an item that a person fills in; null clears one. */
export interface ItemFields {
  name?: string;
  description?: string | null;
  unit?: string | null;
  minimum_quantity?: number | null;
  categories?: string[];
  labels?: string[];
  manufacturer?: string | null;
  model?: string | null;
  serial_number?: string | null;
  barcodes?: string[];
  purchase_date?: string | null;
  purchase_price?: number | null;
  currency?: string | null;
  vendor?: string | null;
  vendor_url?: string | null;
  warranty_until?: string | null;
  lifetime_warranty?: boolean;
  warranty_notes?: string | null;
  notes?: string | null;
  custom?: Record<string, unknown>;
  promoted?: boolean;
}

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
): Promise<ItemPage> => hass.callWS({ type: "home_inventory/item/list", ...query, ...page });

export const fetchItem = async (hass: HomeAssistant, item: string): Promise<Item> =>
  (await hass.callWS<{ item: Item }>({ type: "home_inventory/item/get", item })).item;

export const addItem = (hass: HomeAssistant, item: NewItem): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/add", ...item });

export const updateItem = (
  hass: HomeAssistant,
  item: string,
  fields: ItemFields,
): Promise<ItemResult> => hass.callWS({ type: "home_inventory/item/update", item, ...fields });

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
