import { mdiPrinterOutline } from "@mdi/js";
import { css, html, svg, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { fetchQr, labelsPath, type QrCode } from "../data/label-sheet";
import { defineElement } from "../ha/define-element";
import { followLink } from "../ha/navigate";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles } from "./styles";

/** How much white is kept around the dots, in dots. */
const QUIET = 3;

/** The code of an item or a place, large and as a QR code, and the way to its printed label. */
@defineElement("home-inventory-code-card")
export class CodeCard extends InventoryElement {
  @property() public code = "";
  @property() public itemId?: string;
  @property() public locationId?: string;

  @state() private _qr?: QrCode;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("code")) void this._load();
  }

  private async _load(): Promise<void> {
    const { hass, code } = this;
    this._qr = undefined;
    if (!hass || !code) return;
    // Without the picture the code is still there.
    const qr = await fetchQr(hass, code).catch(() => undefined);
    if (code === this.code) this._qr = qr;
  }

  protected override render() {
    const items = this.itemId ? [this.itemId] : [];
    const locations = this.locationId ? [this.locationId] : [];
    return html`<section data-testid="code-card">
      ${this._qr ? this._renderQr(this._qr) : html`<div class="qr"></div>`}
      <div class="side">
        <h2>${this.localize("labels.code_title")}</h2>
        <div class="letters" data-testid="code-letters">${this.code}</div>
        <a
          class="button outlined"
          href=${labelsPath({ items, locations })}
          data-testid="print-label"
          @click=${followLink}
          >${icon(mdiPrinterOutline, 20)} ${this.localize("labels.print_label")}</a
        >
      </div>
    </section>`;
  }

  private _renderQr({ size, path, text }: QrCode) {
    const side = size + 2 * QUIET;
    return html`<svg
      class="qr"
      viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
      role="img"
      aria-label=${this.localize("labels.qr_of", { text })}
      data-testid="qr"
      shape-rendering="crispEdges"
    >
      ${svg`<path d=${path} fill="#000"></path>`}
    </svg>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 16px;
        padding: var(--ha-space-4, 16px);
        border: var(--ha-card-border-width, 1px) solid
          var(--ha-card-border-color, var(--divider-color, #e0e0e0));
        border-radius: var(--ha-card-border-radius, 12px);
        background: var(--ha-card-background, var(--card-background-color, #fff));
        box-shadow: var(--ha-card-box-shadow, none);
      }
      .qr {
        flex: none;
        width: 136px;
        height: 136px;
        border-radius: 8px;
        background: #fff;
      }
      .side {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: flex-start;
        gap: 8px;
        min-width: 160px;
      }
      h2 {
        margin: 0;
        font-size: var(--ha-font-size-l, 16px);
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .letters {
        font-family: var(--ha-font-family-code, ui-monospace, monospace);
        font-size: 32px;
        letter-spacing: 0.12em;
        line-height: 1.2;
      }
      .button {
        min-height: 44px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-code-card": CodeCard;
  }
}
