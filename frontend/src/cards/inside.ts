import type { Item, StockEntry } from "../data/item";
import { roundQuantity } from "../utils/numbers";

/** Some of an item at one place, all of its lots together. */
export interface PlacedStock {
  id: string | null;
  path: string | null;
  quantity: number;
}

/** Whether a path is that of a place or of something inside it; anything is inside no place in particular. */
export const isInside = (path: string | null, place: string | undefined): boolean =>
  place === undefined || (path !== null && (path === place || path.startsWith(`${place} / `)));

/** How much of an item is at each place inside of one. */
export const stockInside = (item: Item, place?: string): PlacedStock[] => {
  const places = new Map<string | null, PlacedStock>();
  for (const { id, path, quantity } of item.locations) {
    if (!isInside(path, place)) continue;
    const sum = (places.get(id)?.quantity ?? 0) + quantity;
    places.set(id, { id, path, quantity: roundQuantity(sum) });
  }
  return [...places.values()];
};

/** How much of an item is inside of a place. */
export const quantityInside = (item: Item, place?: string): number =>
  roundQuantity(stockInside(item, place).reduce((sum, { quantity }) => sum + quantity, 0));

/** Where inside of a place an item is, as paths that begin below it; nothing for what is right here. */
export const pathsInside = (item: Item, place: string): string[] => {
  const below = item.locations
    .map(({ path }: StockEntry) => path)
    .filter((path) => path !== null)
    .filter((path) => path !== place && isInside(path, place))
    .map((path) => path.slice(place.length + " / ".length));
  return [...new Set(below)];
};
