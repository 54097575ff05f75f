import { roundQuantity } from "./numbers";

interface StockChange {
  kind: string;
  item_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Null is the stock that has no place. */
type PlaceId = string | null;

export interface StockMove {
  from: PlaceId;
  to: PlaceId;
  quantity: number;
}

export interface StockDelta {
  place: PlaceId;
  by: number;
}

const quantityOf = (stock: Record<string, unknown>): number => Number(stock.quantity ?? 0);
const placeOf = (stock: Record<string, unknown>): PlaceId =>
  typeof stock.location_id === "string" ? stock.location_id : null;

/** Add up what changes did to each place. */
const sumByPlace = (changes: readonly StockChange[]): StockDelta[] => {
  const sums = new Map<PlaceId, number>();
  const add = (stock: Record<string, unknown> | null, sign: number) => {
    if (!stock) return;
    const place = placeOf(stock);
    sums.set(place, roundQuantity((sums.get(place) ?? 0) + sign * quantityOf(stock)));
  };
  for (const change of changes) {
    add(change.before, -1);
    add(change.after, 1);
  }
  return [...sums].filter(([, by]) => by !== 0).map(([place, by]) => ({ place, by }));
};

/** Tell what a batch did with an item's stock: what went from one place to another, and what came or went. */
export const summarizeStock = (
  changes: readonly StockChange[],
  itemId: string,
): { moves: StockMove[]; deltas: StockDelta[] } => {
  const stock = changes.filter((change) => change.kind === "stock" && change.item_id === itemId);
  const deltas = sumByPlace(stock);
  const moves: StockMove[] = [];
  for (const to of deltas.filter(({ by }) => by > 0)) {
    for (const from of deltas.filter(({ by }) => by < 0)) {
      const quantity = Math.min(to.by, -from.by);
      if (quantity <= 0) continue;
      moves.push({ from: from.place, to: to.place, quantity });
      to.by = roundQuantity(to.by - quantity);
      from.by = roundQuantity(from.by + quantity);
    }
  }
  return { moves, deltas: deltas.filter(({ by }) => by !== 0) };
};
