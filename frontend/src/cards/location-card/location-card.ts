import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../components/icon";
import { locationIcon } from "../../components/location-icon";
import { quantityText } from "../../components/quantity-text";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import { errorKey } from "../../data/errors";
import type { FoundItem } from "../../data/item";
import type { Location } from "../../data/location";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, itemPath, locationPath } from "../../ha/navigate";
import { addressOf } from "../../utils/path";
import { InventoryCard } from "../card-base";
import "../card-kit";
import { cardRowStyles, cardStyles } from "../card-styles";
import { pathsInside, quantityInside } from "../inside";
import "./add-here";
import { fetchContents, itemsInSlot, looseItems, type Contents } from "./contents";
import { shownItems, type LocationCardConfig } from "./location-card-config";
import { locationCardStyles } from "./location-card-styles";

/** What is in one place, and a field to put more into it. */
@defineElement("home-inventory-location-card-body")
export class LocationCard extends InventoryCard<LocationCardConfig> {
  @state() private _contents?: Contents;
  /** Whether there is no such place: another one has to be chosen. */
  private _isGone = false;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) this.load();
    });
  }

  protected override load(): void {
    void this.ask(
      async (hass, config) => {
        if (!config.location) return undefined;
        const wanted = { inside: config.inside !== false, limit: shownItems(config) };
        return fetchContents(hass, config.location, wanted).catch((error: unknown) => {
          this._isGone = errorKey(error) === "location_not_found";
          throw error;
        });
      },
      (contents) => (this._contents = contents),
    );
  }

  protected override render() {
    const { _config: config, _contents: contents } = this;
    if (!config) return nothing;
    const choose = html`<p class="message quiet">${this.localize("card.location.choose")}</p>`;
    if (!config.location) return this.renderCard(config.title, choose);
    if (!contents) {
      return this.renderCard(config.title, this._isGone ? choose : html`${nothing}`);
    }
    const { place } = contents;
    return this.renderCard(
      html`<a href=${locationPath(place.id)} data-testid="location-name" @click=${followLink}
        >${config.title ?? place.name}</a
      >`,
      html`${this._renderAround(contents)}
      ${contents.slots.length > 0 ? this._renderSlots(contents) : nothing}
      ${contents.places.length > 0 ? this._renderPlaces(contents.places) : nothing}
      ${this._renderItems(contents, config)}
      ${config.show_add !== false && this._info?.can_write ? this._renderAdd(place) : nothing}`,
    );
  }

  /** Where the place is, and how much is in it. */
  private _renderAround({ around, place, total }: Contents) {
    const count = this.localize("items.count", { count: total });
    const title = this._config?.title ? [{ id: place.id, name: place.name }] : [];
    return html`<nav class="around quiet" aria-label=${this.localize("card.location.around")}>
      <ol>
        ${[...around, ...title].map(
          ({ id, name }) =>
            html`<li><a href=${locationPath(id)} @click=${followLink}>${name}</a></li>`,
        )}
      </ol>
      <span data-testid="items-inside">${count}</span>
    </nav>`;
  }

  private _renderSlots({ slots, items }: Contents) {
    return html`<ol class="slots" aria-label=${this.localize("card.location.slots")}>
      ${slots.map((slot) => {
        const [item, ...others] = itemsInSlot(items, slot);
        const name = item ? [item, ...others].map((one) => one.name).join(", ") : undefined;
        return html`<li class=${item ? "" : "free"}>
          <a
            href=${item ? itemPath(item.id) : locationPath(slot.id)}
            data-testid="slot"
            @click=${followLink}
          >
            <span class="number">${slot.name}</span>
            <span class="in">${name ?? this.localize("card.location.slot_empty")}</span>
          </a>
        </li>`;
      })}
    </ol>`;
  }

  private _renderPlaces(places: Location[]) {
    return html`<ul class="places" aria-label=${this.localize("location.inside")}>
      ${places.map(
        (place) =>
          html`<li>
            <a
              class="chip"
              href=${locationPath(place.id)}
              data-testid="child-location"
              @click=${followLink}
              >${icon(locationIcon(place.kind), 18)}<span>${place.name}</span></a
            >
          </li>`,
      )}
    </ul>`;
  }

  private _renderItems(contents: Contents, config: LocationCardConfig) {
    const loose = looseItems(contents);
    const shown = loose.slice(0, shownItems(config));
    const total = contents.slots.length > 0 ? loose.length : contents.total;
    if (contents.total === 0 && contents.slots.length === 0) {
      return html`<p class="message quiet grow" data-testid="empty">
        ${this.localize("location.empty")}
      </p>`;
    }
    return html`<ul class="rows">
        ${repeat(
          shown,
          ({ id }) => id,
          (item) => html`<li>${this._renderItem(item, contents.place)}</li>`,
        )}
      </ul>
      ${total > shown.length ? this._renderMore(contents.place, total - shown.length) : nothing}`;
  }

  private _renderItem(item: FoundItem, place: Location) {
    const where = pathsInside(item, place.path).map((path) => addressOf(path));
    const quantity =
      this.hass && this._config?.show_quantity !== false
        ? quantityText(this.hass, quantityInside(item, place.path), item.unit)
        : undefined;
    return html`<a
      class="row"
      href=${itemPath(item.id)}
      data-testid="item-row"
      data-item-id=${item.id}
      @click=${followLink}
    >
      <span class="what">
        <b>${item.name}</b>
        ${where.length > 0 ? html`<span class="quiet">${where.join(" · ")}</span>` : nothing}
      </span>
      ${quantity ? html`<span class="end" data-testid="item-quantity">${quantity}</span>` : nothing}
    </a>`;
  }

  private _renderMore(place: Location, count: number) {
    return html`<a
      class="more"
      href=${locationPath(place.id)}
      data-testid="more"
      @click=${followLink}
      >${this.localize("card.more", { count })}</a
    >`;
  }

  private _renderAdd(place: Location) {
    return html`<home-inventory-add-here
      .hass=${this.hass}
      .place=${place}
    ></home-inventory-add-here>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    cardStyles,
    cardRowStyles,
    locationCardStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-card-body": LocationCard;
  }
}
