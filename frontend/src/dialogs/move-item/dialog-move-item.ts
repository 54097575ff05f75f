import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import { quantityText } from "../../components/quantity-text";
import type { StockEntry } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { parseNumber, roundQuantity } from "../../utils/numbers";
import { lastName, trailOf } from "../../utils/path";
import type { MoveItemParams, MoveItemResult } from "./show-dialog-move-item";

const EVERYWHERE = "";

@defineElement("home-inventory-dialog-move-item")
export class DialogMoveItem extends InventoryDialog<MoveItemParams, MoveItemResult> {
  @state() private _to?: Place;
  @state() private _from = EVERYWHERE;
  @state() private _quantity = "";

  public override connectedCallback(): void {
    super.connectedCallback();
    this._from = this.params.from ?? EVERYWHERE;
  }

  /** The places it is at, lots of one place together. */
  private get _places(): StockEntry[] {
    const byId = new Map<string, StockEntry>();
    for (const entry of this.params.item.locations) {
      if (!entry.id) continue;
      const known = byId.get(entry.id);
      const quantity = roundQuantity((known?.quantity ?? 0) + entry.quantity);
      byId.set(entry.id, { ...entry, quantity });
    }
    return [...byId.values()];
  }

  private get _available(): number {
    const from = this._places.find((place) => place.id === this._from);
    return from?.quantity ?? this.params.item.quantity;
  }

  private get _canSplit(): boolean {
    return this._available > 1 && (this._places.length < 2 || this._from !== EVERYWHERE);
  }

  protected override async submit(): Promise<MoveItemResult | undefined> {
    if (!this._to) {
      this._error = this.localize("error.place_required");
      return undefined;
    }
    const quantity = this._canSplit ? parseNumber(this._quantity) : undefined;
    if (this._canSplit && this._quantity.trim() && quantity === undefined) {
      this._error = this.localize("error.number");
      return undefined;
    }
    const to = this._to;
    const move = {
      ...(quantity === undefined ? {} : { quantity }),
      ...(this._from ? { from: this._from } : {}),
    };
    return { result: await this.aside(this.params.move(to, move)), to: lastName(to.path) };
  }

  protected override render() {
    const { item, info } = this.params;
    return this.renderFrame({
      heading: this.localize("item.move_x", { name: item.name }),
      submitLabel: this.localize("action.move"),
      testId: "move-dialog",
      body: html`
        ${this._places.length > 1 ? this._renderFrom() : this._renderWhere()}
        <home-inventory-place-field
          autofocus
          .hass=${this.hass}
          .label=${this.localize("move.to")}
          .home=${info.name}
          .value=${this._to}
          @place-changed=${(event: PlaceChangedEvent) => (this._to = event.detail.value)}
        ></home-inventory-place-field>
        ${this._canSplit ? this._renderQuantity() : nothing}
      `,
    });
  }

  private _renderWhere() {
    const path = this._places[0]?.path;
    if (!path) return nothing;
    return html`<p class="quiet">
      ${this.localize("move.now_in", { place: trailOf(path, this.params.info.name) })}
    </p>`;
  }

  private _renderFrom() {
    const { item, info } = this.params;
    return html`<div class="field">
      <label for="from">${this.localize("move.from")}</label>
      <select
        id="from"
        data-testid="move-from"
        @change=${(event: Event) => (this._from = (event.target as HTMLSelectElement).value)}
      >
        <option value=${EVERYWHERE} ?selected=${!this._from}>
          ${this.localize("move.from_everywhere")}
        </option>
        ${this._places.map(
          (place) =>
            html`<option value=${place.id!} ?selected=${place.id === this._from}>
              ${trailOf(place.path ?? "", info.name)}
              (${quantityText(this.hass!, place.quantity, item.unit)})
            </option>`,
        )}
      </select>
    </div>`;
  }

  private _renderQuantity() {
    return html`<div class="field">
      <label for="quantity">${this.localize("move.quantity")}</label>
      <input
        id="quantity"
        data-testid="move-quantity"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${this.localize("move.all", {
          quantity: quantityText(this.hass!, this._available, this.params.item.unit),
        })}
        .value=${this._quantity}
        @input=${(event: Event) => (this._quantity = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }
}
