import type { Item, StockEntry } from "../../../data/item";
import type { Location } from "../../../data/location";

/** One thing that was put away. */
export interface PutAway {
  batch: string;
  item: string;
  name: string;
  /** The name of the place that it went to. */
  place: string;
  /** How much of it, if not all. */
  part?: string;
  undone: boolean;
}

/** Some of an item that may be moved: what is at one place, or with no place all of it. */
export interface Part {
  from?: StockEntry;
  quantity: number;
}

/** How many are remembered with the page; nobody takes back more by hand. */
const MOST_KEPT = 200;

export const withNew = (list: readonly PutAway[], entry: PutAway): PutAway[] =>
  [entry, ...list].slice(0, MOST_KEPT);

export const withUndone = (list: readonly PutAway[], batch: string): PutAway[] =>
  list.map((entry) => (entry.batch === batch ? { ...entry, undone: true } : entry));

/** What can still be taken back, the newest first: that is the order in which it can be done. */
export const undoable = (list: readonly PutAway[]): PutAway[] =>
  list.filter(({ undone }) => !undone);

/** Return what of an item can go to a place: one part if it is at one place, else each part and all of it. */
export const partsOf = (item: Item, target: string): Part[] => {
  const elsewhere = item.locations.filter(({ id, quantity }) => id !== target && quantity > 0);
  const byPlace = new Map<string | null, Part>();
  for (const entry of elsewhere) {
    const known = byPlace.get(entry.id);
    if (known) known.quantity += entry.quantity;
    else byPlace.set(entry.id, { from: entry, quantity: entry.quantity });
  }
  const all = { quantity: item.quantity };
  if (byPlace.size < 2) return [byPlace.size === 1 && isAlsoAt(item, target) ? one(byPlace) : all];
  return [all, ...[...byPlace.values()].filter(({ from }) => from?.id)];
};

const isAlsoAt = (item: Item, target: string): boolean =>
  item.locations.some(({ id, quantity }) => id === target && quantity > 0);

const one = (parts: ReadonlyMap<string | null, Part>): Part => {
  const [part] = parts.values();
  return part?.from?.id ? part : { quantity: part?.quantity ?? 0 };
};

/** Return the first slot that holds nothing, after one if it is given. */
export const nextFreeSlot = (
  slots: readonly Location[],
  after?: Location,
): Location | undefined => {
  const start = after ? slots.findIndex(({ id }) => id === after.id) + 1 : 0;
  return [...slots.slice(start), ...slots.slice(0, start)].find(
    (slot) => slot.item_count === 0 && slot.id !== after?.id,
  );
};

/** Return the slot that a typed number means. */
export const slotOf = (slots: readonly Location[], text: string): Location | undefined =>
  /^\d{1,4}$/.test(text) ? slots.find(({ name }) => Number(name) === Number(text)) : undefined;
