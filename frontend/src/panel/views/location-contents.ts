import { css, html, nothing, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import "../../components/item-row";
import { locationIcon } from "../../components/location-icon";
import { baseStyles, buttonStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { ItemListController } from "../../data/item-list";
import type { Location } from "../../data/location";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath } from "../../ha/navigate";
import { viewStyles } from "./view-styles";

/** What is in a place: the places directly inside, and all items in it and in them. */
@defineElement("home-inventory-location-contents")
export class LocationContents extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public location!: Location;
  @property({ attribute: false }) public inside: Location[] = [];

  private readonly _list = new ItemListController(this);
  private _locationId?: string;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) void this._list.refresh();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this._locationId === this.location.id) return;
    this._locationId = this.location.id;
    this._list.clear();
    void this._list.load({ location: this.location.id, sort: "name" });
  }

  protected override render() {
    return html`${this.inside.length > 0 ? this._renderPlaces() : nothing}${this._renderItems()}`;
  }

  private _renderPlaces() {
    return html`<section class="card list">
      <h2>${this.localize("location.places_inside", { count: this.inside.length })}</h2>
      <ul>
        ${this.inside.map(
          (place) =>
            html`<li>
              <a href=${locationPath(place.id)} data-testid="child-location" @click=${followLink}>
                ${icon(locationIcon(place.kind), 20)}
                <span class="name">${place.name}</span>
                <span class="quiet">
                  ${
                    place.item_count > 0
                      ? this.localize("items.count", { count: place.item_count })
                      : nothing
                  }
                </span>
              </a>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private _renderItems() {
    const { items, total, loaded, hasMore, loading } = this._list;
    return html`<section class="card list" aria-busy=${loading ? "true" : "false"}>
      <h2>${loaded ? this.localize("location.items_inside", { count: total }) : nothing}</h2>
      ${
        loaded && total === 0
          ? html`<p class="none quiet" data-testid="empty">${this.localize("location.empty")}</p>`
          : nothing
      }
      <div role="list">
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
            ></home-inventory-item-row>`,
        )}
      </div>
      ${
        hasMore
          ? html`<button class="button" @click=${() => void this._list.loadMore()}>
              ${this.localize("action.load_more")}
            </button>`
          : nothing
      }
    </section>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li a {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding: 0 16px;
        text-decoration: none;
      }
      li a:hover {
        background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
      }
      li a:focus-visible {
        outline-offset: -2px;
      }
      li svg {
        color: var(--secondary-text-color);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .none {
        margin: 0;
        padding: 0 16px 12px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-contents": LocationContents;
  }
}
