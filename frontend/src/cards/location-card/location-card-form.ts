import { fetchLocations } from "../../data/location";
import type { FormSchema } from "../../ha/lovelace";
import type { HomeAssistant } from "../../ha/types";
import { locationSchema, numberSchema, switchSchema, TITLE } from "../card-form";
import { MOST_ITEMS, type LocationCardConfig } from "./location-card-config";

/** Begin with the place that has most in it. */
export const stub = async (hass: HomeAssistant): Promise<Partial<LocationCardConfig>> => {
  const places = await fetchLocations(hass).catch(() => []);
  const [fullest] = [...places].sort((a, b) => b.item_count - a.item_count);
  return {
    ...(fullest ? { location: fullest.id } : {}),
    inside: true,
    results: 10,
    show_quantity: true,
    show_add: true,
  };
};

export const schema = async (): Promise<FormSchema[]> => [
  TITLE,
  { ...(await locationSchema("location")), required: true },
  switchSchema("inside"),
  numberSchema("results", 1, MOST_ITEMS),
  switchSchema("show_quantity"),
  switchSchema("show_add"),
];
