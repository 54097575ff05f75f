import { mdiPackageVariant, mdiPlus } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { renderDidYouMean } from "../../components/did-you-mean";
import "../../components/facet-chips";
import type { FacetChangedEvent } from "../../components/facet-chips";
import { renderHit } from "../../components/hit-row";
import { icon } from "../../components/icon";
import "../../components/query-chips";
import type { ChipRemovedEvent } from "../../components/query-chips";
import { baseStyles, buttonStyles } from "../../components/styles";
import { isMixed, totalsText } from "../../components/totals-text";
import { describeError } from "../../data/errors";
import { HitListController } from "../../data/hit-list";
import type { InventoryInfo } from "../../data/info";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { addItemWithDialog } from "../item-actions";
import {
  chosenOf,
  countFilters,
  hasFilter,
  toQuery,
  withFacet,
  withoutFilters,
  type ItemFilter,
} from "./filter-state";
import "./item-filter";
import type { FilterChangedEvent, ItemFilterBar } from "./item-filter";
import { ListAddress } from "./list-address";
import { listStyles } from "./list-styles";
import { renderNothingFound } from "./nothing-found";
import { renderFailure, renderState } from "./render-state";
import { viewStyles } from "./view-styles";

/** All items, or the items and places that match, fifty at a time, live. */
@defineElement("home-inventory-item-list")
export class ItemList extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean }) public wide = false;
  @property() public selected?: string;

  @state() private _error?: string;
  @query(".more") private readonly _end?: HTMLElement;
  /** What holds the results. */
  @query(".entries") public readonly entriesElement!: HTMLElement;

  @query("home-inventory-item-filter") private readonly _bar?: ItemFilterBar;

  private readonly _list = new HitListController(this);
  private readonly _address = new ListAddress(this);
  private _watcher?: IntersectionObserver;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "loan", "location")) void this._list.refresh();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) void this._list.loadMore();
    });
    void this.load();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._watcher?.disconnect();
  }

  private get _filter(): ItemFilter {
    return this._address.filter;
  }

  /** How many results are shown. */
  public get shown(): number {
    return this._list.entries.length;
  }

  public get reading(): boolean {
    return this._list.loading;
  }

  /** Ask for what the address says, as far down as one has been. */
  public readonly load = async (): Promise<void> => {
    const query = toQuery(this._filter);
    const language = this.hass?.language;
    await this._list.load(query.query && language ? { ...query, language } : query, {
      facets: true,
      count: this._address.count,
    });
    this._error =
      this._list.error && this.hass ? await describeError(this.hass, this._list.error) : undefined;
    await this._address.restore();
  };

  private readonly _filterChanged = (event: FilterChangedEvent): void => {
    this._setFilter(event.detail);
  };

  private readonly _chipRemoved = ({ detail }: ChipRemovedEvent): void => {
    this._setFilter({ ...this._filter, kept: [...this._filter.kept, detail.text] });
    this._bar?.focusSearch();
  };

  private readonly _facetChanged = ({ detail }: FacetChangedEvent): void => {
    this._setFilter(withFacet(this._filter, detail.facet, detail.value));
  };

  /** What was understood as a filter is one too: without filters it is only words. */
  private readonly _clearFilters = (): void => {
    const texts = this._chips.map(({ text }) => text);
    const filter = withoutFilters(this._filter);
    this._setFilter({ ...filter, kept: [...filter.kept, ...texts] });
    this._bar?.focusSearch();
  };

  private readonly _ask = (text: string): void => {
    this._setFilter({ ...this._filter, text, kept: [] });
    this._bar?.focusSearch();
  };

  private get _chips() {
    return this._list.answer?.chips ?? [];
  }

  private _setFilter(filter: ItemFilter): void {
    this._address.change(filter);
    void this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this._watcher?.disconnect();
    if (this._end) this._watcher?.observe(this._end);
    if (changed.has("selected")) void this._address.restore();
  }

  private readonly _add = (): void => {
    void addItemWithDialog(this, { place: this._filter.place });
  };

  private readonly _addSearched = (): void => {
    void addItemWithDialog(this, { name: this._filter.text.trim(), place: this._filter.place });
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
        <home-inventory-query-chips
          .hass=${this.hass}
          .chips=${this._chips}
          @chip-removed=${this._chipRemoved}
        ></home-inventory-query-chips>
        ${this.info.can_write && this.wide ? this._renderAdd() : nothing}
      </div>
      ${this._renderAnswer()}
      <div class="entries" aria-busy=${this._list.loading ? "true" : "false"}>
        ${this._renderItems()}
      </div>
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
    const totals = this._list.answer?.totals;
    return totals && this.hass ? totalsText(this.hass, totals) : this.localize("state.loading");
  }

  /** What is said about the answer before its results. */
  private _renderAnswer() {
    const { answer } = this._list;
    if (!answer) return nothing;
    const isEmpty = this._list.entries.length === 0;
    return html`<div class="answer">
        <p class="quiet" role="status" ?hidden=${!answer.indexing} data-testid="indexing">
          ${answer.indexing ? this.localize("search.indexing") : nothing}
        </p>
        ${isEmpty ? nothing : renderDidYouMean(this.hass, answer.did_you_mean, this._ask)}
      </div>
      <home-inventory-facet-chips
        .hass=${this.hass}
        .facets=${answer.facets ?? {}}
        .chosen=${chosenOf(this._filter)}
        .total=${answer.totals.item}
        .wide=${this.wide}
        @facet-changed=${this._facetChanged}
      ></home-inventory-facet-chips>`;
  }

  private _renderItems() {
    const { entries, answer, loaded, hasMore, loading } = this._list;
    if (this._error && !loading) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this.load());
    }
    if (loaded && entries.length === 0) return this._renderEmpty();
    const options = {
      hass: this.hass,
      home: this.info.name,
      warningDays: this.info.warning_days,
      selected: this.selected,
      search: this._address.search,
      withType: isMixed(answer?.totals),
    };
    return html`<div role="list" data-testid="item-list">
        ${repeat(
          entries,
          ({ id }) => id,
          (hit) => renderHit(hit, options),
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
    const { hass, _filter: filter } = this;
    const text = filter.text.trim();
    if (!hass || !hasFilter(filter)) {
      return renderState({ icon: mdiPackageVariant, text: this.localize("items.none") });
    }
    const hasFilters = countFilters(filter) > 0 || this._chips.length > 0;
    return renderNothingFound({
      hass,
      text,
      suggestion: this._list.answer?.did_you_mean,
      ask: this._ask,
      ...(hasFilters ? { clearFilters: this._clearFilters } : {}),
      ...(text && this.info.can_write ? { add: this._addSearched } : {}),
    });
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-list": ItemList;
  }
}
