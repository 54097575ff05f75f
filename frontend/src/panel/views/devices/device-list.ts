import { mdiDevices, mdiMagnifyClose, mdiSetMerge } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { fetchDeviceTypes } from "../../../data/device";
import { DeviceListController } from "../../../data/device-list";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { allAsShown, OptimisticController } from "../../../data/optimistic";
import type { Source } from "../../../data/source";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink } from "../../../ha/navigate";
import { listStyles } from "../list-styles";
import { renderFailure, renderState } from "../render-state";
import { SearchAddress } from "../search-address";
import { viewStyles } from "../view-styles";
import "./device-filter";
import type { DeviceFilterEvent } from "./device-filter";
import {
  fromDeviceSearch,
  hasDeviceFilter,
  NO_DEVICE_FILTER,
  toDeviceQuery,
  toDeviceSearch,
  type DeviceFilter,
} from "./device-filter-state";
import "./device-row";

/** All devices, or those that match, fifty at a time, live. */
@defineElement("home-inventory-device-list")
export class DeviceList extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public sources: Source[] = [];
  @property({ type: Number }) public suggestions = 0;
  @property() public selected?: string;

  @state() private _error?: string;
  @state() private _types: string[] = [];
  @query(".more") private readonly _end?: HTMLElement;

  private readonly _list = new DeviceListController(this);
  private readonly _address = new SearchAddress<DeviceFilter>(this, {
    section: "devices",
    read: fromDeviceSearch,
    write: toDeviceSearch,
    changed: () => void this._load(),
  });
  private _watcher?: IntersectionObserver;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device", "item", "location")) void this._list.refresh();
      if (concernsKind(notices, "device")) void this._loadTypes();
    });
    new OptimisticController(this);
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) void this._list.loadMore();
    });
    void this._load();
    void this._loadTypes();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._watcher?.disconnect();
  }

  /** Read again what runs change without a change of the inventory: addresses and statuses. */
  public refresh(): void {
    void this._list.refresh();
  }

  private readonly _load = async (): Promise<void> => {
    await this._list.load(toDeviceQuery(this._address.state));
    const { error } = this._list;
    this._error = error && this.hass ? await describeError(this.hass, error) : undefined;
  };

  /** What can't be read is no filter. */
  private readonly _loadTypes = async (): Promise<void> => {
    if (!this.hass) return;
    const types = await fetchDeviceTypes(this.hass).catch(() => []);
    this._types = types.map(({ name }) => name);
  };

  private _setFilter(filter: DeviceFilter): void {
    this._address.change(filter);
    void this._load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this._watcher?.disconnect();
    if (this._end) this._watcher?.observe(this._end);
  }

  private get _sites(): { id: string; name: string }[] {
    const sites = this.sources.map(({ site }) => site).filter((site) => site !== null);
    return [...new Map(sites.map((site) => [site.id, site])).values()];
  }

  protected override render() {
    const { loaded, loading, total } = this._list;
    return html`
      <home-inventory-device-filter
        .hass=${this.hass}
        .filter=${this._address.state}
        .sources=${this.sources}
        .sites=${this._sites}
        .types=${this._types}
        @filter-changed=${(event: DeviceFilterEvent) => this._setFilter(event.detail)}
      ></home-inventory-device-filter>
      <div class="summary quiet">
        <span role="status" aria-live="polite" data-testid="total"
          >${loaded ? this.localize("devices.count", { count: total }) : this.localize("state.loading")}</span
        >
        ${this.suggestions > 0 ? this._renderSuggestions() : nothing}
      </div>
      <div aria-busy=${loading ? "true" : "false"}>${this._renderDevices()}</div>
    `;
  }

  private _renderSuggestions() {
    return html`<a
      class="button"
      href=${devicePath("suggestions", this._address.search)}
      data-testid="suggestions-link"
      aria-current=${this.selected === "suggestions" ? "page" : "false"}
      @click=${followLink}
      >${icon(mdiSetMerge, 20)}
      ${this.localize("devices.suggestions", { count: this.suggestions })}</a
    >`;
  }

  private _renderDevices() {
    const { entries, loaded, hasMore, loading } = this._list;
    if (this._error && !loading) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (loaded && entries.length === 0) return this._renderEmpty();
    return html`<div role="list" data-testid="device-list">
        ${repeat(
          allAsShown("device", entries),
          ({ id }) => id,
          (device) =>
            html`<home-inventory-device-row
              role="listitem"
              .hass=${this.hass}
              .device=${device}
              .home=${this.info.name}
              .selected=${device.id === this.selected}
              .search=${this._address.search}
            ></home-inventory-device-row>`,
        )}
      </div>
      ${hasMore ? this._renderMore() : nothing}`;
  }

  private _renderMore() {
    return html`<div class="more">
      <button
        class="button"
        ?disabled=${this._list.loading}
        @click=${() => void this._list.loadMore()}
      >
        ${this.localize("action.load_more")}
      </button>
    </div>`;
  }

  private _renderEmpty() {
    if (!hasDeviceFilter(this._address.state)) {
      return renderState({ icon: mdiDevices, text: this.localize("devices.none") });
    }
    return renderState({
      icon: mdiMagnifyClose,
      text: this.localize("devices.none_found"),
      action: html`<button
        class="button outlined"
        data-testid="clear-filters"
        @click=${() => this._setFilter(NO_DEVICE_FILTER)}
      >
        ${this.localize("search.clear_filters")}
      </button>`,
    });
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    listStyles,
    css`
      home-inventory-device-row + * {
        border-top: 1px solid var(--divider-color);
      }
      .summary .button {
        padding-inline: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-list": DeviceList;
  }
}
