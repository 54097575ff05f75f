import { mdiMapMarkerOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles, buttonStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import { fetchArchivedLocations, fetchLocations, type Location } from "../../data/location";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
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
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "location", "stock", "item")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    try {
      this._locations = await fetchLocations(hass);
      this._archived = this._showArchived ? await fetchArchivedLocations(hass) : undefined;
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  };

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
          .locations=${this._locations}
          .archived=${this._archived}
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
      .locations=${this._locations ?? []}
    ></home-inventory-location-detail>`;
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, splitStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-locations-view": LocationsView;
  }
}
