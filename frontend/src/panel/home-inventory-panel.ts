import {
  mdiArrowLeft,
  mdiCubeOutline,
  mdiDevices,
  mdiMapMarkerOutline,
  mdiViewDashboardOutline,
} from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../components/base-element";
import { icon } from "../components/icon";
import { baseStyles, buttonStyles } from "../components/styles";
import { describeError } from "../data/errors";
import { fetchInfo, type InventoryInfo } from "../data/info";
import { StoreController } from "../data/store";
import { defineElement } from "../ha/define-element";
import { waitForElement } from "../ha/load-element";
import { renderMenuButton } from "../ha/menu-button";
import { followBack, followLink, navigate, PANEL_PATH } from "../ha/navigate";
import type { Route } from "../ha/types";
import { bannerStyles, renderBackupBanner } from "./backup-banner";
import { panelStyles } from "./panel-styles";
import { isLoaded, loadView } from "./lazy-views";
import { parsePath, type Section } from "./router";
import "./views/items-view";
import "./views/locations-view";
import "./views/overview-view";
import { renderFailure, renderLoading } from "./views/render-state";

const TABS: readonly { section: Section; icon: string }[] = [
  { section: "overview", icon: mdiViewDashboardOutline },
  { section: "items", icon: mdiCubeOutline },
  { section: "locations", icon: mdiMapMarkerOutline },
  { section: "devices", icon: mdiDevices },
];

/** The pages behind the last tab: devices, and where they come from. */
const DEVICE_SECTIONS: readonly Section[] = ["devices", "networks", "sources"];

/** How much room two columns need. */
const WIDE_PX = 800;

/** The panel: a bar with tabs, and the page that the address asks for. */
@defineElement("home-inventory-panel")
export class HomeInventoryPanel extends InventoryElement {
  @property({ type: Boolean, reflect: true }) public narrow = false;
  @property({ attribute: false }) public route?: Route;
  @property({ attribute: false }) public panel?: unknown;

  @state() private _info?: InventoryInfo;
  @state() private _error?: string;
  @state() private _wide = false;

  private readonly _store = new StoreController(this);

  private readonly _size = new ResizeObserver(([entry]) => {
    if (entry) this._wide = entry.contentRect.width >= WIDE_PX;
  });

  public override connectedCallback(): void {
    super.connectedCallback();
    this._size.observe(this);
    void waitForElement("ha-menu-button").then(() => this.requestUpdate());
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._size.disconnect();
  }

  /** The menu button shows states of Home Assistant: nothing is left out here. */
  protected override shouldUpdate(): boolean {
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("hass") as this["hass"];
    if (changed.has("hass") && before?.connection !== this.hass?.connection) void this._load();
  }

  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    try {
      this._info = await fetchInfo(hass, { fresh: true });
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    const page = parsePath(this.route?.path ?? "");
    const isDetail = Boolean(page.id) && !this._wide;
    const withPages = DEVICE_SECTIONS.includes(page.section) && !isDetail;
    return html`<header>
        ${isDetail ? this._renderBack(page.section) : this._renderMenu()}
        <div class="title">${this.localize("panel.title")}</div>
        ${this._wide ? this._renderTabs(page.section) : nothing}
      </header>
      ${renderBackupBanner(this._store.info, this.locale)}
      ${withPages ? this._renderDevicePages(page.section) : nothing}
      <main>${this._renderPage(page.section, page.id)}</main>
      ${this._wide ? nothing : this._renderTabs(page.section)}`;
  }

  private _renderMenu() {
    return renderMenuButton(this.hass, this.narrow, this.localize("panel.menu"));
  }

  /** Back to where one came from; to the list, narrowed as it was, when the address was opened directly. */
  private _renderBack(section: Section) {
    return html`<a
      class="icon-button"
      href="${PANEL_PATH}/${section}${location.search}"
      data-testid="back"
      aria-label=${this.localize("panel.back")}
      @click=${followBack}
    >
      ${icon(mdiArrowLeft)}
    </a>`;
  }

  private _renderTabs(section: Section) {
    const current = DEVICE_SECTIONS.includes(section) ? "devices" : section;
    return html`<nav aria-label=${this.localize("panel.sections")}>
      ${TABS.map(
        (tab) =>
          html`<a
            href="${PANEL_PATH}/${tab.section}"
            data-testid="tab-${tab.section}"
            aria-current=${tab.section === current ? "page" : "false"}
            @click=${followLink}
          >
            ${icon(tab.icon)}<span>${this.localize(`panel.${tab.section}`)}</span>
          </a>`,
      )}
    </nav>`;
  }

  private _renderDevicePages(current: Section) {
    return html`<nav class="pages" aria-label=${this.localize("panel.devices")}>
      ${DEVICE_SECTIONS.map(
        (section) =>
          html`<a
            href="${PANEL_PATH}/${section}"
            data-testid="page-${section}"
            aria-current=${section === current ? "page" : "false"}
            @click=${followLink}
            >${this.localize(`panel.${section}`)}</a
          >`,
      )}
    </nav>`;
  }

  /** A page that is loaded later: what is missing is fetched now, and said if that fails. */
  private _renderLater(section: Section, id?: string) {
    if (!isLoaded(section)) {
      void loadView(section).then(
        () => this.requestUpdate(),
        () => (this._error = this.localize("error.load")),
      );
      return renderLoading(this.localize("state.loading"));
    }
    const { hass, _info: info, _wide: wide } = this;
    if (section === "networks") {
      return html`<home-inventory-networks-view
        .hass=${hass}
        .info=${info}
        .wide=${wide}
        .sourceId=${id}
      ></home-inventory-networks-view>`;
    }
    if (section === "sources") {
      return html`<home-inventory-sources-view
        .hass=${hass}
        .info=${info}
        .wide=${wide}
        .sourceId=${id}
      ></home-inventory-sources-view>`;
    }
    return html`<home-inventory-devices-view
      .hass=${hass}
      .info=${info}
      .wide=${wide}
      .deviceId=${id}
    ></home-inventory-devices-view>`;
  }

  private _renderPage(section: Section, id?: string) {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!this._info) return nothing;
    if (DEVICE_SECTIONS.includes(section)) return this._renderLater(section, id);
    if (section === "overview") {
      return html`<home-inventory-overview-view
        .hass=${this.hass}
        .info=${this._info}
        .store=${this._store.info}
      ></home-inventory-overview-view>`;
    }
    if (section === "locations") {
      return html`<home-inventory-locations-view
        .hass=${this.hass}
        .info=${this._info}
        .wide=${this._wide}
        .locationId=${id}
      ></home-inventory-locations-view>`;
    }
    return html`<home-inventory-items-view
      .hass=${this.hass}
      .info=${this._info}
      .wide=${this._wide}
      .itemId=${id}
    ></home-inventory-items-view>`;
  }

  protected override firstUpdated(): void {
    if (!this.route?.path || this.route.path === "/") {
      navigate(`${PANEL_PATH}/items${location.search}`, { replace: true });
    }
  }

  public static override styles = [baseStyles, buttonStyles, panelStyles, bannerStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-panel": HomeInventoryPanel;
  }
}
