import type { LovelaceCardConfig } from "../../ha/lovelace";
import { wholeNumber } from "../card-options";

export interface StockCardConfig extends LovelaceCardConfig {
  /** These items and no others: ids, codes or names. */
  items?: string[];
  /** Else the items of a place, a category and labels; all of them together where several are said. */
  location?: string;
  category?: string;
  labels?: string[];
  /** Only what is below its minimum. */
  low_only?: boolean;
  results?: number;
}

export const MOST_ITEMS = 100;

/** How many items are shown. */
export const shownItems = (config: StockCardConfig): number =>
  wholeNumber(config.results, { least: 1, most: MOST_ITEMS, otherwise: 8 });
