import type { HomeAssistant } from "../ha/types";
import type { Batch, Change } from "./types.gen";

export type { Batch, Change } from "./types.gen";

export const CHANGE_KINDS = [
  "item",
  "stock",
  "loan",
  "attachment",
  "location",
  "category",
  "device",
] as const;
export const CHANGE_OPERATIONS = ["create", "update", "archive", "restore", "delete"] as const;
/** By which way something was done. */
export const CHANGE_SOURCES = [
  "websocket",
  "action",
  "automation",
  "voice",
  "llm",
  "system",
] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** What of the history is wanted. */
export interface ChangeQuery {
  item?: string;
  location?: string;
  device?: string;
  /** The id of who did it. */
  user?: string;
  sources?: ChangeSource[];
  kinds?: Change["kind"][];
  operations?: Change["operation"][];
  from?: string;
  until?: string;
  /** Only what is older than this batch. */
  before?: string;
}

export interface BatchPage {
  batches: Batch[];
  /** Null where it was not counted. */
  total: number | null;
  more: boolean;
}

export const fetchChanges = (
  hass: HomeAssistant,
  wanted: ChangeQuery,
  page: { limit: number; offset?: number },
): Promise<BatchPage> => hass.callWS({ type: "home_inventory/change/list", ...wanted, ...page });

/** The ids of the users who have changed something. */
export const fetchPeople = async (hass: HomeAssistant): Promise<string[]> =>
  (await hass.callWS<{ people: string[] }>({ type: "home_inventory/change/people" })).people;

/** Take back what a batch did. */
export const undoBatch = (
  hass: HomeAssistant,
  batch: string,
): Promise<{ batch: string; undone: string; changes: number }> =>
  hass.callWS({ type: "home_inventory/change/undo", batch });
