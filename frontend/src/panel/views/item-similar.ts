import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import "../../components/item-row";
import { baseStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { fetchSimilar, type FoundItem } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { viewStyles } from "./view-styles";

/** The items that are most like one: what may be used instead, or is there twice. Nothing where there are none. */
@defineElement("home-inventory-item-similar")
export class ItemSimilar extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property() public itemId!: string;

  @state() private _items: FoundItem[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("itemId")) return;
    this._items = [];
    void this._load(this.itemId);
  }

  /** What fails here is left out: the page is about the item itself. */
  private async _load(item: string): Promise<void> {
    if (!this.hass) return;
    const found = await fetchSimilar(this.hass, item).catch(() => []);
    if (item === this.itemId) this._items = found;
  }

  protected override render() {
    if (this._items.length === 0) return nothing;
    return html`<section class="card list" data-testid="similar">
      <h2>${this.localize("item.similar")}</h2>
      <div role="list">
        ${this._items.map(
          (item) =>
            html`<home-inventory-item-row
              role="listitem"
              .hass=${this.hass}
              .item=${item}
              .home=${this.info.name}
              .warningDays=${this.info.warning_days}
              .search=${location.search}
            ></home-inventory-item-row>`,
        )}
      </div>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-similar": ItemSimilar;
  }
}
