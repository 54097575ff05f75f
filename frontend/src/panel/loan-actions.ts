import { showDone, showError } from "../components/undo-toast";
import type { Item, ItemResult } from "../data/item";
import { lendItem, quantityOf, returnItem, type Loan } from "../data/loan";
import { showLendItem } from "../dialogs/lend-item/show-dialog-lend-item";
import { showReturnItem } from "../dialogs/return-item/show-dialog-return-item";
import type { HassElement } from "../ha/types";
import { translate } from "../localize/localize";

export const lendItemWithDialog = async (host: HassElement, item: Item): Promise<void> => {
  const hass = host.hass!;
  const done = await showLendItem(host, { item, lend: (loan) => lendItem(hass, item.id, loan) });
  if (!done) return;
  const values = { name: item.name, borrower: done.borrower };
  showDone(hass, translate(hass.language, "loan.done_lent", values), done.result.batch);
};

/** Take back a loan: a single thing at once, of several after asking how many. */
export const returnWithUndo = async (host: HassElement, item: Item, loan: Loan): Promise<void> => {
  const hass = host.hass!;
  const giveBack = (quantity?: number): Promise<ItemResult> =>
    returnItem(hass, item.id, { loan: loan.id, ...(quantity === undefined ? {} : { quantity }) });
  try {
    const done =
      quantityOf(item, loan) > 1
        ? await showReturnItem(host, { item, loan, giveBack })
        : await giveBack();
    if (!done) return;
    const values = { name: item.name, borrower: loan.borrower };
    showDone(hass, translate(hass.language, "loan.done_returned", values), done.batch);
  } catch (error) {
    await showError(hass, error);
  }
};
