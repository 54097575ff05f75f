import { openDialog } from "../../components/open-dialog";
import type { InventoryInfo } from "../../data/info";
import type { Location, LocationResult } from "../../data/location";
import type { HassElement } from "../../ha/types";

export interface MoveLocationParams {
  info: InventoryInfo;
  location: Location;
  move: (to: string | null) => Promise<LocationResult>;
}

export interface MoveLocationResult {
  result: LocationResult;
  to: string;
}

/** Ask where a place goes, with everything in it. */
export const showMoveLocation = async (
  host: HassElement,
  params: MoveLocationParams,
): Promise<MoveLocationResult | undefined> => {
  await import("./dialog-move-location");
  return openDialog(host, "home-inventory-dialog-move-location", params);
};
