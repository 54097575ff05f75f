import { mdiClose } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { renderFilterButton, renderSearchField } from "../../components/filter-bar";
import { icon } from "../../components/icon";
import "../../components/place-field";
import type { PlaceChangedEvent } from "../../components/place-field";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { DEVICE_STATUSES, type DeviceStatus } from "../../data/device";
import { ITEM_SORTS, type ItemSort } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { debounce } from "../../utils/debounce";
import { asksForSearch } from "../../utils/search-key";
import { countFilters, NO_FILTER, type ItemFilter } from "./filter-state";

export type FilterChangedEvent = CustomEvent<ItemFilter>;

const TYPING_MS = 25;

/** The search field, and behind a button the rest: place, low stock, archived, order. */
@defineElement("home-inventory-item-filter")
export class ItemFilterBar extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public filter: ItemFilter = NO_FILTER;

  @state() private _open = false;
  @query("#search") private readonly _search!: HTMLInputElement;

  private readonly _typed = debounce(() => this._changeText(this._search.value), TYPING_MS);

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this._keyPressed);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this._keyPressed);
    this._typed.cancel();
  }

  /** "/" goes to the search field from anywhere on the page. */
  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (!asksForSearch(event) || !this._search?.checkVisibility?.()) return;
    event.preventDefault();
    this._search.focus();
    this._search.select();
  };

  public focusSearch(): void {
    this._search.focus();
  }

  /** A new question begins with nothing removed from it. */
  private _changeText(text: string): void {
    this._change(text.trim() ? { text } : { text, kept: [] });
  }

  private _change(change: Partial<ItemFilter>): void {
    const detail = { ...this.filter, ...change };
    this.dispatchEvent(new CustomEvent("filter-changed", { detail }));
  }

  protected override render() {
    const count = countFilters(this.filter);
    return html`<div class="bar" role="search">
        ${renderSearchField({
          label: this.localize("items.search"),
          value: this.filter.text,
          input: this._typed,
          after: this.filter.text ? this._renderClear() : nothing,
        })}
        ${renderFilterButton({
          label: this.localize("items.filter"),
          count,
          open: this._open,
          toggle: () => (this._open = !this._open),
        })}
      </div>
      ${this._open ? this._renderMore() : nothing}`;
  }

  private _renderClear() {
    return html`<button
      class="icon-button clear"
      aria-label=${this.localize("items.clear_search")}
      @click=${() => {
        this._search.value = "";
        this._changeText("");
        this._search.focus();
      }}
    >
      ${icon(mdiClose, 20)}
    </button>`;
  }

  private _renderMore() {
    const { filter } = this;
    return html`<div class="filters">
      <home-inventory-place-field
        data-testid="filter-place"
        .hass=${this.hass}
        .label=${this.localize("field.location")}
        .home=${this.info.name}
        .value=${filter.place}
        @place-changed=${(event: PlaceChangedEvent) => this._change({ place: event.detail.value })}
      ></home-inventory-place-field>
      ${this._renderSort()} ${this._renderDeviceStatus()}
      <div class="chips">
        <button
          class="chip"
          data-testid="filter-low-stock"
          aria-pressed=${filter.lowStock ? "true" : "false"}
          @click=${() => this._change({ lowStock: !filter.lowStock })}
        >
          ${this.localize("badge.low_stock")}
        </button>
        <button
          class="chip"
          data-testid="filter-lent"
          aria-pressed=${filter.lent ? "true" : "false"}
          @click=${() => this._change({ lent: !filter.lent })}
        >
          ${this.localize("chip.lent")}
        </button>
        <button
          class="chip"
          data-testid="filter-overdue"
          aria-pressed=${filter.overdue ? "true" : "false"}
          @click=${() => this._change({ overdue: !filter.overdue })}
        >
          ${this.localize("chip.overdue")}
        </button>
        <button
          class="chip"
          data-testid="filter-archived"
          aria-pressed=${filter.archived ? "true" : "false"}
          @click=${() => this._change({ archived: !filter.archived })}
        >
          ${this.localize("badge.archived")}
        </button>
      </div>
    </div>`;
  }

  private _renderDeviceStatus() {
    return html`<div class="field">
      <label for="device-status">${this.localize("items.device_status")}</label>
      <select
        id="device-status"
        data-testid="filter-device-status"
        @change=${(event: Event) =>
          this._change({
            deviceStatus: ((event.target as HTMLSelectElement).value || undefined) as
              DeviceStatus | undefined,
          })}
      >
        <option value="">${this.localize("items.any_device_status")}</option>
        ${DEVICE_STATUSES.map(
          (status) =>
            html`<option value=${status} ?selected=${status === this.filter.deviceStatus}>
              ${this.localize(`device_status.${status}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private _renderSort() {
    return html`<div class="field">
      <label for="sort">${this.localize("sort.label")}</label>
      <select
        id="sort"
        data-testid="sort"
        @change=${(event: Event) =>
          this._change({
            sort: ((event.target as HTMLSelectElement).value || undefined) as ItemSort | undefined,
          })}
      >
        <option value="">${this.localize("sort.automatic")}</option>
        ${ITEM_SORTS.map(
          (sort) =>
            html`<option value=${sort} ?selected=${sort === this.filter.sort}>
              ${this.localize(`sort.${sort}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    css`
      :host {
        display: block;
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--card-background-color, #fff);
        border-bottom: 1px solid var(--divider-color);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 8px 8px 16px;
      }
      .box {
        position: relative;
        flex: 1;
        min-width: 0;
      }
      .box > svg {
        position: absolute;
        inset: 0 auto 0 12px;
        margin-block: auto;
        color: var(--secondary-text-color);
        pointer-events: none;
      }
      #search {
        padding-inline: 42px;
        border-radius: 22px;
        appearance: none;
      }
      #search::-webkit-search-cancel-button {
        display: none;
      }
      .clear {
        position: absolute;
        inset: 0 0 0 auto;
      }
      .icon-button {
        position: relative;
      }
      .icon-button.clear {
        position: absolute;
      }
      .icon-button.active {
        color: var(--inventory-accent-text);
      }
      .count {
        position: absolute;
        top: 4px;
        right: 4px;
        min-width: 16px;
        border-radius: 8px;
        background: var(--inventory-accent-fill);
        color: var(--text-primary-color, #fff);
        font-size: 11px;
        line-height: 16px;
      }
      .filters {
        display: grid;
        gap: 12px;
        padding: 4px 16px 12px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-filter": ItemFilterBar;
  }
}
