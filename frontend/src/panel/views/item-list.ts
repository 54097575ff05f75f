import { mdiPackageVariant } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import "../../components/query-chips";
import type { ChipRemovedEvent } from "../../components/query-chips";
import { baseStyles, buttonStyles } from "../../components/styles";
import { isMixed, totalsText } from "../../components/totals-text";
import { describeError } from "../../data/errors";
import { HitWindow } from "../../data/hit-window";
import type { InventoryInfo } from "../../data/info";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { addItemWithDialog } from "../item-actions";
import { fromSearch, toSearch } from "./filter-address";
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
import { chooseColumns, columnsOf, rememberedColumns, tableWidth } from "./items/columns";
import { renderAddButton } from "./items/add-button";
import { exportList } from "./items/export-list";
import { rememberLayout, type Layout } from "./items/layout";
import "./items/list-tools";
import type { LayoutEvent } from "./items/list-tools";
import "./items/result-window";
import type { PickEvent, ResultWindow } from "./items/result-window";
import "./items/saved-filters";
import type { SavedFilterEvent, SavedFilters } from "./items/saved-filters";
import { SelectionController } from "./items/selection-controller";
import type { SortEvent } from "./items/table";
import { renderAnswer } from "./list-answer";
import { ListAddress } from "./list-address";
import { listStyles } from "./list-styles";
import { renderNothingFound } from "./nothing-found";
import { renderFailure, renderState } from "./render-state";
import { viewStyles } from "./view-styles";

/** All items, or the items and places that match: as a list, a table or tiles, live. */
@defineElement("home-inventory-item-list")
export class ItemList extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean }) public wide = false;
  @property() public selected?: string;

  @state() private _error?: string;
  @state() private _columns = rememberedColumns();
  @query("home-inventory-result-window") public readonly entries?: ResultWindow | null;
  @query("home-inventory-item-filter") private readonly _bar?: ItemFilterBar;
  @query("home-inventory-saved-filters") private readonly _savedFilters?: SavedFilters;

  private readonly _list = new HitWindow(this);
  private readonly _address = new ListAddress(this);
  private readonly _selecting = new SelectionController(this, this._list, () => this._filter);
  private readonly _barSize = new ResizeObserver(([entry]) =>
    this.style.setProperty("--bar-height", `${entry!.target.clientHeight}px`),
  );

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "loan", "attachment", "location"))
        void this._list.refresh();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override firstUpdated(): void {
    if (this._bar?.parentElement) this._barSize.observe(this._bar.parentElement);
  }

  private get _filter(): ItemFilter {
    return this._address.filter;
  }

  public get layout(): Layout {
    const layout = this._filter.layout ?? "list";
    return layout === "table" && !this.wide ? "list" : layout;
  }

  public get total(): number {
    return this._list.total;
  }

  public get reading(): boolean {
    return this._list.loading;
  }

  /** Ask for what the address says, around the entry at which one has been. */
  public readonly load = async (): Promise<void> => {
    const query = toQuery(this._filter);
    const language = this.hass?.language;
    this._tellLayout();
    const { around } = this._address;
    await this._list.load(query.query && language ? { ...query, language } : query, around);
    this._error =
      this._list.error && this.hass ? await describeError(this.hass, this._list.error) : undefined;
    await this._address.restore();
  };

  private _tellLayout(): void {
    this.dispatchEvent(new CustomEvent("layout-shown", { detail: this.layout }));
  }

  private readonly _chipRemoved = ({ detail }: ChipRemovedEvent): void => {
    this._setFilter({ ...this._filter, kept: [...this._filter.kept, detail.text] });
    this._bar?.focusSearch();
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

  private readonly _savedChosen = ({ detail }: SavedFilterEvent): void => {
    const { layout } = this._filter;
    this._setFilter({ ...fromSearch(detail), ...(layout ? { layout } : {}) });
    this._address.lookUpNames();
  };

  private readonly _layoutChanged = ({ detail: layout }: LayoutEvent): void => {
    const position = this.entries?.position();
    rememberLayout(layout);
    const { layout: shown, ...filter } = this._filter;
    if (shown === layout) return;
    this._address.change(layout === "list" ? filter : { ...filter, layout }, position);
    this._tellLayout();
    this.requestUpdate();
    void this._address.restore();
  };

  private get _chips() {
    return this._list.answer?.chips ?? [];
  }

  private _setFilter(filter: ItemFilter): void {
    this._address.change(filter);
    this._selecting.clear();
    void this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleAttribute("table", this.layout === "table");
    const width = tableWidth(columnsOf(this._columns), this._selecting.active);
    this.style.setProperty("--table-width", `${width}px`);
    if (changed.has("selected")) void this._address.restore();
    if (changed.has("wide")) this._tellLayout();
  }

  private _add(name = ""): void {
    void addItemWithDialog(this, { name, place: this._filter.place });
  }

  private readonly _chooseColumns = async (): Promise<void> => {
    this._columns = await chooseColumns(this, this._columns);
  };

  protected override render() {
    return html`
      <div class="fixed top">
        <home-inventory-item-filter
          .hass=${this.hass}
          .info=${this.info}
          .filter=${this._filter}
          @filter-changed=${(event: FilterChangedEvent) => this._setFilter(event.detail)}
        ></home-inventory-item-filter>
        ${this._selecting.active ? this._selecting.renderBar() : nothing}
      </div>
      <div class="fixed">
        ${this._renderSummary()}
        <home-inventory-saved-filters
          .hass=${this.hass}
          .search=${hasFilter(this._filter) ? toSearch({ ...this._filter, layout: undefined }) : ""}
          @filter-chosen=${this._savedChosen}
        ></home-inventory-saved-filters>
        ${renderAnswer(this.hass, this._list.answer, {
          chosen: chosenOf(this._filter),
          wide: this.wide,
          ask: this._ask,
          facetChanged: ({ detail: { facet, value } }) =>
            this._setFilter(withFacet(this._filter, facet, value)),
        })}
      </div>
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

  private _renderSummary() {
    const totals = this._list.answer?.totals;
    const text =
      totals && this.hass ? totalsText(this.hass, totals) : this.localize("state.loading");
    return html`<div class="summary quiet">
        <span role="status" aria-live="polite" data-testid="total">${text}</span>
        <div class="actions">
          <home-inventory-list-tools
            .hass=${this.hass}
            .layout=${this.layout}
            .wide=${this.wide}
            .selecting=${this._selecting.active}
            .canSelect=${this.info.can_write}
            .canSave=${hasFilter(this._filter)}
            @save-filter=${() => this._savedFilters?.save()}
            @layout-changed=${this._layoutChanged}
            @columns=${this._chooseColumns}
            @export=${() => void exportList(this._filter)}
            @select=${this._selecting.toggle}
          ></home-inventory-list-tools>
          ${this.info.can_write && this.wide ? this._renderAdd() : nothing}
        </div>
      </div>
      <home-inventory-query-chips
        .hass=${this.hass}
        .chips=${this._chips}
        @chip-removed=${this._chipRemoved}
      ></home-inventory-query-chips>`;
  }

  private _renderAdd() {
    return renderAddButton(this.localize("item.add"), () => this._add());
  }

  private _renderItems() {
    const { answer, loaded, loading, pages, total } = this._list;
    if (this._error && !loading) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this.load());
    }
    if (loaded && total === 0) return this._renderEmpty();
    return html`<home-inventory-result-window
      .hass=${this.hass}
      .info=${this.info}
      .pages=${pages}
      .total=${total}
      .layout=${this.layout}
      .columns=${this._columns}
      .sort=${this._filter.sort}
      .selected=${this.selected}
      .search=${this._address.search}
      .withType=${isMixed(answer?.totals)}
      .selecting=${this._selecting.active}
      .selection=${this._selecting.selection}
      .scroller=${this._address.scroller}
      .want=${this._list.want}
      @sort-changed=${({ detail: sort }: SortEvent) => this._setFilter({ ...this._filter, sort })}
      @pick=${(event: PickEvent) => void this._selecting.pick(event.detail)}
    ></home-inventory-result-window>`;
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
      ...(text && this.info.can_write ? { add: () => this._add(text) } : {}),
    });
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-list": ItemList;
  }
}
