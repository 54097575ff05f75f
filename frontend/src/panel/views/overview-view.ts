import { mdiCubeOutline, mdiMapMarkerOutline } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles } from "../../components/styles";
import { fetchInfo, type InventoryInfo } from "../../data/info";
import { fetchStore, type StoreInfo } from "../../data/store";
import { SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, PANEL_PATH } from "../../ha/navigate";
import "./overview-devices";
import "./overview-loans";
import { countStyles } from "./overview-styles";
import "./storage-card";
import { viewStyles } from "./view-styles";

/** The inventory as a whole: how much there is, how devices are doing, and where it is kept. */
@defineElement("home-inventory-overview-view")
export class OverviewView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public store?: StoreInfo;

  @state() private _info?: InventoryInfo;
  @state() private _store?: StoreInfo;

  public constructor() {
    super();
    new SubscribeController(this, () => void this._load());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("store")) this._store = this.store;
  }

  protected override firstUpdated(): void {
    void this._load();
  }

  /** What fails here is shown as it was: the lists say what is wrong. */
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const [info, store] = await Promise.allSettled([
      fetchInfo(hass, { fresh: true }),
      fetchStore(hass),
    ]);
    if (info.status === "fulfilled") this._info = info.value;
    if (store.status === "fulfilled") this._store = store.value;
  };

  protected override render() {
    const info = this._info ?? this.info;
    return html`<article class="page" data-testid="overview">
      <section class="card list">
        <h1>${info.name}</h1>
        ${this._renderCount("items", mdiCubeOutline, info.counts.items)}
        ${this._renderCount("locations", mdiMapMarkerOutline, info.counts.locations)}
      </section>
      <home-inventory-overview-loans .hass=${this.hass}></home-inventory-overview-loans>
      <home-inventory-overview-devices .hass=${this.hass}></home-inventory-overview-devices>
      ${
        this._store
          ? html`<home-inventory-storage-card
              .hass=${this.hass}
              .info=${info}
              .store=${this._store}
            ></home-inventory-storage-card>`
          : nothing
      }
    </article>`;
  }

  private _renderCount(section: "items" | "locations", path: string, count: number) {
    return html`<a
      class="count"
      href="${PANEL_PATH}/${section}"
      data-testid="count-${section}"
      @click=${followLink}
    >
      ${icon(path)}<span>${this.localize(`${section}.count`, { count })}</span>
    </a>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    countStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      h1 {
        padding: 8px 16px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-overview-view": OverviewView;
  }
}
