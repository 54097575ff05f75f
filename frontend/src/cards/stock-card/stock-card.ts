import { mdiAlertCircleOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../components/icon";
import { quantityText, unitText } from "../../components/quantity-text";
import "../../components/quantity-stepper";
import { baseStyles, chipStyles } from "../../components/styles";
import { adjustQuantity, type Item } from "../../data/item";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, itemPath, PANEL_PATH } from "../../ha/navigate";
import { debounce } from "../../utils/debounce";
import { addressOf } from "../../utils/path";
import { InventoryCard } from "../card-base";
import "../card-kit";
import { cardRowStyles, cardStyles } from "../card-styles";
import { stockInside, type PlacedStock } from "../inside";
import { sayDone, sayError } from "../toasts";
import type { StockCardConfig } from "./stock-card-config";
import { stockCardStyles } from "./stock-card-styles";
import { fetchStock, withPlacesOf, withTouched, type Stock, type StockLine } from "./stock-lines";

/** For how long a line stays where it is after somebody has changed it. */
const TOUCHED_MS = 10_000;

/** How much there is, with a minus and a plus for each. */
@defineElement("home-inventory-stock-card-body")
export class StockCard extends InventoryCard<StockCardConfig> {
  @state() private _stock?: Stock;

  private readonly _touched = new Set<string>();

  private readonly _settle = debounce(() => {
    this._touched.clear();
    this.load();
  }, TOUCHED_MS);

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location", "category")) this.load();
    });
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._settle.cancel();
    this._touched.clear();
  }

  public override setConfig(config: StockCardConfig): void {
    this._touched.clear();
    super.setConfig(config);
  }

  protected override load(): void {
    void this.ask(
      (hass, config) => fetchStock(hass, config),
      (stock) => (this._stock = withTouched(stock, this._stock?.lines ?? [], this._touched)),
    );
  }

  /** Change how much there is at a place; fails like the command does, after having said so. */
  private async _adjust(
    line: StockLine,
    place: string | null | undefined,
    change: { by: number } | { to: number },
  ): Promise<void> {
    const hass = this.hass!;
    this._touched.add(line.item.id);
    this._settle();
    try {
      const at = place ? { location: place } : {};
      const { item, batch } = await adjustQuantity(hass, line.item.id, { ...change, ...at });
      this._take(item);
      const quantity = quantityText(hass, item.quantity, item.unit);
      void sayDone(hass, this.localize("done.quantity", { name: item.name, quantity }), batch);
    } catch (error) {
      void sayError(hass, error);
      this.load();
      throw error;
    }
  }

  private _take(item: Item): void {
    const stock = this._stock;
    if (!stock) return;
    const after = { item, places: stockInside(item, stock.within) };
    const lines = stock.lines.map((line) =>
      line.item.id === item.id ? withPlacesOf(after, line) : line,
    );
    this._stock = { ...stock, lines };
  }

  protected override render() {
    const { _config: config, _stock: stock } = this;
    if (!config) return nothing;
    const title =
      config.title ?? this.localize(config.low_only ? "card.stock.low" : "card.stock.title");
    if (!stock) return this.renderCard(title, html`${nothing}`);
    const { lines, total } = stock;
    if (lines.length === 0) {
      const text = this.localize(config.low_only ? "card.stock.none_low" : "card.stock.none");
      return this.renderCard(title, html`<p class="message quiet" data-testid="empty">${text}</p>`);
    }
    return this.renderCard(
      title,
      html`<ul class="rows">
          ${repeat(
            lines,
            ({ item }) => item.id,
            (line) => html`<li data-testid="stock-line">${this._renderLine(line)}</li>`,
          )}
        </ul>
        ${total > lines.length ? this._renderMore(total - lines.length) : nothing}`,
    );
  }

  private _renderMore(count: number) {
    return html`<a class="more" href="${PANEL_PATH}/items" @click=${followLink}
      >${this.localize("card.more", { count })}</a
    >`;
  }

  private _renderLine(line: StockLine) {
    const [place, ...others] = line.places;
    if (others.length === 0) {
      return html`<div class="row">
        ${this._renderName(line, place?.path ? addressOf(place.path, this._info?.name) : undefined)}
        ${this._renderQuantity(line, place)}
      </div>`;
    }
    return html`<div class="row">${this._renderName(line)} ${this._renderTotal(line)}</div>
      ${line.places.map(
        (at) =>
          html`<div class="row at">
            <span class="what quiet"
              >${
                at.path
                  ? addressOf(at.path, this._info?.name)
                  : this.localize("item.no_place_short")
              }</span
            >
            ${this._renderQuantity(line, at)}
          </div>`,
      )}`;
  }

  private _renderName({ item }: StockLine, where?: string) {
    return html`<a
      class="what"
      href=${itemPath(item.id)}
      data-testid="item-row"
      data-item-id=${item.id}
      @click=${followLink}
    >
      <b>${item.name}</b>
      ${where ? html`<span class="quiet">${where}</span>` : nothing} ${this._renderMinimum(item)}
    </a>`;
  }

  private _renderMinimum({ minimum_quantity: minimum, low_stock: low, unit }: Item) {
    if (minimum === null || !this.hass) return nothing;
    const text = this.localize("card.stock.minimum", {
      quantity: quantityText(this.hass, minimum, unit),
    });
    return html`<span class="minimum" data-testid="minimum">
      ${
        low
          ? html`<span class="badge error"
              >${icon(mdiAlertCircleOutline, 14)} ${this.localize("badge.low_stock")}</span
            >`
          : nothing
      }
      <span class="quiet">${text}</span>
    </span>`;
  }

  private _renderTotal({ item, places }: StockLine) {
    const total = places.reduce((sum, { quantity }) => sum + quantity, 0);
    return html`<span class="end" data-testid="item-quantity">
      ${this.hass ? quantityText(this.hass, total, item.unit) : nothing}
    </span>`;
  }

  private _renderQuantity(line: StockLine, place: PlacedStock | undefined) {
    const { item } = line;
    const quantity = place?.quantity ?? 0;
    if (!this.hass) return nothing;
    if (!this._info?.can_write) {
      return html`<span class="end" data-testid="item-quantity"
        >${quantityText(this.hass, quantity, item.unit)}</span
      >`;
    }
    return html`<home-inventory-quantity-stepper
      .hass=${this.hass}
      .name=${item.name}
      .unit=${item.unit ? unitText(this.hass, quantity, item.unit) : ""}
      .value=${quantity}
      .adjust=${(change: { by: number } | { to: number }) =>
        this._adjust(line, place ? place.id : this._config?.location, change)}
    ></home-inventory-quantity-stepper>`;
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    cardStyles,
    cardRowStyles,
    stockCardStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-stock-card-body": StockCard;
  }
}
