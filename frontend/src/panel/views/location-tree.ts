import {
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiChevronRight,
  mdiMagnify,
  mdiMapMarkerPlusOutline,
  mdiPlus,
} from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { locationIcon } from "../../components/location-icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Location } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath } from "../../ha/navigate";
import { formatNumber } from "../../utils/format";
import { addressOf, parentPath } from "../../utils/path";
import { searchPlaces } from "../../utils/place-search";
import { ancestorIds, childrenByParent, itemsInside } from "../../utils/tree";
import { addLocationWithDialog, restoreLocationWithUndo } from "../location-actions";
import { dragStyles } from "../drag/drag-styles";
import { listStyles } from "./list-styles";
import { locationTreeStyles } from "./location-tree-styles";
import { stepInTree } from "./locations/tree-keys";
import { recallOpen, rememberOpen } from "./locations/tree-memory";
import { renderState } from "./render-state";
import { viewStyles } from "./view-styles";

const MOST_FOUND = 200;

export type ShowArchivedEvent = CustomEvent<boolean>;

/** The places, one inside the other; a flat list while something is searched, and of the archived ones. */
@defineElement("home-inventory-location-tree")
export class LocationTree extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public locations?: Location[];
  @property({ attribute: false }) public archived?: Location[];
  @property({ type: Boolean }) public showArchived = false;
  @property({ type: Boolean }) public wide = false;
  @property() public selected?: string;

  @state() private _text = "";
  @state() private _open: ReadonlySet<string> = new Set();

  private _isOpenedOnce = false;
  /** What was chosen and shown with all that is around it; it may be closed again. */
  private _revealed?: string;
  private _totals: ReadonlyMap<string, number> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.locations) return;
    if (changed.has("locations")) this._totals = itemsInside(this.locations);
    if (!this._isOpenedOnce) {
      this._isOpenedOnce = true;
      const tops = this.locations.filter((place) => place.parent_id === null);
      this._open = recallOpen() ?? new Set(tops.map((place) => place.id));
    }
    if (this.selected && this.selected !== this._revealed) {
      this._revealed = this.selected;
      this._open = new Set([...this._open, ...ancestorIds(this.locations, this.selected)]);
    }
  }

  private _toggle(id: string): void {
    const open = new Set(this._open);
    if (!open.delete(id)) open.add(id);
    this._open = open;
    rememberOpen(open);
  }

  /** Somebody who drags something waits over a closed place. */
  private _expand(id: string): void {
    if (!this._open.has(id)) this._toggle(id);
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
      <div class="summary quiet" data-drop="">
        <span role="status" data-testid="total">${this._summary()}</span>
        <span class="controls">
          ${this._renderToggle()} ${this.info.can_write && this.wide ? this._renderAdd() : nothing}
        </span>
      </div>
      ${this._renderPlaces()}
      ${
        this.info.can_write && !this.wide
          ? html`<div class="fab-space"></div>
              <div class="fab">${this._renderAdd()}</div>`
          : nothing
      }`;
  }

  private _renderToggle() {
    return html`<button
      class="chip"
      data-testid="show-archived"
      aria-pressed=${this.showArchived ? "true" : "false"}
      @click=${this._toggleArchived}
    >
      ${icon(mdiArchiveOutline, 18)} <span>${this.localize("locations.archived")}</span>
    </button>`;
  }

  private readonly _toggleArchived = (): void => {
    const detail = !this.showArchived;
    this.dispatchEvent(new CustomEvent("show-archived", { detail }));
  };

  private get _shown(): Location[] | undefined {
    return this.showArchived ? this.archived : this.locations;
  }

  private _renderAdd() {
    return html`<button
      class="button primary"
      data-testid="add-location"
      aria-label=${this.localize("location.add")}
      @click=${() => void addLocationWithDialog(this)}
    >
      ${icon(mdiPlus, 20)} <span>${this.localize("location.add")}</span>
    </button>`;
  }

  private _summary(): string {
    if (!this._shown) return this.localize("state.loading");
    const key = this.showArchived ? "locations.archived_count" : "locations.count";
    return this.localize(key, { count: this._shown.length });
  }

  private _renderPlaces() {
    const places = this._shown;
    if (!places) return nothing;
    if (places.length === 0) return this._renderNone();
    if (!this.showArchived && !this._text.trim()) {
      return this._renderBranch(childrenByParent(places), null, 0);
    }
    const found = searchPlaces(places, this._text);
    if (found.length === 0) {
      return renderState({ icon: mdiMagnify, text: this.localize("place.none") });
    }
    return html`<ul>
      ${found.slice(0, MOST_FOUND).map((place) => html`<li>${this._renderRow(place, 0, true)}</li>`)}
    </ul>`;
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => stepInTree(event, this.renderRoot);

  private _renderNone() {
    return this.showArchived
      ? renderState({ icon: mdiArchiveOutline, text: this.localize("locations.none_archived") })
      : renderState({ icon: mdiMapMarkerPlusOutline, text: this.localize("locations.none") });
  }

  private _renderBranch(
    children: Map<string | null, Location[]>,
    parent: string | null,
    depth: number,
  ): TemplateResult {
    return html`<ul
      data-testid=${depth === 0 ? "location-tree" : nothing}
      @keydown=${depth === 0 ? this._keyPressed : nothing}
    >
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
      data-drop=${place.archived ? nothing : place.id}
      data-drag=${this._canDrag(place) ? "location" : nothing}
      data-drag-id=${place.id}
      data-drag-name=${place.name}
      data-drag-from=${place.parent_id ?? ""}
      @drag-hover=${() => this._expand(place.id)}
    >
      ${this._renderToggler(place, isOpen)}
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
      ${place.archived && this.info.can_write ? this._renderRestore(place) : nothing}
    </div>`;
  }

  private _renderToggler({ id, name }: Location, isOpen: boolean | undefined) {
    if (isOpen === undefined) return html`<span class="no-toggle"></span>`;
    return html`<button
      class="icon-button toggle"
      aria-expanded=${isOpen ? "true" : "false"}
      aria-label=${this.localize("locations.show_inside", { name })}
      @click=${() => this._toggle(id)}
    >
      ${icon(mdiChevronRight, 20)}
    </button>`;
  }

  /** A slot stays in its box. */
  private _canDrag(place: Location): boolean {
    return this.info.can_write && !place.archived && place.kind !== "slot";
  }

  private _renderRestore(place: Location) {
    return html`<button
      class="icon-button restore"
      data-testid="restore-location"
      title=${this.localize("action.restore")}
      aria-label=${this.localize("locations.restore_x", { name: place.name })}
      @click=${() => void restoreLocationWithUndo(this, place)}
    >
      ${icon(mdiArchiveArrowUpOutline)}
    </button>`;
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
    chipStyles,
    fieldStyles,
    viewStyles,
    listStyles,
    locationTreeStyles,
    dragStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-tree": LocationTree;
  }
}
