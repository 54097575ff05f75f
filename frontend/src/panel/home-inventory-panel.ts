import { mdiArrowLeft, mdiQrcodeScan } from "@mdi/js";
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
import { parsePath } from "./router";
import {
  GROUPS,
  isLoaded,
  loadSection,
  SECTIONS,
  sectionsOf,
  type Group,
  type Section,
} from "./sections";
import { renderFailure, renderLoading } from "./views/render-state";

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

  /** The element of the section that is shown; another section gets another one. */
  private _view?: HTMLElement;
  /** What is marked in the bar of pages. */
  private _page?: Element | null;

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
    const { group } = SECTIONS[page.section];
    const withPages = sectionsOf(group).length > 1 && !isDetail;
    return html`<header>
        ${isDetail ? this._renderBack(page.section) : this._renderMenu()}
        <div class="title">${this.localize("panel.title")}</div>
        ${this._wide ? this._renderTabs(group) : nothing} ${this._renderScan()}
      </header>
      ${renderBackupBanner(this._store.info, this.locale)}
      ${withPages ? this._renderPages(group, page.section) : nothing}
      <main>${this._renderPage(page.section, page.id)}</main>
      ${this._wide ? nothing : this._renderTabs(group)}`;
  }

  private _renderMenu() {
    return renderMenuButton(this.hass, this.narrow, this.localize("panel.menu"));
  }

  private _renderScan() {
    return html`<a
      class="icon-button scan"
      href="${PANEL_PATH}/scan"
      data-testid="scan-button"
      aria-label=${this.localize("panel.scan")}
      title=${this.localize("panel.scan")}
      @click=${followLink}
    >
      ${icon(mdiQrcodeScan)}
    </a>`;
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

  private _renderTabs(current: Group) {
    return html`<nav aria-label=${this.localize("panel.sections")}>
      ${(Object.keys(GROUPS) as Group[]).map(
        (group) =>
          html`<a
            href="${PANEL_PATH}/${group}"
            data-testid="tab-${group}"
            aria-current=${group === current ? "page" : "false"}
            @click=${followLink}
          >
            ${icon(GROUPS[group].icon)}<span>${this.localize(`panel.${group}`)}</span>
          </a>`,
      )}
    </nav>`;
  }

  private _renderPages(group: Group, shown: Section) {
    const current = SECTIONS[shown].within ?? shown;
    return html`<nav class="pages" data-scrolls aria-label=${this.localize(`panel.${group}`)}>
      ${sectionsOf(group).map(
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

  private _renderPage(section: Section, id?: string) {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!this._info) return nothing;
    if (!isLoaded(section)) {
      void loadSection(section).then(
        () => this.requestUpdate(),
        () => (this._error = this.localize("error.load")),
      );
      return renderLoading(this.localize("state.loading"));
    }
    return this._renderView(section, id);
  }

  /** The element of a section, told what the address and the store say now. */
  private _renderView(section: Section, id?: string): HTMLElement {
    const { tag, record } = SECTIONS[section];
    if (this._view?.localName !== tag) this._view = document.createElement(tag);
    const { hass, _info: info, _wide: wide } = this;
    const told = { hass, info, wide, store: this._store.info };
    return Object.assign(this._view, told, record ? { [record]: id } : {});
  }

  /** On a phone the bar of pages is longer than the screen. */
  protected override updated(): void {
    const page = this.renderRoot.querySelector(".pages [aria-current=page]");
    if (page === this._page) return;
    this._page = page;
    page?.scrollIntoView({ block: "nearest", inline: "nearest" });
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
