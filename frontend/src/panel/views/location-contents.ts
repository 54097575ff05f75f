import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import "../../components/item-row";
import { locationIcon } from "../../components/location-icon";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { ItemListController, type Part } from "../../data/item-list";
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
  /** How many items are in each place with everything inside it. */
  @property({ attribute: false }) public totals: ReadonlyMap<string, number> = new Map();

  @state() private _hereOnly = false;

  private readonly _list = new ItemListController(this);
  private _where?: string;
  private _count?: number;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "loan", "location")) void this._list.refresh();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const part = this._part;
    const where = `${this.location.id} ${part ? "here" : "inside"}`;
    if (where === this._where && part?.count === this._count) return;
    if (where !== this._where) this._list.clear();
    this._where = where;
    this._count = part?.count;
    void this._list.load({ location: this.location.id, sort: "name" }, part);
  }

  /** Only places with places inside have a choice; what is in a slot is in its box. */
  private get _hasChoice(): boolean {
    return this.inside.some((place) => place.kind !== "slot");
  }

  private get _part(): Part | undefined {
    if (!this._hereOnly || !this._hasChoice) return undefined;
    const slots = this.inside.filter((place) => place.kind === "slot");
    const here = new Set([this.location, ...slots].map((place) => place.id));
    return {
      fits: (item) => item.locations.some(({ id }) => id !== null && here.has(id)),
      count: this.location.item_count,
    };
  }

  protected override render() {
    return html`${this.inside.length > 0 ? this._renderPlaces() : nothing}${this._renderItems()}`;
  }

  private _renderPlaces() {
    return html`<section class="card list">
      <h2>${this.localize("location.places_inside", { count: this.inside.length })}</h2>
      <ul>
        ${this.inside.map((place) => {
          const count = this.totals.get(place.id) ?? place.item_count;
          return html`<li>
            <a href=${locationPath(place.id)} data-testid="child-location" @click=${followLink}>
              ${icon(locationIcon(place.kind), 20)}
              <span class="name">${place.name}</span>
              <span class="quiet">
                ${count > 0 ? this.localize("items.count", { count }) : nothing}
              </span>
            </a>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private _renderItems() {
    const { items, total, loaded, hasMore, loading } = this._list;
    const heading = this._part ? "location.items_here" : "location.items_inside";
    return html`<section class="card list" aria-busy=${loading ? "true" : "false"}>
      <h2 data-testid="items-inside">
        ${loaded ? this.localize(heading, { count: total }) : nothing}
      </h2>
      ${this._hasChoice ? this._renderChoice() : nothing}
      ${
        loaded && total === 0
          ? html`<p class="none quiet" data-testid="empty">${this._emptyText()}</p>`
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

  private _emptyText(): string {
    const count = this.totals.get(this.location.id) ?? 0;
    if (this._part && count > 0) return this.localize("location.none_here", { count });
    return this.localize("location.empty");
  }

  private _renderChoice() {
    return html`<div
      class="choice"
      role="group"
      aria-label=${this.localize("location.which_items")}
    >
      ${([false, true] as const).map(
        (hereOnly) =>
          html`<button
            class="chip"
            data-testid=${hereOnly ? "here-only" : "everything-inside"}
            aria-pressed=${hereOnly === this._hereOnly ? "true" : "false"}
            @click=${() => (this._hereOnly = hereOnly)}
          >
            ${this.localize(hereOnly ? "location.here_only" : "location.everything_inside")}
          </button>`,
      )}
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
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
      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 0 16px 8px;
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
