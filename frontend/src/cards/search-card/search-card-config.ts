import type { LovelaceCardConfig } from "../../ha/lovelace";
import { wholeNumber } from "../card-options";

export interface SearchCardConfig extends LovelaceCardConfig {
  /** Only what is in this place: an id, a path or a name. */
  location?: string;
  results?: number;
  show_quantity?: boolean;
}

export const MOST_RESULTS = 50;

/** How many results are shown. */
export const resultsOf = (config: SearchCardConfig): number =>
  wholeNumber(config.results, { least: 1, most: MOST_RESULTS, otherwise: 8 });
