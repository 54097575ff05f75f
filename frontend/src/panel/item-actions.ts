import { quantityText } from "../components/quantity-text";
import { showDone, showError } from "../components/undo-toast";
import type { Place } from "../components/place-field";
import { withArchived, withFields, withMove, type Destination } from "../data/guesses";
import type { InventoryInfo } from "../data/info";
import {
  addItem,
  adjustQuantity,
  archiveItem,
  deleteItem,
  moveItem,
  restoreItem,
  updateItem,
  type Item,
  type ItemResult,
} from "../data/item";
import { atOnce, type Guess } from "../data/optimistic";
import { showConfirm } from "../dialogs/confirm/show-dialog-confirm";
import { showItemEditor } from "../dialogs/item-editor/show-dialog-item-editor";
import { showMoveItem } from "../dialogs/move-item/show-dialog-move-item";
import { itemPath, navigate } from "../ha/navigate";
import type { HassElement, HomeAssistant } from "../ha/types";
import { translate, type Placeholders, type TranslationKey } from "../localize/localize";
import { lastName } from "../utils/path";

/** The element that somebody acts in. */
type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

const say = (host: Host, batch: string | null, key: TranslationKey, values?: Placeholders): void =>
  showDone(host.hass!, translate(host.hass!.language, key, values), batch);

/** What will become of one item; the answer has it as it is then. */
const guess = (id: string, change: (item: Item) => Item, version?: string) =>
  ({
    noun: "item",
    ids: [id],
    change,
    known:
      ({ item }) =>
      (shown) => ({ ...shown, ...item }),
    ...(version ? { version } : {}),
  }) satisfies Guess<Item, ItemResult>;

export const addItemWithDialog = async (
  host: Host,
  preset: { name?: string; place?: Place; barcodes?: string[] } = {},
): Promise<void> => {
  const done = await showItemEditor(host, {
    ...preset,
    info: host.info,
    add: (item) => addItem(host.hass!, item),
  });
  if (!done) return;
  const { item, batch } = done;
  const path = item.locations[0]?.path;
  if (path) say(host, batch, "done.added_to", { name: item.name, place: lastName(path) });
  else say(host, batch, "done.added", { name: item.name });
  navigate(itemPath(item.id, location.search));
};

export const editItemWithDialog = async (host: Host, item: Item): Promise<void> => {
  const done = await showItemEditor(host, {
    info: host.info,
    item,
    update: (fields, version) =>
      atOnce(guess(item.id, withFields(fields), version), () =>
        updateItem(host.hass!, item.id, fields, version),
      ),
  });
  if (done) say(host, done.batch, "done.saved", { name: done.item.name });
};

export const moveItemWithDialog = async (host: Host, item: Item, from?: string): Promise<void> => {
  const done = await showMoveItem(host, {
    info: host.info,
    item,
    ...(from ? { from } : {}),
    move: (to, how) =>
      atOnce(guess(item.id, withMove(to, how)), () =>
        moveItem(host.hass!, item.id, { to: to.id, ...how }),
      ),
  });
  if (done) say(host, done.result.batch, "done.moved", { name: item.name, place: done.to });
};

/** Move all of an item that is at a place where it was dropped; false when that was refused, which is said. */
export const moveItemWithUndo = async (
  host: Host,
  { id, name }: { id: string; name: string },
  to: Destination & { name: string },
  from?: string,
): Promise<boolean> => {
  const how = from ? { from } : {};
  try {
    const { batch } = await atOnce(guess(id, withMove(to, how)), () =>
      moveItem(host.hass!, id, { to: to.id, ...how }),
    );
    say(host, batch, "done.moved", { name, place: to.name });
    return true;
  } catch (error) {
    await showError(host.hass!, error);
    return false;
  }
};

/** Change how much there is; fails like the command does, after having said so. */
export const adjustItem = async (
  host: Host,
  item: Item,
  change: { by?: number; to?: number; location?: string },
): Promise<Item> => {
  try {
    const done = await adjustQuantity(host.hass!, item.id, change);
    const quantity = quantityText(host.hass!, done.item.quantity, done.item.unit);
    say(host, done.batch, "done.quantity", { name: item.name, quantity });
    return done.item;
  } catch (error) {
    void showError(host.hass!, error);
    throw error;
  }
};

export const archiveItemWithUndo = async (host: Host, item: Item): Promise<void> => {
  try {
    const done = await atOnce(guess(item.id, withArchived(true)), () =>
      archiveItem(host.hass!, item.id),
    );
    say(host, done.batch, "done.archived", { name: item.name });
  } catch (error) {
    await showError(host.hass!, error);
  }
};

export const restoreItemWithUndo = async (host: Host, item: Item): Promise<void> => {
  try {
    const done = await atOnce(guess(item.id, withArchived(false)), () =>
      restoreItem(host.hass!, item.id),
    );
    say(host, done.batch, "done.restored", { name: item.name });
  } catch (error) {
    await showError(host.hass!, error);
  }
};

/** Delete for good, after asking; true when it was done. */
export const deleteItemAfterAsking = async (host: Host, item: Item): Promise<boolean> => {
  const { language } = host.hass!;
  const done = await showConfirm(host, {
    heading: translate(language, "item.delete_x", { name: item.name }),
    text: translate(language, "item.delete_text"),
    confirmLabel: translate(language, "action.delete"),
    danger: true,
    confirm: () => deleteItem(host.hass!, item.id),
  });
  if (done) say(host, null, "done.deleted", { name: item.name });
  return done !== undefined;
};
