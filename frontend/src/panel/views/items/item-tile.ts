import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { mdiPackageVariantClosed } from "@mdi/js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { itemBadges } from "../../../components/item-badges";
import "../../../components/photo";
import { quantityText } from "../../../components/quantity-text";
import { baseStyles, chipStyles } from "../../../components/styles";
import type { Item } from "../../../data/item";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath } from "../../../ha/navigate";
import { addressOf, trailOf } from "../../../utils/path";

/** Home Assistant's colours that go with its themes; a category has always the same. */
const COLOURS = ["blue", "teal", "green", "amber", "deep-orange", "pink", "purple", "indigo"];

const colourOf = (category: string): string => {
  let sum = 0;
  for (const letter of category) sum = (sum * 31 + letter.codePointAt(0)!) % 65_521;
  return COLOURS[sum % COLOURS.length]!;
};

/** One item among pictures: a tile in the colour of its category, its name, its place. A link to its page. */
@defineElement("home-inventory-item-tile")
export class ItemTile extends InventoryElement {
  @property({ attribute: false }) public item!: Item;
  @property() public home?: string;
  @property({ type: Number }) public warningDays = 30;
  @property({ type: Boolean }) public selected = false;
  @property() public search = "";

  protected override render() {
    const { hass, item } = this;
    if (!hass) return html``;
    return html`<a
      href=${itemPath(item.id, this.search)}
      data-testid="item-tile"
      data-item-id=${item.id}
      aria-current=${this.selected ? "true" : "false"}
      class=${item.archived ? "archived" : ""}
      @click=${followLink}
    >
      ${this._renderPicture()}
      <span class="name">${item.name}</span>
      <span class="line quiet">${this._place()}</span>
      <span class="line">
        <span>${quantityText(hass, item.quantity, item.unit)}</span>
        <span class="code">${item.code}</span>
      </span>
      <span class="badges">${itemBadges(hass, item, this.warningDays)}</span>
    </a>`;
  }

  /** Its photo; without one, what stands for a picture: the beginning of its category in a colour of its own. */
  private _renderPicture() {
    if (this.item.photo) {
      return html`<home-inventory-photo
        class="picture"
        .hass=${this.hass}
        .attachment=${this.item.photo}
        .size=${480}
        aria-hidden="true"
      ></home-inventory-photo>`;
    }
    const category = trailOf(this.item.categories[0]?.path ?? "");
    const [top = ""] = category.split(" › ");
    return html`<span
      class="picture"
      style=${top ? `--tile-color: var(--${colourOf(top)}-color, var(--primary-color))` : ""}
      aria-hidden="true"
    >
      ${top ? html`<span class="initial">${[...top][0]?.toLocaleUpperCase()}</span>` : icon(mdiPackageVariantClosed, 48)}
    </span>`;
  }

  private _place(): string {
    const paths = this.item.locations.map(({ path }) => path).filter((path) => path !== null);
    const places = [...new Set(paths)].map((path) => addressOf(path, this.home));
    return places.join(" · ") || this.localize("item.no_place");
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      a {
        display: flex;
        flex-direction: column;
        gap: 2px;
        height: 248px;
        padding: 8px;
        border: 1px solid var(--divider-color);
        border-radius: var(--ha-card-border-radius, 12px);
        background: var(--card-background-color, #fff);
        color: inherit;
        text-decoration: none;
        overflow: hidden;
      }
      a:hover {
        border-color: var(--secondary-text-color);
      }
      a[aria-current="true"] {
        border-color: var(--primary-color);
        box-shadow: 0 0 0 1px var(--primary-color);
      }
      .picture {
        --tile-color: var(--secondary-text-color);
        display: grid;
        flex: 1;
        min-height: 0;
        place-items: center;
        margin-bottom: 6px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--tile-color) 16%, transparent);
        color: color-mix(in srgb, var(--tile-color) 60%, var(--primary-text-color));
      }
      .initial {
        font-size: 44px;
        line-height: 1;
      }
      .name {
        flex: none;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .name,
      .line > :first-child,
      .line:not(:has(*)) {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .line {
        display: flex;
        flex: none;
        justify-content: space-between;
        gap: 8px;
      }
      .line:not(:has(*)) {
        display: block;
      }
      .archived .name {
        color: var(--secondary-text-color);
      }
      .badges {
        display: flex;
        flex: none;
        gap: 6px;
        height: 24px;
        overflow: hidden;
      }
      /* Two of them share the width: each keeps its picture and the beginning of what it says. */
      .badges > .badge {
        display: block;
        flex: 0 1 auto;
        min-width: 44px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .badges > .badge svg {
        vertical-align: -2px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-tile": ItemTile;
  }
}
