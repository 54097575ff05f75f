import { mdiMapMarkerOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles, buttonStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import { fetchItem } from "../../data/item";
import { fetchArchivedLocations, fetchLocations, type Location } from "../../data/location";
import { allAsShown, OptimisticController } from "../../data/optimistic";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { answerOrder } from "../../utils/answer-order";
import { DragController, type Verdict } from "../drag/drag-controller";
import { dragData, judgeDrop, type Dragged } from "../drag/place-drag";
import { moveItemWithDialog, moveItemWithUndo } from "../item-actions";
import { moveLocationWithUndo } from "../location-actions";
import "./location-detail";
import "./location-tree";
import type { ShowArchivedEvent } from "./location-tree";
import { renderFailure, renderState } from "./render-state";
import { splitStyles } from "./split-styles";
import { viewStyles } from "./view-styles";

/** The place tree and one place of it. */
@defineElement("home-inventory-locations-view")
export class LocationsView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public locationId?: string;

  @state() private _locations?: Location[];
  @state() private _archived?: Location[];
  @state() private _showArchived = false;
  @state() private _error?: string;

  public constructor() {
    super();
    new DragController<Dragged>(this, {
      read: dragData,
      judge: (dragged, target) => this._judge(dragged, target),
      hover: (target) => target.dispatchEvent(new CustomEvent("drag-hover")),
    });
    new OptimisticController(this);
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "location", "stock", "item")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const locations = await fetchLocations(hass);
      const archived = this._showArchived ? await fetchArchivedLocations(hass) : undefined;
      if (isLate()) return;
      this._locations = locations;
      this._archived = archived;
      this._error = undefined;
    } catch (error) {
      if (!isLate()) this._error = await describeError(hass, error);
    }
  };

  /** The places as they will be by what is on its way. */
  private get _places(): Location[] | undefined {
    return this._locations && allAsShown("location", this._locations);
  }

  private _judge(dragged: Dragged, target: HTMLElement): Verdict | undefined {
    const places = this._places ?? [];
    const place = places.find(({ id }) => id === target.dataset.drop) ?? null;
    if (!place && target.dataset.drop) return undefined;
    const { text, allowed } = judgeDrop(dragged, place, places, (key, values) =>
      this.localize(key, values),
    );
    if (!text) return undefined;
    return allowed ? { text, drop: () => void this._drop(dragged, place) } : { text };
  }

  private async _drop(dragged: Dragged, place: Location | null): Promise<void> {
    if (dragged.kind === "item") await this._dropItem(dragged, place!);
    else await moveLocationWithUndo(this, dragged, place);
  }

  private async _dropItem(dragged: Dragged, place: Location): Promise<void> {
    if (dragged.from.length > 1) {
      // Which of its places is meant, nobody can tell by a drag.
      return moveItemWithDialog(this, await fetchItem(this.hass!, dragged.id));
    }
    const to = { id: place.id, path: place.path, name: this._nameOf(place) };
    await moveItemWithUndo(this, dragged, to, dragged.from[0]);
  }

  private _nameOf(place: Location): string {
    return place.kind === "slot" ? this.localize("slots.slot", { number: place.name }) : place.name;
  }

  private readonly _archivedToggled = (event: ShowArchivedEvent): void => {
    this._showArchived = event.detail;
    void this._load();
  };

  protected override render() {
    if (this._error && !this._locations) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    return html`
      <div class="pane list" ?hidden=${!this.wide && Boolean(this.locationId)}>
        <home-inventory-location-tree
          .hass=${this.hass}
          .info=${this.info}
          .wide=${this.wide}
          .locations=${this._places}
          .archived=${this._archived && allAsShown("location", this._archived)}
          .showArchived=${this._showArchived}
          .selected=${this.locationId}
          @show-archived=${this._archivedToggled}
        ></home-inventory-location-tree>
      </div>
      ${
        this.wide || this.locationId
          ? html`<div class="pane">${this._renderLocation()}</div>`
          : nothing
      }
    `;
  }

  private _renderLocation() {
    if (!this.locationId) {
      return renderState({
        icon: mdiMapMarkerOutline,
        text: this.localize("locations.choose"),
        testId: "nothing-chosen",
      });
    }
    return html`<home-inventory-location-detail
      .hass=${this.hass}
      .info=${this.info}
      .locationId=${this.locationId}
      .locations=${this._places ?? []}
    ></home-inventory-location-detail>`;
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, splitStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-locations-view": LocationsView;
  }
}
