import type { HomeAssistant } from "../ha/types";
import { roundQuantity } from "../utils/numbers";
import type { Item, ItemResult } from "./item";
import type { Borrower, Loan } from "./types.gen";

export type { Borrower, Loan } from "./types.gen";

/** What is lent to whom; without a quantity, all that is left. */
export interface NewLoan {
  borrower: string;
  quantity?: number;
  due_on?: string;
  note?: string;
}

export const lendItem = (hass: HomeAssistant, item: string, loan: NewLoan): Promise<ItemResult> =>
  hass.callWS({ type: "home_inventory/item/lend", item, ...loan });

/** Take back a loan; without a quantity, all of it. */
export const returnItem = (
  hass: HomeAssistant,
  item: string,
  back: { loan: string; quantity?: number },
): Promise<ItemResult> => hass.callWS({ type: "home_inventory/item/return", item, ...back });

/** Everybody who has something, who has most first. */
export const fetchBorrowers = async (hass: HomeAssistant): Promise<Borrower[]> =>
  (await hass.callWS<{ borrowers: Borrower[] }>({ type: "home_inventory/borrower/list" }))
    .borrowers;

/** How much of an item is not lent. */
export const leftToLend = (item: Item): number =>
  Math.max(0, roundQuantity(item.quantity - item.lent_quantity));

/** How much somebody has: the whole item, if it says no number. */
export const quantityOf = (item: Item, loan: Loan): number => loan.quantity ?? item.quantity;

/** Who has something of an item, each once. */
export const borrowersOf = (item: Item): string[] => [
  ...new Set(item.loans.map(({ borrower }) => borrower)),
];

export const isOverdue = (item: Item): boolean => item.loans.some(({ overdue }) => overdue);
