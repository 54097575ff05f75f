import { mdiMagnify, mdiTrayArrowDown } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import "../../../components/code-entry";
import type { CodeEntry, EnteredEvent } from "../../../components/code-entry";
import { icon } from "../../../components/icon";
import "../../../components/item-row";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { findCode, type NamedThing } from "../../../data/code";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import {
  followLink,
  itemPath,
  locationPath,
  navigate,
  noteInHistory,
  PANEL_PATH,
} from "../../../ha/navigate";
import { giveFeedback } from "../../../utils/feedback";
import { viewStyles } from "../view-styles";
import "./barcode-offer";

/** Scan or type a code: what it names is opened, and what nobody knows yet can be added. */
@defineElement("home-inventory-scan-view")
export class ScanView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _text = "";
  @state() private _found?: NamedThing;
  @state() private _error?: string;
  @state() private _busy = false;
  @query("home-inventory-code-entry") private readonly _entry!: CodeEntry;

  public override connectedCallback(): void {
    super.connectedCallback();
    const text = new URLSearchParams(location.search).get("text");
    if (text) void this._look(text);
  }

  private readonly _entered = (event: EnteredEvent): void => void this._look(event.detail.text);

  private async _look(text: string): Promise<void> {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    this._error = this._found = undefined;
    this._text = text;
    try {
      this._show(await findCode(hass, text));
    } catch (error) {
      giveFeedback("bad");
      this._error = await describeError(hass, error);
    }
    this._busy = false;
  }

  /** Open the one thing that is meant; else stay, with what was looked for in the address. */
  private _show(found: NamedThing): void {
    const path = found.item
      ? itemPath(found.item.id)
      : found.location && locationPath(found.location.id);
    giveFeedback(path || found.kind === "items" ? "good" : "bad");
    if (path) return navigate(path);
    this._found = found;
    noteInHistory("homeInventoryScan", true, `?text=${encodeURIComponent(this._text)}`);
    this._entry?.clear();
  }

  private readonly _settled = (): void => {
    this._found = undefined;
    noteInHistory("homeInventoryScan", true, "");
  };

  protected override render() {
    return html`<div class="page" data-testid="scan">
      <section class="card">
        <h1>${this.localize("panel.scan")}</h1>
        <home-inventory-code-entry
          .hass=${this.hass}
          .label=${this.localize("scan.text")}
          .submitLabel=${this.localize("scan.find")}
          .busy=${this._busy}
          @entered=${this._entered}
        ></home-inventory-code-entry>
      </section>
      <div role="status" data-testid="scan-answer">
        ${this._error ? html`<section class="card error">${this._error}</section>` : nothing}
        ${this._found ? this._renderFound(this._found) : nothing}
      </div>
      ${
        this.info.can_write
          ? html`<a
              class="button outlined"
              href="${PANEL_PATH}/put-away"
              data-testid="to-put-away"
              @click=${followLink}
              >${icon(mdiTrayArrowDown, 20)} ${this.localize("scan.to_put_away")}</a
            >`
          : nothing
      }
    </div>`;
  }

  private _renderFound(found: NamedThing) {
    if (found.kind === "items") return this._renderItems(found);
    if (found.kind === "barcode" && found.barcode) {
      return html`<home-inventory-barcode-offer
        .hass=${this.hass}
        .info=${this.info}
        .barcode=${found.barcode}
        @settled=${this._settled}
      ></home-inventory-barcode-offer>`;
    }
    return html`<section class="card" data-testid="unknown">
      <h2>${this.localize("scan.unknown", { text: this._text })}</h2>
      <p class="quiet">${this.localize("scan.unknown_hint")}</p>
      <a
        class="button outlined search"
        href="${PANEL_PATH}/items?query=${encodeURIComponent(this._text)}"
        data-testid="search-instead"
        @click=${followLink}
        >${icon(mdiMagnify, 20)} ${this.localize("scan.search", { text: this._text })}</a
      >
    </section>`;
  }

  private _renderItems(found: NamedThing) {
    return html`<section class="card list">
      <h2>${this.localize("scan.several", { barcode: found.barcode ?? this._text })}</h2>
      <div role="list">
        ${found.items.map(
          (item) =>
            html`<home-inventory-item-row
              role="listitem"
              .hass=${this.hass}
              .item=${item}
              .home=${this.info.name}
              .warningDays=${this.info.warning_days}
            ></home-inventory-item-row>`,
        )}
      </div>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      :host {
        overflow-y: auto;
      }
      h1 {
        margin-bottom: 16px;
      }
      .error {
        color: var(--inventory-error-text);
      }
      .search {
        margin-top: 16px;
        white-space: normal;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-scan-view": ScanView;
  }
}
