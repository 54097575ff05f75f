import {
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiArrowRightBoldBoxOutline,
  mdiMapMarkerPlusOutline,
  mdiPencilOutline,
  mdiPlus,
  mdiFileChartOutline,
  mdiPrinterOutline,
  mdiTrayArrowDown,
  mdiViewGridPlusOutline,
} from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import "../../components/code-card";
import { icon } from "../../components/icon";
import { locationIcon } from "../../components/location-icon";
import type { Place } from "../../components/place-field";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import { fetchLocation, type Location, type LocationDetail } from "../../data/location";
import { labelsPath } from "../../data/label-sheet";
import { reportsPath } from "../../data/report";
import { asShown, OptimisticController } from "../../data/optimistic";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, locationPath, navigate, PANEL_PATH } from "../../ha/navigate";
import { answerOrder } from "../../utils/answer-order";
import { itemsInside } from "../../utils/tree";
import { addItemWithDialog } from "../item-actions";
import {
  addLocationWithDialog,
  addSlotsWithDialog,
  archiveLocationWithDialog,
  editLocationWithDialog,
  moveLocationWithDialog,
  restoreLocationWithUndo,
} from "../location-actions";
import "./location-contents";
import { locationDetailStyles } from "./location-detail-styles";
import "./locations/location-slots";
import { renderFailure } from "./render-state";
import { viewStyles } from "./view-styles";

/** One place: where it is, and what is in it. */
@defineElement("home-inventory-location-detail")
export class LocationDetailView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public locations: Location[] = [];
  @property() public locationId!: string;

  @state() private _detail?: LocationDetail;
  @state() private _error?: string;
  private _totals: ReadonlyMap<string, number> = new Map();

  public constructor() {
    super();
    new OptimisticController(this);
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "location", "stock", "item")) void this._load();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("locations")) this._totals = itemsInside(this.locations);
    if (!changed.has("locationId")) return;
    this._detail = this._error = undefined;
    void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass, locationId } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const detail = await fetchLocation(hass, locationId);
      if (locationId !== this.locationId || isLate()) return;
      this._detail = detail;
      this._error = undefined;
    } catch (error) {
      if (locationId !== this.locationId || isLate()) return;
      this._detail = undefined;
      this._error = await describeError(hass, error);
    }
  };

  private get _parent(): Place | undefined {
    const parent = this._detail?.ancestors.at(-1);
    const known = this.locations.find((place) => place.id === parent?.id);
    return known && { id: known.id, path: known.path };
  }

  private readonly _archive = async (): Promise<void> => {
    const location = this._detail?.location;
    const parent = this._parent;
    if (!location || !(await archiveLocationWithDialog(this, location, parent))) return;
    navigate(parent ? locationPath(parent.id) : `${PANEL_PATH}/locations`, { replace: true });
  };

  protected override render() {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!this._detail) {
      return html`<div class="state" role="status">${this.localize("state.loading")}</div>`;
    }
    const location = asShown("location", this._detail.location) ?? this._detail.location;
    return html`<article class="page" data-testid="location-detail">
      <section class="card">
        ${this._renderBreadcrumb()}
        <h1 data-testid="location-name">
          ${icon(locationIcon(location.kind), 28)} ${location.name}
        </h1>
        <div class="tags">
          <span class="code">${location.code}</span>
          <span class="badge">${this.localize(`kind.${location.kind}`)}</span>
          ${this._renderCapacity(location)}
          ${
            location.archived
              ? html`<span class="badge">${this.localize("badge.archived")}</span>`
              : nothing
          }
        </div>
        ${location.description ? html`<p>${location.description}</p>` : nothing}
        ${this.info.can_write ? this._renderActions(location) : nothing}
      </section>
      ${this._renderInside(location)}
    </article>`;
  }

  private _renderInside(location: Location) {
    const inside = this.locations.filter((place) => place.parent_id === location.id);
    const slots = inside.filter(({ kind }) => kind === "slot");
    return html`${
        slots.length > 0
          ? html`<home-inventory-location-slots
              .hass=${this.hass}
              .info=${this.info}
              .location=${location}
              .slots=${slots}
            ></home-inventory-location-slots>`
          : nothing
      }
      <home-inventory-location-contents
        .hass=${this.hass}
        .info=${this.info}
        .location=${location}
        .inside=${inside}
        .totals=${this._totals}
        .places=${this.locations}
      ></home-inventory-location-contents>
      <home-inventory-code-card
        .hass=${this.hass}
        .code=${location.code}
        .locationId=${location.id}
      ></home-inventory-code-card>`;
  }

  /** How full it is: items and places directly inside, and slots that hold something. */
  private _renderCapacity({ id, capacity, item_count: items }: Location) {
    if (capacity === null) return nothing;
    const places = this.locations.filter(
      (place) => place.parent_id === id && place.kind !== "slot",
    ).length;
    return html`<span class="badge" data-testid="capacity">
      ${this.localize("slots.capacity", { used: items + places, count: capacity })}
    </span>`;
  }

  private _renderBreadcrumb() {
    const ancestors = this._detail?.ancestors ?? [];
    if (ancestors.length === 0) return nothing;
    return html`<nav class="breadcrumb" aria-label=${this.localize("locations.breadcrumb")}>
      ${ancestors.map(
        ({ id, name }) =>
          html`<a href=${locationPath(id)} @click=${followLink}>${name}</a
            ><span class="quiet" aria-hidden="true"> › </span>`,
      )}
    </nav>`;
  }

  private _renderActions(location: Location) {
    if (location.archived) {
      return html`<div class="actions">
        ${this._button("restore", mdiArchiveArrowUpOutline, () => restoreLocationWithUndo(this, location))}
      </div>`;
    }
    const place = { id: location.id, path: location.path };
    return html`<div class="actions">
      <button
        class="button primary"
        data-testid="add-item-here"
        @click=${() => void addItemWithDialog(this, { place })}
      >
        ${icon(mdiPlus, 20)} ${this.localize("item.add")}
      </button>
      <button
        class="button outlined"
        data-testid="add-location-here"
        @click=${() => void addLocationWithDialog(this, place)}
      >
        ${icon(mdiMapMarkerPlusOutline, 20)} ${this.localize("location.add")}
      </button>
      ${this._hasSlots(location) ? nothing : this._renderAddSlots(location)}
      ${this._link("labels.put_away_here", mdiTrayArrowDown, `${PANEL_PATH}/put-away?place=${location.id}`)}
      ${this._link("labels.print_label", mdiPrinterOutline, labelsPath({ locations: [location.id] }))}
      ${this._link("reports.of_place", mdiFileChartOutline, reportsPath(location.id))}
      ${this._button("edit", mdiPencilOutline, () => editLocationWithDialog(this, location))}
      ${this._button("move", mdiArrowRightBoldBoxOutline, () => moveLocationWithDialog(this, location))}
      ${this._button("archive", mdiArchiveOutline, this._archive)}
    </div>`;
  }

  private _link(
    text: "labels.put_away_here" | "labels.print_label" | "reports.of_place",
    path: string,
    href: string,
  ) {
    return html`<a class="button outlined" data-testid=${text} href=${href} @click=${followLink}>
      ${icon(path, 20)} ${this.localize(text)}
    </a>`;
  }

  /** Only in a box or a piece of furniture there are slots; once there are some, they have a button of their own. */
  private _hasSlots({ id, kind }: Location): boolean {
    const has = ({ parent_id, kind: inside }: Location) => parent_id === id && inside === "slot";
    return (kind !== "box" && kind !== "furniture") || this.locations.some(has);
  }

  private _renderAddSlots(location: Location) {
    return html`<button
      class="button outlined"
      data-testid="add-slots"
      @click=${() => void addSlotsWithDialog(this, location)}
    >
      ${icon(mdiViewGridPlusOutline, 20)} ${this.localize("slots.number")}
    </button>`;
  }

  private _button(
    name: "move" | "edit" | "archive" | "restore",
    path: string,
    act: () => Promise<void>,
  ) {
    return html`<button class="button outlined" data-testid=${name} @click=${() => void act()}>
      ${icon(path, 20)} ${this.localize(`action.${name}`)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    locationDetailStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-location-detail": LocationDetailView;
  }
}
