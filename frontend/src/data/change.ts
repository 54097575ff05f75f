import type { HomeAssistant } from "../ha/types";
import type { Batch } from "./types.gen";

export type { Batch, Change } from "./types.gen";

export interface BatchPage {
  batches: Batch[];
  total: number;
}

export const fetchChanges = (
  hass: HomeAssistant,
  about: { item?: string; location?: string },
  page: { limit: number; offset: number },
): Promise<BatchPage> => hass.callWS({ type: "home_inventory/change/list", ...about, ...page });

/** Take back what a batch did. */
export const undoBatch = (
  hass: HomeAssistant,
  batch: string,
): Promise<{ batch: string; undone: string; changes: number }> =>
  hass.callWS({ type: "home_inventory/change/undo", batch });
