import type { HomeAssistant } from "../ha/types";
import { asked } from "./optimistic";
import type { Location } from "./types.gen";

export { LOCATION_KINDS, type Location, type LocationKind } from "./types.gen";

export type LocationFields = Partial<
  Pick<Location, "name" | "kind" | "capacity" | "description"> & { area: string | null }
>;

export interface NewLocation extends LocationFields {
  name: string;
  parent?: string;
}

export interface LocationResult {
  location: Location;
  batch: string | null;
}

export interface LocationDetail {
  location: Location;
  ancestors: { id: string; name: string }[];
}

const PAGE = 1000;

/** Fetch the whole place tree, ordered by path. */
export const fetchLocations = async (
  hass: HomeAssistant,
  filter: { archived?: boolean } = {},
): Promise<Location[]> => {
  const found: Location[] = [];
  for (;;) {
    const page = await asked(
      hass.callWS<{ locations: Location[]; total: number }>({
        type: "home_inventory/location/list",
        ...filter,
        limit: PAGE,
        offset: found.length,
      }),
      ({ locations }) => locations,
    );
    found.push(...page.locations);
    if (page.locations.length === 0 || found.length >= page.total) return found;
  }
};

/** Fetch the places that have been archived; the slots of an archived box go with it, and are not among them. */
export const fetchArchivedLocations = async (hass: HomeAssistant): Promise<Location[]> => {
  const archived = await fetchLocations(hass, { archived: true });
  const ids = new Set(archived.map((place) => place.id));
  return archived.filter((place) => place.kind !== "slot" || !ids.has(place.parent_id ?? ""));
};

/** Fetch the places directly inside one, ordered by path; more than a thousand are not shown anywhere. */
export const fetchInside = async (hass: HomeAssistant, parent: string): Promise<Location[]> =>
  (
    await hass.callWS<{ locations: Location[] }>({
      type: "home_inventory/location/list",
      parent,
      limit: PAGE,
    })
  ).locations;

export const fetchLocation = (hass: HomeAssistant, location: string): Promise<LocationDetail> =>
  asked(
    hass.callWS<LocationDetail>({ type: "home_inventory/location/get", location }),
    (detail) => [detail.location],
  );

/** Fetch the places directly inside one; a thousand of them are enough. */
export const fetchPlacesInside = async (hass: HomeAssistant, parent: string): Promise<Location[]> =>
  (
    await hass.callWS<{ locations: Location[] }>({
      type: "home_inventory/location/list",
      parent,
      limit: PAGE,
    })
  ).locations;

export const addLocation = (hass: HomeAssistant, location: NewLocation): Promise<LocationResult> =>
  hass.callWS({ type: "home_inventory/location/add", ...location });

export const updateLocation = (
  hass: HomeAssistant,
  location: string,
  fields: LocationFields,
): Promise<LocationResult> =>
  hass.callWS({ type: "home_inventory/location/update", location, ...fields });

/** Move a place with everything in it; `to` is null for the top of the tree. */
export const moveLocation = (
  hass: HomeAssistant,
  location: string,
  to: string | null,
): Promise<LocationResult> => hass.callWS({ type: "home_inventory/location/move", location, to });

/** Number the slots of a box from 1 on; those that it has stay. */
export const addSlots = (
  hass: HomeAssistant,
  location: string,
  count: number,
): Promise<LocationResult> =>
  hass.callWS({ type: "home_inventory/location/add_slots", location, count });

/** Archive a place; what is in it goes to another one, never away. */
export const archiveLocation = (
  hass: HomeAssistant,
  location: string,
  moveContentsTo?: string,
): Promise<LocationResult> =>
  hass.callWS({
    type: "home_inventory/location/remove",
    location,
    ...(moveContentsTo ? { move_contents_to: moveContentsTo } : {}),
  });

export const restoreLocation = (hass: HomeAssistant, location: string): Promise<LocationResult> =>
  hass.callWS({ type: "home_inventory/location/restore", location });
