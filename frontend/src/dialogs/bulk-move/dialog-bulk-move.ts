import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import { defineElement } from "../../ha/define-element";
import type { BulkMoveParams, BulkMoveResult } from "./show-dialog-bulk-move";

@defineElement("home-inventory-dialog-bulk-move")
export class DialogBulkMove extends InventoryDialog<BulkMoveParams, BulkMoveResult> {
  @state() private _to?: Place;

  protected override async submit(): Promise<BulkMoveResult | undefined> {
    const to = this._to;
    if (!to) {
      this._error = this.localize("error.place_required");
      return undefined;
    }
    return { to, result: await this.aside(this.params.move(to)) };
  }

  protected override render() {
    return this.renderFrame({
      heading: this.localize("bulk.move", { count: this.params.count }),
      submitLabel: this.localize("action.move"),
      testId: "bulk-move-dialog",
      body: html`<p class="quiet">${this.localize("bulk.move_text")}</p>
        <home-inventory-place-field
          autofocus
          .hass=${this.hass}
          .label=${this.localize("move.to")}
          .home=${this.params.home}
          .value=${this._to}
          @place-changed=${(event: PlaceChangedEvent) => (this._to = event.detail.value)}
        ></home-inventory-place-field>`,
    });
  }
}
