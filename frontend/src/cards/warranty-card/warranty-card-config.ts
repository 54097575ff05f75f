import type { LovelaceCardConfig } from "../../ha/lovelace";
import { wholeNumber } from "../card-options";

export interface WarrantyCardConfig extends LovelaceCardConfig {
  /** Only what is in this place: an id, a path or a name. */
  location?: string;
  /** How far ahead to look, and how far back. */
  months?: number;
  past_months?: number;
}

export const MOST_MONTHS = 120;

export const monthsAhead = (config: WarrantyCardConfig): number =>
  wholeNumber(config.months, { least: 1, most: MOST_MONTHS, otherwise: 12 });

export const monthsBack = (config: WarrantyCardConfig): number =>
  wholeNumber(config.past_months, { least: 0, most: MOST_MONTHS, otherwise: 1 });
