import type { HomeAssistant } from "../ha/types";

export interface Category {
  id: string;
  name: string;
  path: string;
  parent_id: string | null;
  item_count: number;
}

/** Fetch the first thousand categories: enough to suggest from. */
export const fetchCategories = async (hass: HomeAssistant): Promise<Category[]> =>
  (
    await hass.callWS<{ categories: Category[] }>({
      type: "home_inventory/category/list",
      limit: 1000,
    })
  ).categories;
