import { mdiCashMultiple, mdiCubeOutline, mdiHomeOutline, mdiMapMarkerOutline } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles } from "../../components/styles";
import { fetchInfo, fetchSiteFigures, type InventoryInfo, type SiteFigures } from "../../data/info";
import { fetchStore, type StoreInfo } from "../../data/store";
import { SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, PANEL_PATH } from "../../ha/navigate";
import { formatMoney } from "../../utils/format";
import "./overview-devices";
import "./overview-items";
import "./overview-loans";
import "./overview-recent";
import { countStyles } from "./overview-styles";
import "./storage-card";
import { viewStyles } from "./view-styles";

type Counted = "items" | "locations";

/** The inventory as a whole: how much there is, how devices are doing, and where it is kept. */
@defineElement("home-inventory-overview-view")
export class OverviewView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public store?: StoreInfo;

  @state() private _info?: InventoryInfo;
  @state() private _store?: StoreInfo;
  @state() private _sites: SiteFigures[] = [];

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
    const [info, store, sites] = await Promise.allSettled([
      fetchInfo(hass, { fresh: true }),
      fetchStore(hass),
      fetchSiteFigures(hass),
    ]);
    if (info.status === "fulfilled") this._info = info.value;
    if (store.status === "fulfilled") this._store = store.value;
    if (sites.status === "fulfilled") this._sites = sites.value;
  };

  protected override render() {
    const info = this._info ?? this.info;
    return html`<article class="page" data-testid="overview">
      <section class="card list">
        <h1>${info.name}</h1>
        ${this._renderCount("items", "items.count", mdiCubeOutline, info.counts.items)}
        ${this._renderCount("locations", "locations.count", mdiMapMarkerOutline, info.counts.locations)}
        ${this._sites.map((site) => this._renderSite(site))}
      </section>
      <home-inventory-overview-items
        .hass=${this.hass}
        .info=${info}
      ></home-inventory-overview-items>
      <home-inventory-overview-loans .hass=${this.hass}></home-inventory-overview-loans>
      <home-inventory-overview-devices .hass=${this.hass}></home-inventory-overview-devices>
      <home-inventory-overview-recent
        .hass=${this.hass}
        .info=${info}
      ></home-inventory-overview-recent>
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

  private _renderCount(section: Counted, text: `${Counted}.count`, path: string, count: number) {
    return html`<a
      class="count"
      href="${PANEL_PATH}/${section}"
      data-testid="count-${section}"
      @click=${followLink}
    >
      ${icon(path)}<span>${this.localize(text, { count })}</span>
    </a>`;
  }

  /** What a site is worth; with one site alone its items are counted above already. */
  private _renderSite({ id, name, items, total_value: value, currency }: SiteFigures) {
    if (!value && this._sites.length < 2) return nothing;
    const worth = value ? formatMoney(value, currency, this.locale) : "";
    const parts =
      this._sites.length > 1 ? [name, this.localize("items.count", { count: items })] : [];
    return html`<a
      class="count"
      href="${PANEL_PATH}/items?location=${id}"
      data-testid="site"
      @click=${followLink}
    >
      ${icon(this._sites.length > 1 ? mdiHomeOutline : mdiCashMultiple)}
      <span>${[...parts, worth].filter(Boolean).join(" · ")}</span>
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
