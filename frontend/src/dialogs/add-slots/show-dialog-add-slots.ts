import { openDialog } from "../../components/open-dialog";
import type { Location, LocationResult } from "../../data/location";
import type { HassElement } from "../../ha/types";

export interface AddSlotsParams {
  location: Location;
  add: (count: number) => Promise<LocationResult>;
}

/** Ask how many numbered slots a box has. */
export const showAddSlots = async (
  host: HassElement,
  params: AddSlotsParams,
): Promise<LocationResult | undefined> => {
  await import("./dialog-add-slots");
  return openDialog(host, "home-inventory-dialog-add-slots", params);
};
