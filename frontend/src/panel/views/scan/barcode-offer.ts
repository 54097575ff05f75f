import { mdiBarcode, mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { showDone, showError } from "../../../components/undo-toast";
import type { InventoryInfo } from "../../../data/info";
import { fetchItems, updateItem, type Item } from "../../../data/item";
import { defineElement } from "../../../ha/define-element";
import { debounce } from "../../../utils/debounce";
import { addressOf } from "../../../utils/path";
import { addItemWithDialog } from "../../item-actions";
import { viewStyles } from "../view-styles";

const SHOWN = 8;
const TYPING_MS = 200;

/** A barcode that no item has: add an item with it, or give it to one that is there. Fires `settled`. */
@defineElement("home-inventory-barcode-offer")
export class BarcodeOffer extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property() public barcode = "";

  @state() private _isChoosing = false;
  @state() private _items: Item[] = [];
  private _query = "";

  private readonly _search = debounce(() => void this._load(), TYPING_MS);

  private async _load(): Promise<void> {
    const { hass, _query: query } = this;
    if (!hass) return;
    try {
      const page = await fetchItems(hass, query ? { query } : {}, { limit: SHOWN, offset: 0 });
      if (query === this._query) this._items = page.items;
    } catch (error) {
      await showError(hass, error);
    }
  }

  private readonly _choose = (): void => {
    this._isChoosing = true;
    void this._load();
  };

  private readonly _typed = (event: Event): void => {
    this._query = (event.target as HTMLInputElement).value.trim();
    this._search();
  };

  private readonly _add = (): Promise<void> =>
    addItemWithDialog(this, { barcodes: [this.barcode] });

  private async _give(item: Item): Promise<void> {
    const { hass } = this;
    if (!hass) return;
    try {
      const done = await updateItem(hass, item.id, { barcodes: [...item.barcodes, this.barcode] });
      showDone(hass, this.localize("scan.barcode_given", { name: item.name }), done.batch);
      this.dispatchEvent(new CustomEvent("settled"));
    } catch (error) {
      await showError(hass, error);
    }
  }

  protected override render() {
    return html`<section class="card" data-testid="barcode-offer">
      <h2>${this.localize("scan.barcode_unknown", { barcode: this.barcode })}</h2>
      ${
        this.info.can_write
          ? this._renderActions()
          : html`<p class="quiet">${this.localize("scan.unknown_hint")}</p>`
      }
    </section>`;
  }

  private _renderActions() {
    return html`<div class="actions">
        <button class="button primary" data-testid="barcode-add" @click=${this._add}>
          ${icon(mdiPlus, 20)} ${this.localize("scan.barcode_add")}
        </button>
        <button
          class="button outlined"
          data-testid="barcode-choose"
          aria-expanded=${this._isChoosing ? "true" : "false"}
          @click=${this._choose}
        >
          ${icon(mdiBarcode, 20)} ${this.localize("scan.barcode_choose")}
        </button>
      </div>
      ${this._isChoosing ? this._renderChoice() : nothing}`;
  }

  private _renderChoice() {
    return html`<div class="field choice">
        <label for="item">${this.localize("scan.which_item")}</label>
        <input
          id="item"
          type="search"
          autocomplete="off"
          data-testid="barcode-item"
          @input=${this._typed}
        />
      </div>
      <ul>
        ${this._items.map(
          (item) =>
            html`<li>
              <button data-testid="barcode-give" @click=${() => void this._give(item)}>
                <span>${item.name}</span>
                <span class="quiet"
                  >${addressOf(item.locations[0]?.path ?? "", this.info.name)}</span
                >
              </button>
            </li>`,
        )}
      </ul>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      .choice {
        margin-top: 16px;
      }
      ul {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li button {
        display: flex;
        flex-direction: column;
        width: 100%;
        min-height: 48px;
        padding: 6px 12px;
        border: 0;
        border-radius: 8px;
        background: transparent;
        text-align: start;
        cursor: pointer;
      }
      li button:hover {
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-barcode-offer": BarcodeOffer;
  }
}
