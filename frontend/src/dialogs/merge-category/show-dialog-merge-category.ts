import { openDialog } from "../../components/open-dialog";
import type { Category, CategoryResult } from "../../data/category";
import type { HassElement } from "../../ha/types";

export interface MergeCategoryParams {
  /** The one that goes. */
  category: Category;
  /** Those that it may become one with. */
  others: readonly Category[];
  merge: (into: Category) => Promise<CategoryResult>;
}

/** Ask which category another one becomes one with. */
export const showMergeCategory = async (
  host: HassElement,
  params: MergeCategoryParams,
): Promise<CategoryResult | undefined> => {
  await import("./dialog-merge-category");
  return openDialog(host, "home-inventory-dialog-merge-category", params);
};
