import type { HomeAssistant } from "../ha/types";

export type ChangeKind = "item" | "stock" | "location" | "category";
export type ChangeOperation = "create" | "update" | "archive" | "restore" | "delete";

/** One line of history: what changed, from what, to what. */
export interface Change {
  sequence: number;
  kind: ChangeKind;
  operation: ChangeOperation;
  id: string;
  item_id: string | null;
  title: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What one use case did. */
export interface Batch {
  batch: string;
  at: string;
  user_id: string | null;
  source: string;
  undoes: string | null;
  undone_by: string | null;
  changes: Change[];
}

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
