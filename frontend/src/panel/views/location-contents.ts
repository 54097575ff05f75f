import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import "../../components/item-row";
import { locationIcon } from "../../components/location-icon";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import { ItemListController, type Part } from "../../data/item-list";
import type { Location } from "../../data/location";
import { asShown, OptimisticController } from "../../data/optimistic";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath } from "../../ha/navigate";
import { dragStyles } from "../drag/drag-styles";
import { viewStyles } from "./view-styles";

/** What is in a place: the places directly inside, and all items in it and in them. */
@defineElement("home-inventory-location-contents")
export class LocationContents extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public location!: Location;
  @property({ attribute: false }) public inside: Location[] = [];
  /** How many items are in each place with everything inside it. */
  @property({ attribute: false }) public totals: ReadonlyMap<string, number> = new Map();

  /** All places, to know what is inside this one. */
  @property({ attribute: false }) public places: readonly Location[] = [];

  @state() private _hereOnly = false;

  private readonly _list = new ItemListController(this);
  private _where?: string;
  private _count?: number;

  public constructor() {
    super();
    new OptimisticController(this);
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "loan", "attachment", "location"))
        void this._list.refresh();
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
    const places = this.inside.filter((place) => place.kind !== "slot"); // slots have a grid
    return html`${places.length > 0 ? this._renderPlaces(places) : nothing}${this._renderItems()}`;
  }

  /** Items as they will be: one that was moved away goes at once. */
  private get _items(): Item[] {
    const here = this._here;
    const stays = (item: Item): boolean =>
      !item.archived && item.locations.some(({ id }) => id !== null && here.has(id));
    return this._list.items.flatMap((item) => {
      const shown = asShown("item", item);
      return shown && (shown === item || stays(shown)) ? [shown] : [];
    });
  }

  /** This place and all that is inside it. */
  private get _here(): ReadonlySet<string> {
    const inside = this.places.filter(isIn(this.location)).map(({ id }) => id);
    return new Set([this.location.id, ...inside]);
  }

  /** Where an item is in here, for whoever drags it: all of it that is there goes along. */
  private _from(item: Item): string {
    const ids = item.locations.map(({ id }) => id).filter((id) => id !== null);
    const here = this._here;
    return ids.filter((id) => here.has(id)).join(" ");
  }

  private _renderPlaces(places: readonly Location[]) {
    return html`<section class="card list">
      <h2>${this.localize("location.places_inside", { count: places.length })}</h2>
      <ul>
        ${places.map((place) => {
          const count = this.totals.get(place.id) ?? place.item_count;
          return html`<li>
            <a
              href=${locationPath(place.id)}
              data-testid="child-location"
              data-drop=${place.id}
              data-drag=${this.info.can_write ? "location" : nothing}
              data-drag-id=${place.id}
              data-drag-name=${place.name}
              data-drag-from=${place.parent_id ?? ""}
              @click=${followLink}
            >
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
    const { total, loaded, hasMore, loading } = this._list;
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
          this._items,
          (item) => item.id,
          (item) =>
            html`<home-inventory-item-row
              role="listitem"
              data-drag=${this.info.can_write ? "item" : nothing}
              data-drag-id=${item.id}
              data-drag-name=${item.name}
              data-drag-from=${this._from(item)}
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
    dragStyles,
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

const isIn =
  (outer: Location) =>
  ({ path }: Location): boolean =>
    path.startsWith(`${outer.path} / `);

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-contents": LocationContents;
  }
}
