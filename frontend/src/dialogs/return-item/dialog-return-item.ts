import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { quantityText } from "../../components/quantity-text";
import type { ItemResult } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { quantityOf } from "../../data/loan";
import { parseNumber } from "../../utils/numbers";
import type { ReturnItemParams } from "./show-dialog-return-item";

@defineElement("home-inventory-dialog-return-item")
export class DialogReturnItem extends InventoryDialog<ReturnItemParams, ItemResult> {
  @state() private _quantity = "";

  protected override async submit(): Promise<ItemResult | undefined> {
    const quantity = parseNumber(this._quantity);
    if (this._quantity.trim() && quantity === undefined) {
      this._error = this.localize("error.number");
      return undefined;
    }
    return this.params.giveBack(quantity);
  }

  protected override render() {
    const { item, loan } = this.params;
    const all = quantityText(this.hass!, quantityOf(item, loan), item.unit);
    return this.renderFrame({
      heading: this.localize("loan.return_x", { name: item.name, borrower: loan.borrower }),
      submitLabel: this.localize("loan.returned"),
      testId: "return-dialog",
      body: html`<div class="field">
        <label for="quantity">${this.localize("move.quantity")}</label>
        <input
          id="quantity"
          data-testid="return-quantity"
          autofocus
          inputmode="decimal"
          autocomplete="off"
          placeholder=${this.localize("move.all", { quantity: all })}
          .value=${this._quantity}
          @input=${(event: Event) => (this._quantity = (event.target as HTMLInputElement).value)}
        />
      </div>`,
    });
  }
}
