import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import { defineElement } from "../../ha/define-element";
import { lastName } from "../../utils/path";
import type { MoveLocationParams, MoveLocationResult } from "./show-dialog-move-location";

@defineElement("home-inventory-dialog-move-location")
export class DialogMoveLocation extends InventoryDialog<MoveLocationParams, MoveLocationResult> {
  @state() private _to?: Place;
  @state() private _toTop = false;

  protected override async submit(): Promise<MoveLocationResult | undefined> {
    if (!this._to && !this._toTop) {
      this._error = this.localize("error.place_required");
      return undefined;
    }
    const to = this._toTop ? undefined : this._to;
    const result = await this.aside(this.params.move(to?.id ?? null));
    return { result, to: to ? lastName(to.path) : this.localize("location.top") };
  }

  protected override render() {
    const { location } = this.params;
    return this.renderFrame({
      heading: this.localize("item.move_x", { name: location.name }),
      submitLabel: this.localize("action.move"),
      testId: "move-dialog",
      body: html`
        <p class="quiet">${this.localize("location.move_hint")}</p>
        <home-inventory-place-field
          ?hidden=${this._toTop}
          .hass=${this.hass}
          .label=${this.localize("move.to")}
          .without=${location.id}
          .value=${this._to}
          @place-changed=${(event: PlaceChangedEvent) => (this._to = event.detail.value)}
        ></home-inventory-place-field>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this._toTop}
            @change=${(event: Event) => (this._toTop = (event.target as HTMLInputElement).checked)}
          />
          ${this.localize("location.to_top")}
        </label>
      `,
    });
  }
}
