import { html } from "lit";
import { query } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { defineElement } from "../../ha/define-element";
import type { FillSlotParams, FillSlotResult } from "./show-dialog-fill-slot";

@defineElement("home-inventory-dialog-fill-slot")
export class DialogFillSlot extends InventoryDialog<FillSlotParams, FillSlotResult> {
  @query("#item") private readonly _item!: HTMLSelectElement;

  protected override async submit(): Promise<FillSlotResult | undefined> {
    const item = this.params.loose.find(({ id }) => id === this._item.value);
    if (!item) return "new";
    return (await this.aside(this.params.put(item))) ? "put" : undefined;
  }

  protected override render() {
    const { slot, loose } = this.params;
    return this.renderFrame({
      heading: this.localize("slots.slot", { number: slot }),
      submitLabel: this.localize("slots.put_here"),
      testId: "fill-slot-dialog",
      body: html`<div class="field">
        <label for="item">${this.localize("slots.what")}</label>
        <select id="item" data-testid="slot-item" autofocus>
          ${loose.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          <option value="">${this.localize("slots.new_item")}</option>
        </select>
      </div>`,
    });
  }
}
