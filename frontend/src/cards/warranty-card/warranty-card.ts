import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { baseStyles } from "../../components/styles";
import { fetchItems, type FoundItem } from "../../data/item";
import { MOST } from "../../data/paged-list";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, itemPath } from "../../ha/navigate";
import { formatDay, formatDaysFromNow, formatMonth } from "../../utils/format";
import { addressOf } from "../../utils/path";
import { InventoryCard } from "../card-base";
import "../card-kit";
import { cardRowStyles, cardStyles } from "../card-styles";
import { MidnightController } from "../midnight";
import { monthsFrom, timelineOf, type Ending, type Month } from "./timeline";
import { monthsAhead, monthsBack, type WarrantyCardConfig } from "./warranty-card-config";
import { warrantyCardStyles } from "./warranty-card-styles";

/** The warranties that end next, month by month, and those that have ended lately. */
@defineElement("home-inventory-warranty-card-body")
export class WarrantyCard extends InventoryCard<WarrantyCardConfig> {
  @state() private _items?: FoundItem[];

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) this.load();
    });
    new MidnightController(this, () => this.load());
  }

  protected override load(): void {
    const today = new Date();
    void this.ask(
      async (hass, config) => {
        const query = {
          sort: "warranty",
          warranty_from: monthsFrom(today, -monthsBack(config)),
          warranty_until: monthsFrom(today, monthsAhead(config)),
          ...(config.location ? { location: config.location } : {}),
        } as const;
        return (await fetchItems(hass, query, { limit: MOST, offset: 0 })).items;
      },
      (items) => (this._items = items),
    );
  }

  protected override render() {
    const { _config: config, _items: items } = this;
    if (!config) return nothing;
    const title = config.title ?? this.localize("card.warranty.title");
    if (!items) return this.renderCard(title, html`${nothing}`);
    const months = timelineOf(items, this._info?.warning_days ?? 30);
    return this.renderCard(
      title,
      months.length > 0
        ? html`<div class="rows">${months.map((month) => this._renderMonth(month))}</div>`
        : html`<p class="message quiet" data-testid="empty">
            ${this.localize("card.warranty.none", { count: monthsAhead(config) })}
          </p>`,
    );
  }

  private _renderMonth({ month, endings }: Month<FoundItem>) {
    const heading = month ? formatMonth(month, this.locale) : this.localize("card.warranty.ended");
    return html`<section>
      <h3 data-testid="month">${heading}</h3>
      <ul>
        ${endings.map((ending) => html`<li class=${ending.urgency}>${this._renderRow(ending)}</li>`)}
      </ul>
    </section>`;
  }

  private _renderRow({ item, day, days }: Ending<FoundItem>) {
    const path = item.locations.find((entry) => entry.path !== null)?.path;
    return html`<a
      class="row"
      href=${itemPath(item.id)}
      data-testid="item-row"
      data-item-id=${item.id}
      @click=${followLink}
    >
      <span class="what">
        <b>${item.name}</b>
        ${path ? html`<span class="quiet">${addressOf(path, this._info?.name)}</span>` : nothing}
      </span>
      <span class="end">
        <b data-testid="days-left">${formatDaysFromNow(days, this.locale)}</b>
        <span class="quiet">${formatDay(day, this.locale)}</span>
      </span>
    </a>`;
  }

  public static override styles = [baseStyles, cardStyles, cardRowStyles, warrantyCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-warranty-card-body": WarrantyCard;
  }
}
