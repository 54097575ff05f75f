import type { LovelaceCardConfig } from "../../ha/lovelace";
import { wholeNumber } from "../card-options";

export interface LocationCardConfig extends LovelaceCardConfig {
  /** The place: an id, a path or a name. */
  location?: string;
  /** With what is in the places inside; true unless it is said. */
  inside?: boolean;
  results?: number;
  show_quantity?: boolean;
  show_add?: boolean;
}

export const MOST_ITEMS = 100;

/** How many items are shown. */
export const shownItems = (config: LocationCardConfig): number =>
  wholeNumber(config.results, { least: 1, most: MOST_ITEMS, otherwise: 10 });
