import type { HomeAssistant } from "../ha/types";
import type { Category } from "./types.gen";

export type { Category };

/** Fetch the first thousand categories: enough to suggest from. */
export const fetchCategories = async (hass: HomeAssistant): Promise<Category[]> =>
  (
    await hass.callWS<{ categories: Category[] }>({
      type: "home_inventory/category/list",
      limit: 1000,
    })
  ).categories;
