import { mdiCubeOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { DeviceStatus } from "../data/device";
import type { Item } from "../data/item";
import type { Highlights } from "../data/search";
import { defineElement } from "../ha/define-element";
import { followLink, itemPath } from "../ha/navigate";
import { addressOf } from "../utils/path";
import { InventoryElement } from "./base-element";
import { renderStatus, statusStyles } from "./device-status";
import { highlighted } from "./highlighted";
import { icon } from "./icon";
import { itemBadges } from "./item-badges";
import { otherMatches } from "./other-matches";
import "./photo";
import { quantityText } from "./quantity-text";
import { rowStyles } from "./row-styles";
import { baseStyles, chipStyles, markStyles } from "./styles";

const SHOWN_PLACES = 2;

/** One item in a list: what it is, where it is, how much there is. A link to its page. */
@defineElement("home-inventory-item-row")
export class ItemRow extends InventoryElement {
  @property({ attribute: false }) public item!: Item;
  @property() public home?: string;
  @property({ type: Number }) public warningDays = 30;
  @property({ type: Boolean }) public selected = false;
  /** How its device is doing, if it is one and somebody looks. */
  @property() public status?: DeviceStatus;
  @property({ type: Boolean }) public withoutQuantity = false;
  /** What of it matched a question. */
  @property({ attribute: false }) public highlights: Highlights = {};
  /** Say that it is an item: it stands among other things. */
  @property({ type: Boolean }) public withType = false;
  /** What the list is narrowed by, as it stands behind the path of an address. */
  @property() public search = "";

  protected override render() {
    const { hass, item } = this;
    if (!hass) return nothing;
    return html`<a
      href=${itemPath(item.id, this.search)}
      data-testid="item-row"
      data-item-id=${item.id}
      aria-current=${this.selected ? "true" : "false"}
      class=${item.archived ? "archived" : ""}
      @click=${followLink}
    >
      ${this.withType ? this._renderType() : nothing}
      <span class="main">
        <span class="name" data-testid="item-name-found"
          >${highlighted(item.name, this.highlights.name)}</span
        >
        <span class="place quiet" data-testid="item-place">${this._places()}</span>
        ${otherMatches(hass, item, this.highlights)}
      </span>
      ${
        item.photo
          ? html`<home-inventory-photo
              class="thumb"
              .hass=${hass}
              .attachment=${item.photo}
              aria-hidden="true"
            ></home-inventory-photo>`
          : nothing
      }
      <span class="side">
        ${
          this.withoutQuantity
            ? nothing
            : html`<span class="quantity" data-testid="item-quantity"
                >${quantityText(hass, item.quantity, item.unit)}</span
              >`
        }
        <span class="code" title=${this.localize("field.code")}
          >${highlighted(item.code, this.highlights.code)}</span
        >
      </span>
      <span class="badges"
        >${itemBadges(hass, item, this.warningDays)}${
          this.status && this.status !== "unknown"
            ? renderStatus(hass.language, this.status)
            : nothing
        }</span
      >
    </a>`;
  }

  private _renderType() {
    return html`<span class="type quiet" title=${this.localize("field.item")}>
      ${icon(mdiCubeOutline, 20)}<span class="sr-only">${this.localize("field.item")}:</span>
    </span>`;
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
    markStyles,
    rowStyles,
    statusStyles,
    css`
      .quantity {
        white-space: nowrap;
      }
      a:has(> .thumb) {
        grid-template-columns: minmax(0, 1fr) auto auto;
      }
      a:has(> .type):has(> .thumb) {
        grid-template-columns: auto minmax(0, 1fr) auto auto;
      }
      .thumb {
        width: 44px;
        height: 44px;
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
