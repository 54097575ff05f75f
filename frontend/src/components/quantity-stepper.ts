import { mdiMinus, mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { defineElement } from "../ha/define-element";
import { debounce } from "../utils/debounce";
import { formatNumber } from "../utils/format";
import { parseNumber, roundQuantity } from "../utils/numbers";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, fieldStyles } from "./styles";

/** Taps that come close together are one change, with one line of history and one undo. */
const TAPS_MS = 500;

/** Minus, the quantity, plus. What is tapped shows at once and is sent when the tapping ends. */
@defineElement("home-inventory-quantity-stepper")
export class QuantityStepper extends InventoryElement {
  @property({ type: Number }) public value = 0;
  @property() public name = "";
  /** Written beside the number, where there is one. */
  @property() public unit = "";
  /** Makes the change; the stepper shows the value it was given again when this is done. */
  @property({ attribute: false }) public adjust!: (
    change: { by: number } | { to: number },
  ) => Promise<void>;

  @state() private _tapped = 0;
  @state() private _sent = 0;

  private readonly _send = debounce(() => void this._sendTapped(), TAPS_MS);

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._send.cancel();
    void this._sendTapped();
  }

  private async _sendTapped(): Promise<void> {
    const by = this._tapped;
    if (by === 0) return;
    this._tapped = 0;
    this._sent += by;
    await this.adjust({ by }).catch(() => undefined);
    this._sent -= by;
  }

  private get _shown(): number {
    return roundQuantity(Math.max(0, this.value + this._tapped + this._sent));
  }

  private _tap(by: number): void {
    this._tapped += Math.max(by, -this._shown);
    this._send();
  }

  private readonly _typed = async (event: Event): Promise<void> => {
    const input = event.currentTarget as HTMLInputElement;
    const to = parseNumber(input.value);
    this._send.cancel();
    this._tapped = 0;
    if (to !== undefined && to >= 0 && to !== this.value) {
      await this.adjust({ to }).catch(() => undefined);
    }
    input.value = formatNumber(this._shown, this.locale);
  };

  protected override render() {
    const shown = formatNumber(this._shown, this.locale);
    return html`<div role="group" aria-label=${this.localize("quantity.of", { name: this.name })}>
      <button
        class="icon-button"
        data-testid="quantity-minus"
        aria-label=${this.localize("quantity.less")}
        ?disabled=${this._shown <= 0}
        @click=${() => this._tap(-1)}
      >
        ${icon(mdiMinus)}
      </button>
      <input
        inputmode="decimal"
        autocomplete="off"
        data-testid="quantity-value"
        aria-label=${this.localize("field.quantity")}
        size=${shown.length}
        .value=${shown}
        @change=${this._typed}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
      />
      ${this.unit ? html`<span class="unit quiet">${this.unit}</span>` : nothing}
      <button
        class="icon-button"
        data-testid="quantity-plus"
        aria-label=${this.localize("quantity.more")}
        @click=${() => this._tap(1)}
      >
        ${icon(mdiPlus)}
      </button>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        max-width: 100%;
      }
      div {
        display: flex;
        align-items: center;
        border: 1px solid var(--divider-color);
        border-radius: 22px;
      }
      input:not([type="checkbox"]) {
        flex: 0 1 auto;
        width: auto;
        min-width: 64px;
        min-height: 42px;
        padding: 0 4px;
        border: 0;
        border-radius: 4px;
        background: transparent;
        text-align: center;
      }
      .unit {
        padding-inline-end: 4px;
        font-size: var(--ha-font-size-s, 12px);
      }
      .icon-button {
        width: 42px;
        height: 42px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-quantity-stepper": QuantityStepper;
  }
}
