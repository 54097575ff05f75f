import { mdiUndoVariant } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import { undo } from "../../components/undo-toast";
import { fetchChanges, type Batch } from "../../data/change";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { answerOrder } from "../../utils/answer-order";
import { formatMoment } from "../../utils/format";
import { describeActor, describeBatch, type HistoryContext } from "../history-text";
import { viewStyles } from "./view-styles";

const PAGE = 10;

/** What happened to an item, newest first, and a button to take each of it back. */
@defineElement("home-inventory-item-history")
export class ItemHistory extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public item!: Item;
  @property({ type: Number }) public revision = 0;

  @state() private _batches: Batch[] = [];
  @state() private _total = 0;
  @state() private _error?: string;

  private _itemId?: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this._itemId !== this.item.id) {
      this._itemId = this.item.id;
      this._batches = [];
      void this._load(PAGE);
    } else if (changed.has("revision")) {
      void this._load(Math.max(PAGE, this._batches.length));
    }
  }

  private readonly _asks = answerOrder();
  private async _load(limit: number): Promise<void> {
    const { hass } = this;
    if (!hass) return;
    const isLate = this._asks();
    const item = this.item.id;
    try {
      const page = await fetchChanges(hass, { item }, { limit, offset: 0 });
      if (item !== this.item.id || isLate()) return;
      this._batches = page.batches;
      this._total = page.total ?? page.batches.length;
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  }

  protected override render() {
    if (!this.hass) return nothing;
    return html`<section class="card list" aria-label=${this.localize("history.title")}>
      <h2>${this.localize("history.title")}</h2>
      ${this._error ? html`<p class="error">${this._error}</p>` : nothing}
      <ol data-testid="history">
        ${this._batches.map((batch) => this._renderBatch(batch))}
      </ol>
      ${
        this._batches.length < this._total
          ? html`<button class="button" @click=${() => void this._load(this._batches.length + 50)}>
              ${this.localize("action.load_more")}
            </button>`
          : nothing
      }
    </section>`;
  }

  private _renderBatch(batch: Batch) {
    const hass = this.hass!;
    const context: HistoryContext = {
      hass,
      item: this.item,
      home: this.info.name,
    };
    return html`<li data-testid="history-entry" class=${batch.undone_by ? "undone" : ""}>
      <div class="text">
        ${
          batch.undoes
            ? html`<span class="badge">${this.localize("history.is_undo")}</span>`
            : nothing
        }
        ${describeBatch(context, batch).map(
          (sentence) => html`<div class="sentence">${sentence}</div>`,
        )}
        <div class="quiet when">
          ${formatMoment(batch.at, this.locale)} · ${describeActor(hass, batch)}
          ${batch.undone_by ? html` · ${this.localize("history.undone")}` : nothing}
        </div>
      </div>
      ${
        this.info.can_write && !batch.undone_by && !batch.undoes
          ? html`<button
              class="icon-button"
              data-testid="undo-change"
              aria-label=${this.localize("history.undo")}
              title=${this.localize("history.undo")}
              @click=${() => void undo(hass, batch.batch)}
            >
              ${icon(mdiUndoVariant, 20)}
            </button>`
          : nothing
      }
    </li>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 56px;
        padding: 6px 8px 6px 16px;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .undone .sentence {
        color: var(--secondary-text-color);
        text-decoration: line-through;
      }
      .when {
        font-size: var(--ha-font-size-s, 12px);
      }
      .error {
        padding: 0 16px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-history": ItemHistory;
  }
}
