import type { HomeAssistant } from "../ha/types";
import { asked } from "./optimistic";
import type { Category } from "./types.gen";

export type { Category };

/** Fetch the first thousand categories: enough to suggest from. */
export const fetchCategories = async (hass: HomeAssistant): Promise<Category[]> => {
  const question = hass.callWS<{ categories: Category[] }>({
    type: "home_inventory/category/list",
    limit: 1000,
  });
  return (await asked(question, ({ categories }) => categories)).categories;
};

/** A category after a change, with the batch that undoes it. */
export interface CategoryResult {
  category: Category;
  batch: string | null;
}

export const addCategory = (
  hass: HomeAssistant,
  name: string,
  parent: string | null,
): Promise<CategoryResult> =>
  hass.callWS({ type: "home_inventory/category/add", name, ...(parent ? { parent } : {}) });

/** Rename a category, or hang it below another one. */
export const updateCategory = (
  hass: HomeAssistant,
  category: string,
  fields: { name?: string; parent?: string | null },
): Promise<CategoryResult> =>
  hass.callWS({ type: "home_inventory/category/update", category, ...fields });

/** Give all that is in a category to another one, and delete it. */
export const mergeCategories = (
  hass: HomeAssistant,
  category: string,
  into: string,
): Promise<CategoryResult> =>
  hass.callWS({ type: "home_inventory/category/merge", category, into });

/** Remove a category that nothing is in. */
export const removeCategory = (hass: HomeAssistant, category: string): Promise<CategoryResult> =>
  hass.callWS({ type: "home_inventory/category/remove", category });
