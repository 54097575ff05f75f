import { mdiBarcodeScan, mdiClose, mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import { adjustQuantity, type Item, type ItemResult } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { followLink, itemPath } from "../../ha/navigate";
import { fireEvent } from "../../ha/fire-event";

/** A barcode, and what has it already. */
export interface FoundBarcode {
  barcode: string;
  known?: Item | undefined;
}

export type CountedEvent = CustomEvent<ItemResult>;

/**
 * The barcode that goes with what is being added; where something has it already, one more of that instead.
 *
 * Fires `barcode-removed`, and `counted` with what one more was answered with.
 */
@defineElement("home-inventory-found-barcode")
export class FoundBarcodeRow extends InventoryElement {
  @property({ attribute: false }) public found!: FoundBarcode;
  /** Where things are put: the id of a place. */
  @property() public place?: string;

  @state() private _busy = false;
  @state() private _error?: string | undefined;

  private readonly _oneMore = async (item: Item): Promise<void> => {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    this._error = undefined;
    const [at, ...others] = item.locations;
    const location = this.place ?? (others.length === 0 ? at?.id : undefined);
    try {
      const change = { by: 1, ...(location ? { location } : {}) };
      fireEvent(this, "counted", await adjustQuantity(hass, item.id, change));
    } catch (error) {
      this._error = await describeError(hass, error);
    }
    this._busy = false;
  };

  protected override render() {
    const { barcode, known } = this.found;
    return html`<div role="status" data-testid="barcode">
        <button
          type="button"
          class="chip active"
          aria-label=${this.localize("action.remove_x", { name: barcode })}
          @click=${() => fireEvent(this, "barcode-removed")}
        >
          ${icon(mdiBarcodeScan, 18)}<span>${barcode}</span>${icon(mdiClose, 16)}
        </button>
        ${known ? this._renderKnown(known) : nothing}
      </div>
      <p class="error" role="alert" ?hidden=${!this._error}>${this._error ?? nothing}</p>`;
  }

  private _renderKnown(item: Item) {
    return html`<a href=${itemPath(item.id)} @click=${followLink}
        >${this.localize("card.add.known", { name: item.name })}</a
      >
      <button
        type="button"
        class="button outlined"
        data-testid="one-more"
        ?disabled=${this._busy}
        @click=${() => this._oneMore(item)}
      >
        ${icon(mdiPlus, 20)} ${this.localize("quantity.more")}
      </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      .chip,
      .button {
        min-height: 44px;
        border-radius: 22px;
      }
      a {
        display: flex;
        flex: 1;
        align-items: center;
        min-width: 120px;
        min-height: 44px;
        color: inherit;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-found-barcode": FoundBarcodeRow;
  }
}
