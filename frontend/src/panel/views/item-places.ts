import { mdiArrowRightBoldBoxOutline, mdiMapMarkerOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { quantityText, unitText } from "../../components/quantity-text";
import "../../components/quantity-stepper";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Item, StockEntry } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath } from "../../ha/navigate";
import { formatDay } from "../../utils/format";
import { roundQuantity } from "../../utils/numbers";
import { trailOf } from "../../utils/path";
import { adjustItem, moveItemWithDialog } from "../item-actions";
import { viewStyles } from "./view-styles";

/** The lots of an item at one place. */
interface PlaceOfItem {
  id: string | null;
  path: string | null;
  quantity: number;
  lots: StockEntry[];
}

const byPlace = (item: Item): PlaceOfItem[] => {
  const places = new Map<string | null, PlaceOfItem>();
  for (const entry of item.locations) {
    const known = places.get(entry.id) ?? { ...entry, quantity: 0, lots: [] };
    const lots = entry.lot || entry.best_before ? [...known.lots, entry] : known.lots;
    const quantity = roundQuantity(known.quantity + entry.quantity);
    places.set(entry.id, { ...known, quantity, lots });
  }
  return [...places.values()];
};

/** Where an item is and how much of it, with buttons to take some and to put some. */
@defineElement("home-inventory-item-places")
export class ItemPlaces extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public item!: Item;

  private async _adjust(place: PlaceOfItem | undefined, change: { by: number } | { to: number }) {
    const location = place?.id ? { location: place.id } : {};
    const item = await adjustItem(this, this.item, { ...change, ...location });
    this.item = item;
    this.dispatchEvent(new CustomEvent("item-changed", { detail: item }));
  }

  protected override render() {
    const { hass, item } = this;
    if (!hass) return nothing;
    const places = byPlace(item);
    return html`<section class="card list" aria-label=${this.localize("item.places")}>
      <h2>
        <span>${this.localize("item.places")}</span>
        ${
          places.length === 1
            ? nothing
            : html`<span data-testid="total-quantity">
                ${quantityText(hass, item.quantity, item.unit)}
              </span>`
        }
      </h2>
      <ul>
        ${places.length === 0 ? this._renderPlace() : nothing}
        ${places.map((place) => this._renderPlace(place, places.length > 1))}
      </ul>
      ${
        item.minimum_quantity === null
          ? nothing
          : html`<p class="minimum quiet">
              ${this.localize("item.minimum", {
                quantity: quantityText(hass, item.minimum_quantity, item.unit),
              })}
            </p>`
      }
    </section>`;
  }

  private _renderPlace(place?: PlaceOfItem, canMove = false) {
    const quantity = place?.quantity ?? 0;
    const canWrite = this.info.can_write && !this.item.archived;
    return html`<li data-testid="item-location">
      <div class="where">
        ${this._renderName(place)}
        ${place?.lots.map((lot) => html`<div class="quiet">${this._lotText(lot)}</div>`)}
      </div>
      ${canWrite ? this._renderControls(canMove, place) : this._renderQuantity(quantity)}
    </li>`;
  }

  private _renderQuantity(quantity: number) {
    return html`<span data-testid="quantity-value">
      ${quantityText(this.hass!, quantity, this.item.unit)}
    </span>`;
  }

  private _renderControls(canMove: boolean, place?: PlaceOfItem) {
    const { hass, item } = this;
    return html`${canMove && place?.id ? this._renderMove(place) : nothing}
      <home-inventory-quantity-stepper
        .hass=${hass}
        .name=${item.name}
        .value=${place?.quantity ?? 0}
        .adjust=${(change: { by: number } | { to: number }) => this._adjust(place, change)}
      ></home-inventory-quantity-stepper>
      <span class="unit quiet">${unitText(hass!, place?.quantity ?? 0, item.unit)}</span>`;
  }

  private _renderMove(place: PlaceOfItem) {
    return html`<button
      class="icon-button"
      aria-label=${this.localize("item.move_from", { place: place.path ?? "" })}
      @click=${() => void moveItemWithDialog(this, this.item, place.id ?? undefined)}
    >
      ${icon(mdiArrowRightBoldBoxOutline)}
    </button>`;
  }

  private _renderName(place?: PlaceOfItem) {
    if (!place?.id) return html`<span class="quiet">${this.localize("item.no_place")}</span>`;
    return html`<a href=${locationPath(place.id)} @click=${followLink}>
      ${icon(mdiMapMarkerOutline, 20)}
      <span>${trailOf(place.path ?? "", this.info.name)}</span>
    </a>`;
  }

  private _lotText(lot: StockEntry): string {
    const parts = [
      quantityText(this.hass!, lot.quantity, this.item.unit),
      lot.best_before &&
        this.localize("item.best_before", { day: formatDay(lot.best_before, this.locale) }),
      lot.lot && this.localize("item.lot", { lot: lot.lot }),
    ];
    return parts.filter(Boolean).join(" · ");
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        min-height: 56px;
        padding: 4px 16px;
      }
      .where {
        flex: 1 1 180px;
        min-width: 0;
      }
      .where .quiet {
        padding-inline-start: 28px;
      }
      .where a {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      .where a:hover span {
        text-decoration: underline;
      }
      .where svg {
        color: var(--secondary-text-color);
      }
      .minimum {
        margin: 0;
        padding: 4px 16px 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-places": ItemPlaces;
  }
}
