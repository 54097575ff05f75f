import { mdiDevices } from "@mdi/js";
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import { fetchSuggestions, type DeviceSuggestion } from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import { fetchSources, type Source } from "../../../data/source";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { renderState } from "../render-state";
import { splitStyles } from "../split-styles";
import { viewStyles } from "../view-styles";
import "./device-detail";
import "./device-list";
import type { DeviceList } from "./device-list";
import "./device-suggestions";

/** Stands in the address where an id does: the page with all suggestions. */
const SUGGESTIONS = "suggestions";

/** How often statuses are read anew: a run that finds everything as it was changes nothing that is told. */
const REFRESH_MS = 60_000;

/** The list of devices, and one of them or all suggestions beside it. */
@defineElement("home-inventory-devices-view")
export class DevicesView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public deviceId?: string;

  @state() private _sources: Source[] = [];
  @state() private _suggestions: DeviceSuggestion[] = [];
  @query("home-inventory-device-list") private readonly _list?: DeviceList;

  private _clock?: ReturnType<typeof setInterval>;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
    this._clock = setInterval(() => this._list?.refresh(), REFRESH_MS);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this._clock);
  }

  /** Without sources and suggestions the list is still of use: what fails stays as it was. */
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const [sources, suggestions] = await Promise.allSettled([
      fetchSources(hass),
      fetchSuggestions(hass),
    ]);
    if (sources.status === "fulfilled") this._sources = sources.value;
    if (suggestions.status === "fulfilled") this._suggestions = suggestions.value;
  };

  protected override render() {
    return html`
      <div class="pane list" ?hidden=${!this.wide && Boolean(this.deviceId)}>
        <home-inventory-device-list
          .hass=${this.hass}
          .info=${this.info}
          .sources=${this._sources}
          .suggestions=${this._suggestions.length}
          .selected=${this.deviceId}
        ></home-inventory-device-list>
      </div>
      ${this.wide || this.deviceId ? html`<div class="pane">${this._renderDevice()}</div>` : nothing}
    `;
  }

  private _renderDevice() {
    if (this.deviceId === SUGGESTIONS) return this._renderSuggestions();
    if (!this.deviceId) {
      return renderState({
        icon: mdiDevices,
        text: this.localize("devices.choose"),
        testId: "nothing-chosen",
      });
    }
    return html`<home-inventory-device-detail
      .hass=${this.hass}
      .info=${this.info}
      .sources=${this._sources}
      .deviceId=${this.deviceId}
    ></home-inventory-device-detail>`;
  }

  private _renderSuggestions() {
    return html`<article class="page">
      <home-inventory-device-suggestions
        .hass=${this.hass}
        .info=${this.info}
        .suggestions=${this._suggestions}
      ></home-inventory-device-suggestions>
    </article>`;
  }

  public static override styles = [baseStyles, viewStyles, splitStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-devices-view": DevicesView;
  }
}
