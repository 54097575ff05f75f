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
import { DEVICE_STATUSES } from "../../data/device";
import { ITEM_SORTS } from "../../data/item";
import { defineElement } from "../../ha/define-element";
import { debounce } from "../../utils/debounce";
import { asksForSearch } from "../../utils/search-key";
import { countFilters, NO_FILTER, type ItemFilter } from "./filter-state";

export type FilterChangedEvent = CustomEvent<ItemFilter>;

const TYPING_MS = 25;
const WARRANTY_DAYS = ["30", "90", "365"];

/** What of a filter is on or off. */
type Switch = "lowStock" | "unplaced" | "lent" | "overdue" | "archived";

interface Choice<Value extends string> {
  label: string;
  /** What it says when nothing is chosen. */
  none: string;
  chosen?: string | undefined;
  nameOf: (value: Value) => string;
  choose: (value: Value | undefined) => void;
}

/** The numbers of days to choose from, and the one that an address may say. */
const warrantyChoices = (days?: number): string[] =>
  days === undefined || WARRANTY_DAYS.includes(String(days))
    ? WARRANTY_DAYS
    : [...WARRANTY_DAYS, String(days)].sort((a, b) => Number(a) - Number(b));

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
      ${this._renderSelect("sort", ITEM_SORTS, {
        label: this.localize("sort.label"),
        none: this.localize("sort.automatic"),
        chosen: filter.sort,
        nameOf: (sort) => this.localize(`sort.${sort}`),
        choose: (sort) => this._change({ sort }),
      })}
      ${this._renderSelect("device-status", DEVICE_STATUSES, {
        label: this.localize("items.device_status"),
        none: this.localize("items.any_device_status"),
        chosen: filter.deviceStatus,
        nameOf: (status) => this.localize(`device_status.${status}`),
        choose: (deviceStatus) => this._change({ deviceStatus }),
      })}
      ${this._renderSelect("warranty", warrantyChoices(filter.warrantyDays), {
        label: this.localize("items.warranty"),
        none: this.localize("items.any_warranty"),
        chosen: filter.warrantyDays?.toString(),
        nameOf: (days) => this.localize("items.warranty_within", { count: Number(days) }),
        choose: (days) => this._change({ warrantyDays: days === undefined ? days : Number(days) }),
      })}
      <div class="chips">
        ${this._renderChip("low-stock", "lowStock", this.localize("badge.low_stock"))}
        ${this._renderChip("unplaced", "unplaced", this.localize("chip.unplaced"))}
        ${this._renderChip("lent", "lent", this.localize("chip.lent"))}
        ${this._renderChip("overdue", "overdue", this.localize("chip.overdue"))}
        ${this._renderChip("archived", "archived", this.localize("badge.archived"))}
      </div>
    </div>`;
  }

  private _renderChip(name: string, field: Switch, label: string) {
    const isOn = Boolean(this.filter[field]);
    return html`<button
      class="chip"
      data-testid="filter-${name}"
      aria-pressed=${isOn ? "true" : "false"}
      @click=${() => this._change({ [field]: !isOn })}
    >
      ${label}
    </button>`;
  }

  private _renderSelect<Value extends string>(
    name: string,
    values: readonly Value[],
    choice: Choice<Value>,
  ) {
    return html`<div class="field">
      <label for=${name}>${choice.label}</label>
      <select
        id=${name}
        data-testid=${name === "sort" ? "sort" : `filter-${name}`}
        @change=${({ target }: Event) =>
          choice.choose(((target as HTMLSelectElement).value || undefined) as Value | undefined)}
      >
        <option value="">${choice.none}</option>
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === choice.chosen}>
              ${choice.nameOf(value)}
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
