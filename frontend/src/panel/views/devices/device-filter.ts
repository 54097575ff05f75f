import { mdiClose } from "@mdi/js";
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { renderFilterButton, renderSearchField } from "../../../components/filter-bar";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { DEVICE_STATUSES } from "../../../data/device";
import type { Source } from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import type { TranslationKey } from "../../../localize/localize";
import { debounce } from "../../../utils/debounce";
import { asksForSearch } from "../../../utils/search-key";
import { deviceFilterStyles } from "./device-filter-styles";
import { countDeviceFilters, NO_DEVICE_FILTER, type DeviceFilter } from "./device-filter-state";
import { sourceTitle, worded } from "./device-text";

export type DeviceFilterEvent = CustomEvent<DeviceFilter>;

const TYPING_MS = 200;

const FLAGS = {
  recent: "device_filter.recent",
  batteryLow: "device.battery_low",
  ignored: "device.ignored",
  archived: "device.removed",
} as const satisfies Partial<Record<keyof DeviceFilter, TranslationKey>>;

interface Option {
  value: string;
  text: string;
}

/** The search field, and behind a button the rest: site, source, status, type, with or without an item. */
@defineElement("home-inventory-device-filter")
export class DeviceFilterBar extends InventoryElement {
  @property({ attribute: false }) public filter: DeviceFilter = NO_DEVICE_FILTER;
  @property({ attribute: false }) public sources: Source[] = [];
  @property({ attribute: false }) public sites: { id: string; name: string }[] = [];
  @property({ attribute: false }) public types: string[] = [];

  @state() private _open = false;
  @query("#search") private readonly _search!: HTMLInputElement;

  private readonly _typed = debounce(() => this._change({ text: this._search.value }), TYPING_MS);

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this._keyPressed);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this._keyPressed);
    this._typed.cancel();
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (!asksForSearch(event) || !this._search?.checkVisibility?.()) return;
    event.preventDefault();
    this._search.focus();
    this._search.select();
  };

  private _change(change: Partial<DeviceFilter>): void {
    const detail = { ...this.filter, ...change };
    this.dispatchEvent(new CustomEvent("filter-changed", { detail }));
  }

  protected override render() {
    const count = countDeviceFilters(this.filter);
    return html`<div class="bar" role="search">
        ${renderSearchField({
          label: this.localize("devices.search"),
          value: this.filter.text,
          input: this._typed,
          after: this.filter.text ? this._renderClear() : nothing,
        })}
        ${renderFilterButton({
          label: this.localize("devices.filter"),
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
        this._change({ text: "" });
        this._search.focus();
      }}
    >
      ${icon(mdiClose, 20)}
    </button>`;
  }

  private _renderMore() {
    const language = this.hass?.language ?? "en";
    const named = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name });
    return html`<div class="filters">
      ${this._renderSelect(
        "status",
        DEVICE_STATUSES.map((value) => ({
          value,
          text: worded(language, `device_status.${value}`),
        })),
      )}
      ${this._renderSelect("site", this.sites.map(named))}
      ${this._renderSelect(
        "source",
        this.sources.map((source) => ({ value: source.id, text: sourceTitle(language, source) })),
      )}
      ${this._renderSelect(
        "type",
        this.types.map((value) => ({ value, text: value })),
      )}
      <div class="chips">
        ${this._renderFlag("recent")} ${this._renderLinked("device.new", false)}
        ${this._renderLinked("device.linked", true)} ${this._renderFlag("batteryLow")}
        ${this._renderFlag("ignored")} ${this._renderFlag("archived")}
      </div>
    </div>`;
  }

  private _renderSelect(field: "status" | "site" | "source" | "type", options: Option[]) {
    const chosen = this.filter[field];
    return html`<div class="field">
      <label for=${field}>${this.localize(`device_filter.${field}`)}</label>
      <select
        id=${field}
        data-testid="filter-${field}"
        @change=${(event: Event) =>
          this._change({ [field]: (event.target as HTMLSelectElement).value || undefined })}
      >
        <option value="">${this.localize("device_filter.all")}</option>
        ${options.map(
          ({ value, text }) =>
            html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  private _renderLinked(label: "device.new" | "device.linked", linked: boolean) {
    const pressed = this.filter.linked === linked;
    return html`<button
      class="chip"
      data-testid=${linked ? "filter-linked" : "filter-new"}
      aria-pressed=${pressed ? "true" : "false"}
      @click=${() => this._change({ linked: pressed ? undefined : linked })}
    >
      ${this.localize(label)}
    </button>`;
  }

  private _renderFlag(flag: keyof typeof FLAGS) {
    return html`<button
      class="chip"
      data-testid="filter-${flag}"
      aria-pressed=${this.filter[flag] ? "true" : "false"}
      @click=${() => this._change({ [flag]: !this.filter[flag] })}
    >
      ${this.localize(FLAGS[flag])}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    deviceFilterStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-filter": DeviceFilterBar;
  }
}
