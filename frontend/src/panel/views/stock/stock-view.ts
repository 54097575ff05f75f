import { mdiCheckCircleOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import "../../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../../components/place-field";
import "../../../components/quantity-stepper";
import { quantityText } from "../../../components/quantity-text";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { fetchCategories, type Category } from "../../../data/category";
import { fetchItems, type FoundItem, type ItemQuery } from "../../../data/item";
import { fetchLocations } from "../../../data/location";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath } from "../../../ha/navigate";
import { formatDay } from "../../../utils/format";
import { addressOf } from "../../../utils/path";
import { adjustItem } from "../../item-actions";
import { renderFailure, renderState } from "../render-state";
import { SearchAddress } from "../search-address";
import { viewStyles } from "../view-styles";
import {
  bestBeforeOf,
  fromStockSearch,
  isPast,
  mostUrgentFirst,
  soonUntil,
  toStockSearch,
  type StockFilter,
} from "./stock-state";
import { stockStyles } from "./stock-styles";

/** The most of each list that is shown: a household that has more to buy reads on in the list of items. */
const MOST = 200;

/** What is low or used up, and what is best before soon, with buttons to count it up and down. */
@defineElement("home-inventory-stock-view")
export class StockView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _low?: FoundItem[];
  @state() private _soon: FoundItem[] = [];
  @state() private _place?: Place;
  @state() private _categories: Category[] = [];
  @state() private _error?: string;

  private _question = 0;
  private readonly _address = new SearchAddress<StockFilter>(this, {
    section: "stock",
    read: fromStockSearch,
    write: toStockSearch,
    changed: () => void this._load(),
  });

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const question = ++this._question;
    const { place, category } = this._address.state;
    const ask = async (query: ItemQuery) => {
      const where = {
        ...(place ? { location: place } : {}),
        ...(category ? { categories: [category] } : {}),
      };
      return (await fetchItems(hass, { ...query, ...where }, { limit: MOST, offset: 0 })).items;
    };
    try {
      const [low, soon] = await Promise.all([
        ask({ low_stock: true }),
        ask({ best_before_until: soonUntil() }),
      ]);
      if (question !== this._question) return;
      this._low = mostUrgentFirst(low);
      this._soon = soon.sort((one, other) =>
        (bestBeforeOf(one) ?? "").localeCompare(bestBeforeOf(other) ?? ""),
      );
      this._error = undefined;
      this._categories = await fetchCategories(hass);
      await this._namePlace(place);
    } catch (error) {
      if (question === this._question) this._error = await describeError(hass, error);
    }
  };

  /** The address has the id of a place: what it is called is looked up. */
  private async _namePlace(id: string | undefined): Promise<void> {
    if (id === this._place?.id || !this.hass) return;
    const found = id ? (await fetchLocations(this.hass)).find((one) => one.id === id) : undefined;
    this._place = found && { id: found.id, path: found.path };
  }

  private _setPlace(place: Place | undefined): void {
    this._place = place;
    const { category } = this._address.state;
    this._narrow({ ...(place ? { place: place.id } : {}), ...(category ? { category } : {}) });
  }

  private _setCategory(category: string): void {
    const { place } = this._address.state;
    this._narrow({ ...(place ? { place } : {}), ...(category ? { category } : {}) });
  }

  private _narrow(filter: StockFilter): void {
    this._address.change(filter);
    void this._load();
  }

  protected override render() {
    if (!this.hass) return nothing;
    return html`<div class="column">
      <h1>${this.localize("panel.stock")}</h1>
      <home-inventory-place-field
        data-testid="stock-place"
        .hass=${this.hass}
        .label=${this.localize("field.location")}
        .home=${this.info.name}
        .value=${this._place}
        @place-changed=${(event: PlaceChangedEvent) => this._setPlace(event.detail.value)}
      ></home-inventory-place-field>
      ${this._categories.length > 0 ? this._renderCategories() : nothing} ${this._renderLists()}
    </div>`;
  }

  private _renderCategories() {
    return html`<div class="field">
      <label for="category">${this.localize("stock.category")}</label>
      <select
        id="category"
        data-testid="stock-category"
        @change=${(event: Event) => this._setCategory((event.target as HTMLSelectElement).value)}
      >
        <option value="">${this.localize("stock.any_category")}</option>
        ${this._categories.map(
          ({ id, path }) =>
            html`<option value=${id} ?selected=${id === this._address.state.category}>
              ${path}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private _renderLists() {
    const { _low: low, _soon: soon } = this;
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!low) return html`<div class="state" role="status">${this.localize("state.loading")}</div>`;
    if (low.length + soon.length === 0) {
      return renderState({ icon: mdiCheckCircleOutline, text: this.localize("stock.none") });
    }
    return html`${this._renderList("low", low)} ${this._renderList("soon", soon)}`;
  }

  private _renderList(name: "low" | "soon", items: FoundItem[]) {
    if (items.length === 0) return nothing;
    return html`<section class="card list" data-testid="stock-${name}">
      <h2>${this.localize(`stock.${name}`)}</h2>
      <ul>
        ${repeat(
          items,
          ({ id }) => id,
          (item) => this._renderItem(item),
        )}
      </ul>
    </section>`;
  }

  private _renderItem(item: FoundItem) {
    return html`<li data-testid="stock-item">
      <div class="what">
        <a href=${itemPath(item.id)} @click=${followLink}>${item.name}</a>
        <div class="quiet">${this._about(item)}</div>
        ${this._renderBadges(item)}
      </div>
      ${this._canCount(item) ? this._renderStepper(item) : this._renderQuantity(item)}
    </li>`;
  }

  private _about(item: FoundItem): string {
    const where = item.locations.map(({ path }) => path).filter((path) => path !== null);
    const parts = [
      item.minimum_quantity === null
        ? ""
        : this.localize("item.minimum", {
            quantity: quantityText(this.hass!, item.minimum_quantity, item.unit),
          }),
      where.length > 0 ? addressOf(where[0]!, this.info.name) : "",
    ];
    return parts.filter(Boolean).join(" · ");
  }

  private _renderBadges(item: FoundItem) {
    const day = bestBeforeOf(item);
    return html`<div class="badges">
      ${
        item.quantity === 0
          ? html`<span class="badge error" data-testid="stock-out"
              >${this.localize("stock.out")}</span
            >`
          : nothing
      }
      ${
        day
          ? html`<span class="badge ${isPast(day) ? "error" : "warning"}">
              ${this.localize("item.best_before", { day: formatDay(day, this.locale) })}
            </span>`
          : nothing
      }
    </div>`;
  }

  /** Where it is at several places, its page asks from which. */
  private _canCount(item: FoundItem): boolean {
    const places = new Set(item.locations.map(({ id }) => id));
    return this.info.can_write && places.size < 2;
  }

  private _renderQuantity(item: FoundItem) {
    return html`<span>${quantityText(this.hass!, item.quantity, item.unit)}</span>`;
  }

  private _renderStepper(item: FoundItem) {
    return html`<home-inventory-quantity-stepper
      .hass=${this.hass}
      .name=${item.name}
      .value=${item.quantity}
      .adjust=${(change: { by: number } | { to: number }) => this._adjust(item, change)}
    ></home-inventory-quantity-stepper>`;
  }

  /** The new quantity shows at once; the notice that follows says whether it still belongs here. */
  private async _adjust(item: FoundItem, change: { by: number } | { to: number }): Promise<void> {
    const counted = await adjustItem(this, item, change);
    const put = (items: FoundItem[]) =>
      items.map((one) => (one.id === item.id ? { ...one, ...counted } : one));
    this._low = put(this._low ?? []);
    this._soon = put(this._soon);
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    viewStyles,
    stockStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-stock-view": StockView;
  }
}
