import { mdiChevronRight, mdiMagnify, mdiMapMarkerPlusOutline, mdiPlus } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { locationIcon } from "../../components/location-icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Location } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath } from "../../ha/navigate";
import { formatNumber } from "../../utils/format";
import { addressOf, parentPath } from "../../utils/path";
import { searchPlaces } from "../../utils/place-search";
import { ancestorIds, childrenByParent, itemsInside } from "../../utils/tree";
import { addLocationWithDialog } from "../location-actions";
import { listStyles } from "./list-styles";
import { locationTreeStyles } from "./location-tree-styles";
import { renderState } from "./render-state";
import { viewStyles } from "./view-styles";

const MOST_FOUND = 200;

/** The places, one inside the other; while something is searched, a flat list of what was found. */
@defineElement("home-inventory-location-tree")
export class LocationTree extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public locations?: Location[];
  @property({ type: Boolean }) public wide = false;
  @property() public selected?: string;

  @state() private _text = "";
  @state() private _open: ReadonlySet<string> = new Set();

  private _isOpenedOnce = false;
  private _totals: ReadonlyMap<string, number> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.locations) return;
    if (changed.has("locations")) this._totals = itemsInside(this.locations);
    if (!this._isOpenedOnce) {
      this._isOpenedOnce = true;
      const tops = this.locations.filter((place) => place.parent_id === null);
      this._open = new Set(tops.map((place) => place.id));
    }
    if (changed.has("selected") && this.selected) {
      this._open = new Set([...this._open, ...ancestorIds(this.locations, this.selected)]);
    }
  }

  private _toggle(id: string): void {
    const open = new Set(this._open);
    if (!open.delete(id)) open.add(id);
    this._open = open;
  }

  protected override render() {
    return html`<div class="bar" role="search">
        ${icon(mdiMagnify, 20)}
        <input
          type="search"
          autocomplete="off"
          data-testid="search"
          aria-label=${this.localize("locations.search")}
          placeholder=${this.localize("locations.search")}
          .value=${this._text}
          @input=${(event: Event) => (this._text = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="summary quiet">
        <span role="status" data-testid="total">${this._summary()}</span>
        ${this.info.can_write && this.wide ? this._renderAdd() : nothing}
      </div>
      ${this._renderPlaces()}
      ${
        this.info.can_write && !this.wide
          ? html`<div class="fab-space"></div>
              <div class="fab">${this._renderAdd()}</div>`
          : nothing
      }`;
  }

  private _renderAdd() {
    return html`<button
      class="button primary"
      data-testid="add-location"
      @click=${() => void addLocationWithDialog(this)}
    >
      ${icon(mdiPlus, 20)} ${this.localize("location.add")}
    </button>`;
  }

  private _summary(): string {
    if (!this.locations) return this.localize("state.loading");
    return this.localize("locations.count", { count: this.locations.length });
  }

  private _renderPlaces() {
    if (!this.locations) return nothing;
    if (this.locations.length === 0) {
      return renderState({
        icon: mdiMapMarkerPlusOutline,
        text: this.localize("locations.none"),
      });
    }
    if (!this._text.trim()) return this._renderBranch(childrenByParent(this.locations), null, 0);
    const found = searchPlaces(this.locations, this._text);
    if (found.length === 0) {
      return renderState({ icon: mdiMagnify, text: this.localize("place.none") });
    }
    return html`<ul>
      ${found.slice(0, MOST_FOUND).map((place) => html`<li>${this._renderRow(place, 0, true)}</li>`)}
    </ul>`;
  }

  private _renderBranch(
    children: Map<string | null, Location[]>,
    parent: string | null,
    depth: number,
  ): TemplateResult {
    return html`<ul data-testid=${depth === 0 ? "location-tree" : nothing}>
      ${children.get(parent)?.map((place) => {
        const hasMore = children.has(place.id);
        const isOpen = hasMore && this._open.has(place.id);
        return html`<li>
          ${this._renderRow(place, depth, false, hasMore ? isOpen : undefined)}
          ${isOpen ? this._renderBranch(children, place.id, depth + 1) : nothing}
        </li>`;
      })}
    </ul>`;
  }

  private _renderRow(place: Location, depth: number, withPath: boolean, isOpen?: boolean) {
    const around = withPath ? addressOf(parentPath(place.path), this.info.name) : "";
    return html`<div
      class="row ${place.id === this.selected ? "selected" : ""}"
      style="--depth:${depth}"
    >
      ${
        isOpen === undefined
          ? html`<span class="no-toggle"></span>`
          : html`<button
              class="icon-button toggle"
              aria-expanded=${isOpen ? "true" : "false"}
              aria-label=${this.localize("locations.show_inside", { name: place.name })}
              @click=${() => this._toggle(place.id)}
            >
              ${icon(mdiChevronRight, 20)}
            </button>`
      }
      <a
        href=${locationPath(place.id)}
        data-testid="location-row"
        data-location-id=${place.id}
        aria-current=${place.id === this.selected ? "true" : "false"}
        @click=${followLink}
      >
        ${icon(locationIcon(place.kind), 20)}
        <span class="name">${place.name}</span>
        ${around ? html`<span class="around quiet">${around}</span>` : nothing}
        ${this._renderCount(this._totals.get(place.id) ?? place.item_count)}
      </a>
    </div>`;
  }

  private _renderCount(count: number) {
    if (count === 0) return nothing;
    return html`<span
      class="count quiet"
      data-testid="items-inside"
      title=${this.localize("location.items_inside", { count })}
      >${formatNumber(count, this.locale)}</span
    >`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    listStyles,
    locationTreeStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-tree": LocationTree;
  }
}
