import type { FoundItem } from "../../../data/item";
import { daysUntil } from "../../../utils/format";

/** What the stock is narrowed to, as the address has it. */
export interface StockFilter {
  place?: string;
  /** The id of a category; what is inside it counts too. */
  category?: string;
}

/** How many days ahead something counts as best before soon. */
export const SOON_DAYS = 30;

export const fromStockSearch = (search: string): StockFilter => {
  const values = new URLSearchParams(search);
  const [place, category] = [values.get("location"), values.get("category")];
  return { ...(place ? { place } : {}), ...(category ? { category } : {}) };
};

export const toStockSearch = ({ place, category }: StockFilter): string => {
  const values = { ...(place ? { location: place } : {}), ...(category ? { category } : {}) };
  return place || category ? `?${new URLSearchParams(values)}` : "";
};

/** How much of the minimum is there; what is used up comes first. */
const share = ({ quantity, minimum_quantity: minimum }: FoundItem): number =>
  minimum ? quantity / minimum : quantity;

/** What is out first, then what is furthest below its minimum. */
export const mostUrgentFirst = (items: readonly FoundItem[]): FoundItem[] =>
  [...items].sort((one, other) => share(one) - share(other) || one.name.localeCompare(other.name));

/** The day before which something of an item is best, the earliest that is left. */
export const bestBeforeOf = (item: FoundItem): string | undefined =>
  item.locations
    .filter(({ quantity, best_before: day }) => quantity > 0 && day)
    .map(({ best_before: day }) => day!)
    .sort()[0];

export const isPast = (day: string): boolean => (daysUntil(day) ?? 0) < 0;

/** The day until which things are best before soon, as YYYY-MM-DD. */
export const soonUntil = (today = new Date()): string => {
  const last = new Date(today.getFullYear(), today.getMonth(), today.getDate() + SOON_DAYS);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())}`;
};
