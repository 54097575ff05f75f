import { mdiMagnifyClose, mdiPackageVariant, mdiPlus } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import "../../components/item-row";
import { baseStyles, buttonStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import type { ItemQuery } from "../../data/item";
import { ItemListController } from "../../data/item-list";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { addItemWithDialog } from "../item-actions";
import "./item-filter";
import {
  hasFilter,
  NO_FILTER,
  toQuery,
  type FilterChangedEvent,
  type ItemFilter,
} from "./item-filter";
import { listStyles } from "./list-styles";
import { renderFailure, renderState } from "./render-state";
import { viewStyles } from "./view-styles";

/** All items that match, fifty at a time, live. */
@defineElement("home-inventory-item-list")
export class ItemList extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean }) public wide = false;
  @property() public selected?: string;

  @state() private _filter: ItemFilter = NO_FILTER;
  @state() private _error?: string;
  @query(".more") private readonly _end?: HTMLElement;

  private readonly _list = new ItemListController(this);
  private _watcher?: IntersectionObserver;
  private _query: ItemQuery = toQuery(NO_FILTER);

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) void this._list.refresh();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) void this._list.loadMore();
    });
    void this._load();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._watcher?.disconnect();
  }

  private readonly _load = async (): Promise<void> => {
    await this._list.load(this._query);
    this._error =
      this._list.error && this.hass ? await describeError(this.hass, this._list.error) : undefined;
  };

  private readonly _filterChanged = (event: FilterChangedEvent): void => {
    this._filter = event.detail;
    this._query = toQuery(this._filter);
    void this._load();
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this._watcher?.disconnect();
    if (this._end) this._watcher?.observe(this._end);
  }

  private readonly _add = (): void => {
    void addItemWithDialog(this, { place: this._filter.place });
  };

  protected override render() {
    return html`
      <home-inventory-item-filter
        .hass=${this.hass}
        .info=${this.info}
        .filter=${this._filter}
        @filter-changed=${this._filterChanged}
      ></home-inventory-item-filter>
      <div class="summary quiet">
        <span role="status" aria-live="polite" data-testid="total">${this._summary()}</span>
        ${this.info.can_write && this.wide ? this._renderAdd() : nothing}
      </div>
      <div aria-busy=${this._list.loading ? "true" : "false"}>${this._renderItems()}</div>
      ${
        this.info.can_write && !this.wide
          ? html`<div class="fab-space"></div>
              <div class="fab">${this._renderAdd()}</div>`
          : nothing
      }
    `;
  }

  private _renderAdd() {
    return html`<button class="button primary" data-testid="add-item" @click=${this._add}>
      ${icon(mdiPlus, 20)} ${this.localize("item.add")}
    </button>`;
  }

  private _summary(): string {
    if (!this._list.loaded) return this.localize("state.loading");
    return this.localize("items.count", { count: this._list.total });
  }

  private _renderItems() {
    const { items, loaded, hasMore, loading } = this._list;
    if (this._error && !loading) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (loaded && items.length === 0) return this._renderEmpty();
    return html`<div role="list" data-testid="item-list">
        ${repeat(
          items,
          (item) => item.id,
          (item) =>
            html`<home-inventory-item-row
              role="listitem"
              .hass=${this.hass}
              .item=${item}
              .home=${this.info.name}
              .warningDays=${this.info.warning_days}
              .selected=${item.id === this.selected}
            ></home-inventory-item-row>`,
        )}
      </div>
      ${
        hasMore
          ? html`<div class="more">
              <button
                class="button"
                ?disabled=${loading}
                @click=${() => void this._list.loadMore()}
              >
                ${this.localize("action.load_more")}
              </button>
            </div>`
          : nothing
      }`;
  }

  private _renderEmpty() {
    return hasFilter(this._filter)
      ? renderState({ icon: mdiMagnifyClose, text: this.localize("items.none_found") })
      : renderState({ icon: mdiPackageVariant, text: this.localize("items.none") });
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-list": ItemList;
  }
}
