import type { CardConfigForm, LovelaceCardConfig } from "../../ha/lovelace";
import { cardForm, locationSchema } from "../card-form";
import { SEARCH_CARD } from "./const";

export interface SearchCardConfig extends LovelaceCardConfig {
  title?: string;
  /** Only what is in this place: an id, a path or a name. */
  location?: string;
  results?: number;
  show_quantity?: boolean;
}

export const DEFAULT_RESULTS = 8;
export const MOST_RESULTS = 50;

/** What the form starts from: its switches show what is the case. */
export const stubConfig = (): SearchCardConfig => ({
  type: `custom:${SEARCH_CARD}`,
  results: DEFAULT_RESULTS,
  show_quantity: true,
});

/** How many results are shown: within bounds, whatever stands in the configuration. */
export const resultsOf = (config: SearchCardConfig): number => {
  const results = Math.trunc(Number(config.results ?? DEFAULT_RESULTS));
  return Number.isFinite(results) ? Math.min(MOST_RESULTS, Math.max(1, results)) : DEFAULT_RESULTS;
};

export const configForm = async (): Promise<CardConfigForm> =>
  cardForm([
    { name: "title", selector: { text: {} } },
    await locationSchema("location"),
    { name: "results", selector: { number: { min: 1, max: MOST_RESULTS, mode: "box" } } },
    { name: "show_quantity", selector: { boolean: {} } },
  ]);
