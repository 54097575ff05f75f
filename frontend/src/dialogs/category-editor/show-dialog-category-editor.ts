import { openDialog } from "../../components/open-dialog";
import type { Category, CategoryResult } from "../../data/category";
import type { HassElement } from "../../ha/types";

export interface CategoryEditorParams {
  /** The one that is edited; none for a new one. */
  category?: Category;
  /** Those that it may hang below. */
  parents: readonly Category[];
  save: (name: string, parent: string | null) => Promise<CategoryResult>;
}

/** Ask what a category is called and below which one it hangs. */
export const showCategoryEditor = async (
  host: HassElement,
  params: CategoryEditorParams,
): Promise<CategoryResult | undefined> => {
  await import("./dialog-category-editor");
  return openDialog(host, "home-inventory-dialog-category-editor", params);
};
