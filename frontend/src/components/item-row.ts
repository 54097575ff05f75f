import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Item } from "../data/item";
import { defineElement } from "../ha/define-element";
import { followLink, itemPath } from "../ha/navigate";
import { addressOf } from "../utils/path";
import { InventoryElement } from "./base-element";
import { itemBadges } from "./item-badges";
import { quantityText } from "./quantity-text";
import { baseStyles, chipStyles } from "./styles";

const SHOWN_PLACES = 2;

/** One item in a list: what it is, where it is, how much there is. A link to its page. */
@defineElement("home-inventory-item-row")
export class ItemRow extends InventoryElement {
  @property({ attribute: false }) public item!: Item;
  @property() public home?: string;
  @property({ type: Number }) public warningDays = 30;
  @property({ type: Boolean }) public selected = false;
  @property({ type: Boolean }) public withoutQuantity = false;

  protected override render() {
    const { hass, item } = this;
    if (!hass) return nothing;
    return html`<a
      href=${itemPath(item.id)}
      data-testid="item-row"
      data-item-id=${item.id}
      aria-current=${this.selected ? "true" : "false"}
      class=${item.archived ? "archived" : ""}
      @click=${followLink}
    >
      <span class="main">
        <span class="name">${item.name}</span>
        <span class="place quiet" data-testid="item-place">${this._places()}</span>
      </span>
      <span class="side">
        ${
          this.withoutQuantity
            ? nothing
            : html`<span class="quantity" data-testid="item-quantity"
                >${quantityText(hass, item.quantity, item.unit)}</span
              >`
        }
        <span class="code" title=${this.localize("field.code")}>${item.code}</span>
      </span>
      <span class="badges">${itemBadges(hass, item, this.warningDays)}</span>
    </a>`;
  }

  private _places(): string {
    const paths = this.item.locations.map((entry) => entry.path).filter((path) => path !== null);
    const places = [...new Set(paths)];
    if (places.length === 0) return this.localize("item.no_place");
    const shown = places.slice(0, SHOWN_PLACES).map((path) => addressOf(path, this.home));
    const more = places.length - shown.length;
    const text = shown.join(" · ");
    return more > 0 ? `${text} · ${this.localize("item.more_places", { count: more })}` : text;
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    css`
      :host {
        display: block;
        content-visibility: auto;
        contain-intrinsic-size: auto 64px;
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 12px;
        padding: 10px var(--row-padding, 16px);
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      a[aria-current="true"] {
        background: color-mix(in srgb, var(--primary-color) 15%, transparent);
      }
      .main {
        display: flex;
        flex-direction: column;
        min-width: 0;
      }
      .name {
        font-size: 15px;
        font-weight: var(--ha-font-weight-medium, 500);
        overflow-wrap: anywhere;
      }
      .archived .name {
        color: var(--secondary-text-color);
      }
      .place {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .side {
        display: flex;
        flex-direction: column;
        align-items: flex-end;
        gap: 2px;
      }
      .quantity {
        white-space: nowrap;
      }
      .badges {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .badges:not(:has(*)) {
        display: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-row": ItemRow;
  }
}
