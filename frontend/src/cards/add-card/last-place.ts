import type { Place } from "../../components/place-field";

const KEY = "home-inventory-add-card-place";

/** Remember where something was put, for the next time on this device. */
export const rememberPlace = (place: Place | undefined): void => {
  try {
    if (place) localStorage.setItem(KEY, JSON.stringify(place));
    else localStorage.removeItem(KEY);
  } catch {
    // Private windows may have no storage: then nothing is remembered.
  }
};

/** Return where something was put last on this device. */
export const recallPlace = (): Place | undefined => {
  try {
    const place = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Place> | null;
    return place?.id && place.path ? { id: place.id, path: place.path } : undefined;
  } catch {
    return undefined;
  }
};
