import { html } from "lit";
import { query } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import type { LocationResult } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import type { AddSlotsParams } from "./show-dialog-add-slots";

const USUAL = 12;
/** So many the backend makes at once. */
const MOST = 200;

@defineElement("home-inventory-dialog-add-slots")
export class DialogAddSlots extends InventoryDialog<AddSlotsParams, LocationResult> {
  @query("#count") private readonly _count!: HTMLInputElement;

  protected override async submit(): Promise<LocationResult | undefined> {
    const count = Number(this._count.value);
    if (!Number.isInteger(count) || count < 1 || count > MOST) {
      this._error = this.localize("slots.count_wrong", { most: MOST });
      return undefined;
    }
    return this.params.add(count);
  }

  protected override render() {
    const { location } = this.params;
    return this.renderFrame({
      heading: this.localize("slots.add_x", { name: location.name }),
      submitLabel: this.localize("slots.add"),
      testId: "add-slots-dialog",
      body: html`<p class="quiet">${this.localize("slots.add_hint")}</p>
        <div class="field">
          <label for="count">${this.localize("slots.count")}</label>
          <input
            id="count"
            inputmode="numeric"
            autocomplete="off"
            autofocus
            data-testid="slot-count"
            .value=${String(location.capacity ?? USUAL)}
          />
        </div>`,
    });
  }
}
