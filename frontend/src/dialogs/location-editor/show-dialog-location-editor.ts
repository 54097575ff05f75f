import { openDialog } from "../../components/open-dialog";
import type { Place } from "../../components/place-field";
import type { InventoryInfo } from "../../data/info";
import type { Location, LocationFields, LocationResult, NewLocation } from "../../data/location";
import type { HassElement } from "../../ha/types";

export type LocationEditorParams = {
  info: InventoryInfo;
} & (
  | { location: Location; update: (fields: LocationFields) => Promise<LocationResult> }
  | {
      location?: undefined;
      parent?: Place;
      add: (location: NewLocation) => Promise<LocationResult>;
    }
);

/** Ask for the fields of a place, new or known. */
export const showLocationEditor = async (
  host: HassElement,
  params: LocationEditorParams,
): Promise<LocationResult | undefined> => {
  await import("./dialog-location-editor");
  return openDialog(host, "home-inventory-dialog-location-editor", params);
};
