import { showDone, showError } from "../components/undo-toast";
import type { Place } from "../components/place-field";
import { withParent, withPlaceFields } from "../data/guesses";
import type { InventoryInfo } from "../data/info";
import {
  addLocation,
  addSlots,
  archiveLocation,
  moveLocation,
  restoreLocation,
  updateLocation,
  type Location,
} from "../data/location";
import { atOnce, type Guess } from "../data/optimistic";
import { showAddSlots } from "../dialogs/add-slots/show-dialog-add-slots";
import { showArchiveLocation } from "../dialogs/archive-location/show-dialog-archive-location";
import { showLocationEditor } from "../dialogs/location-editor/show-dialog-location-editor";
import { showMoveLocation } from "../dialogs/move-location/show-dialog-move-location";
import { locationPath, navigate } from "../ha/navigate";
import type { HassElement, HomeAssistant } from "../ha/types";
import { translate, type Placeholders, type TranslationKey } from "../localize/localize";

/** The element that somebody acts in. */
type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

const say = (host: Host, batch: string | null, key: TranslationKey, values?: Placeholders): void =>
  showDone(host.hass!, translate(host.hass!.language, key, values), batch);

/** What will become of a place; undefined when it leaves the tree, or comes back. */
const guess = (id: string, change: Guess<Location>["change"]): Guess<Location> => ({
  noun: "location",
  ids: [id],
  change,
});

const gone = (): undefined => undefined;

const move = (hass: HomeAssistant, id: string, to: string | null) =>
  atOnce(guess(id, withParent(to)), () => moveLocation(hass, id, to));

export const addLocationWithDialog = async (host: Host, parent?: Place): Promise<void> => {
  const done = await showLocationEditor(host, {
    info: host.info,
    ...(parent ? { parent } : {}),
    add: (location) => addLocation(host.hass!, location),
  });
  if (!done) return;
  say(host, done.batch, "done.added", { name: done.location.name });
  if (!parent) navigate(locationPath(done.location.id));
};

export const editLocationWithDialog = async (host: Host, location: Location): Promise<void> => {
  const done = await showLocationEditor(host, {
    info: host.info,
    location,
    update: (fields) =>
      atOnce(guess(location.id, withPlaceFields(fields)), () =>
        updateLocation(host.hass!, location.id, fields),
      ),
  });
  if (done) say(host, done.batch, "done.saved", { name: done.location.name });
};

export const moveLocationWithDialog = async (host: Host, location: Location): Promise<void> => {
  const done = await showMoveLocation(host, {
    info: host.info,
    location,
    move: (to) => move(host.hass!, location.id, to),
  });
  if (done) say(host, done.result.batch, "done.moved", { name: location.name, place: done.to });
};

/** Move a place where it was dropped; false when that was refused, which is said. */
export const moveLocationWithUndo = async (
  host: Host,
  { id, name }: { id: string; name: string },
  to: Location | null,
): Promise<boolean> => {
  try {
    const { batch } = await move(host.hass!, id, to?.id ?? null);
    const place = to?.name ?? translate(host.hass!.language, "location.top");
    say(host, batch, "done.moved", { name, place });
    return true;
  } catch (error) {
    await showError(host.hass!, error);
    return false;
  }
};

/** Ask how many slots a box has, and number them. */
export const addSlotsWithDialog = async (host: Host, location: Location): Promise<void> => {
  const done = await showAddSlots(host, {
    location,
    add: (count) => addSlots(host.hass!, location.id, count),
  });
  if (done) say(host, done.batch, "done.saved", { name: done.location.name });
};

/** Archive a place, its contents going where the user says; true when it was done. */
export const archiveLocationWithDialog = async (
  host: Host,
  location: Location,
  parent?: Place,
): Promise<boolean> => {
  const done = await showArchiveLocation(host, {
    location,
    ...(parent ? { parent } : {}),
    archive: (moveContentsTo) =>
      atOnce(guess(location.id, gone), () =>
        archiveLocation(host.hass!, location.id, moveContentsTo),
      ),
  });
  if (done) say(host, done.batch, "done.archived", { name: location.name });
  return done !== undefined;
};

export const restoreLocationWithUndo = async (host: Host, location: Location): Promise<void> => {
  try {
    const done = await atOnce(guess(location.id, gone), () =>
      restoreLocation(host.hass!, location.id),
    );
    say(host, done.batch, "done.restored", { name: location.name });
  } catch (error) {
    await showError(host.hass!, error);
  }
};
