import { openDialog } from "../../components/open-dialog";
import type { Place } from "../../components/place-field";
import type { Location, LocationResult } from "../../data/location";
import type { HassElement } from "../../ha/types";

export interface ArchiveLocationParams {
  location: Location;
  /** Where its contents go unless somebody says otherwise. */
  parent?: Place;
  archive: (moveContentsTo?: string) => Promise<LocationResult>;
}

/** Ask where the contents of a place go before it is archived. */
export const showArchiveLocation = async (
  host: HassElement,
  params: ArchiveLocationParams,
): Promise<LocationResult | undefined> => {
  await import("./dialog-archive-location");
  return openDialog(host, "home-inventory-dialog-archive-location", params);
};
