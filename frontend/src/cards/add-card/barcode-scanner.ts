import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import "../../components/camera-scanner";
import type { ScannedEvent } from "../../components/camera-scanner";
import { baseStyles, fieldStyles } from "../../components/styles";
import { fetchItems, type Item } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import type { HomeAssistant } from "../../ha/types";
import "../card-kit";
import "./found-barcode";
import type { FoundBarcode } from "./found-barcode";

export type BarcodeEvent = CustomEvent<FoundBarcode>;

/** QR codes and the like say anything; these number what is sold. */
const PRODUCT_FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "code_39"];
const MOST_FOUND = 10;

const findByBarcode = async (hass: HomeAssistant, barcode: string): Promise<Item | undefined> => {
  const page = { limit: MOST_FOUND, offset: 0 };
  const { items } = await fetchItems(hass, { query: `"${barcode}"` }, page);
  return items.find(({ barcodes }) => barcodes.includes(barcode));
};

/** The camera of the add card: fires `barcode` for what numbers a product. Fetched when somebody wants to scan. */
@defineElement("home-inventory-barcode-scanner")
export class BarcodeScanner extends InventoryElement {
  @state() private _wrong = false;

  private readonly _scanned = async ({ detail }: ScannedEvent): Promise<void> => {
    const { hass } = this;
    this._wrong = !PRODUCT_FORMATS.includes(detail.format);
    if (!hass || this._wrong) return;
    const barcode = detail.text;
    const known = await findByBarcode(hass, barcode).catch(() => undefined);
    this.dispatchEvent(new CustomEvent("barcode", { detail: { barcode, known } }));
  };

  protected override render() {
    return html`<home-inventory-camera-scanner
        .hass=${this.hass}
        @scanned=${this._scanned}
      ></home-inventory-camera-scanner>
      <p class="error" role="alert" ?hidden=${!this._wrong}>
        ${this._wrong ? this.localize("card.add.no_barcode") : nothing}
      </p>`;
  }

  public static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-barcode-scanner": BarcodeScanner;
  }
}
