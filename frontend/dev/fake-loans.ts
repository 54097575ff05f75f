import type { Item } from "../src/data/item";
import type { Loan } from "../src/data/loan";
import { makeChange, refuse, type FakeHistory } from "./fake-history";
import type { Message } from "./fake-inventory";

/** What of the fake household is lent. */
export class FakeLoans {
  private _last = 0;

  public constructor(
    private readonly _history: FakeHistory,
    private readonly _items: () => Item[],
  ) {}

  public readonly handlers: Record<string, (message: Message) => unknown> = {
    "item/lend": (message) => this._lend(message),
    "item/return": (message) => this._return(message),
    "borrower/list": () => ({ borrowers: this._borrowers() }),
  };

  public fits(item: Item, { lent, borrower, overdue }: Message): boolean {
    if (overdue && !item.loans.some((loan) => loan.overdue)) return false;
    if (borrower && !item.loans.some((loan) => loan.borrower === borrower)) return false;
    return lent === undefined || item.loans.length > 0 === lent;
  }

  private _borrowers() {
    const names = this._items().flatMap(({ loans }) => loans.map(({ borrower }) => borrower));
    return [...new Set(names)].map((name) => ({
      name,
      items: names.filter((other) => other === name).length,
    }));
  }

  private _item(reference: unknown): Item {
    return this._items().find(({ id }) => id === reference) ?? refuse("item_not_found");
  }

  private _lend(message: Message) {
    const item = this._item(message.item);
    const quantity = message.quantity as number | undefined;
    if ((quantity ?? 1) > item.quantity - item.lent_quantity) {
      refuse("not_enough_stock", { item: item.name, available: "0", wanted: "1" });
    }
    const due = (message.due_on as string | undefined) ?? null;
    const loan: Loan = {
      id: `loan-${++this._last}`,
      borrower: String(message.borrower),
      quantity: quantity ?? null,
      lent_on: "2026-11-20",
      due_on: due,
      overdue: due !== null && due < new Date().toISOString().slice(0, 10),
      note: (message.note as string | undefined) ?? null,
    };
    return this._write(item, [...item.loans, loan], null, loan);
  }

  private _return({ item: reference, loan: id, quantity }: Message) {
    const item = this._item(reference);
    const loan = item.loans.find((other) => other.id === id) ?? refuse("loan_not_found");
    const left = (loan.quantity ?? item.quantity) - Number(quantity ?? Infinity);
    const after = left > 0 ? { ...loan, quantity: left } : null;
    const loans = item.loans.flatMap((other) => (other !== loan ? [other] : after ? [after] : []));
    return this._write(item, loans, loan, after);
  }

  private _write(item: Item, loans: Loan[], before: Loan | null, after: Loan | null) {
    const was = item.loans;
    this._take(item, loans);
    const operation = before && after ? "update" : after ? "create" : "delete";
    const kept = (loan: Loan | null) =>
      loan && { ...loan, quantity: loan.quantity === null ? null : String(loan.quantity) };
    const change = { ...makeChange("loan", operation, item.id, item.name) };
    const changes = [{ ...change, before: kept(before), after: kept(after) }];
    return { item, batch: this._history.write(changes, () => this._take(item, was)) };
  }

  private _take(item: Item, loans: Loan[]): void {
    item.loans = loans;
    item.lent_quantity = loans.reduce((sum, { quantity }) => sum + (quantity ?? item.quantity), 0);
  }
}
