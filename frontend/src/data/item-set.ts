import type { HomeAssistant } from "../ha/types";
import type { ItemFields, ItemQuery } from "./item";
import type { Outcome } from "./types.gen";

/** Which items: named by their ids, or all that the list is narrowed to but some, so many as somebody has seen. */
export type ItemChoice = { items: string[] } | { wanted: ItemQuery; but: string[]; count: number };

export interface OutcomeResult extends Outcome {
  batch: string | null;
}

/** What many items are given, besides what they have. */
export interface ItemChanges {
  fields?: ItemFields;
  add_labels?: string[];
  remove_labels?: string[];
  add_categories?: string[];
  remove_categories?: string[];
}

/** What is done with many items: with all, or with none if one refuses, unless those that do are skipped. */
export type ItemSetStep = (
  hass: HomeAssistant,
  choice: ItemChoice,
  skipRefused: boolean,
) => Promise<OutcomeResult>;

const step =
  (verb: string, values: object): ItemSetStep =>
  (hass, choice, skipRefused) =>
    hass.callWS({
      type: `home_inventory/items/${verb}`,
      ...choice,
      ...values,
      ...(skipRefused ? { skip_refused: true } : {}),
    });

export const moveItems = (to: string): ItemSetStep => step("move", { to });
export const updateItems = (changes: ItemChanges): ItemSetStep => step("update", changes);
export const archiveItems: ItemSetStep = step("remove", {});
/** Delete items for good; needs an admin. */
export const deleteItems: ItemSetStep = step("remove", { permanently: true });
export const restoreItems: ItemSetStep = step("restore", {});
