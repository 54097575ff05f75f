import { mdiFileUploadOutline, mdiRadar } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { rowStyles } from "../../../components/row-styles";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { fetchSources, type Source } from "../../../data/source";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { followLink, sourcePath } from "../../../ha/navigate";
import { answerOrder } from "../../../utils/answer-order";
import { formatAge } from "../../../utils/format";
import { importScanWithDialog } from "../../source-actions";
import { addSourceLink } from "../add-source-link";
import { deviceStyles } from "../devices/device-styles";
import { sourceTitle } from "../devices/device-text";
import { renderFailure, renderState } from "../render-state";
import { splitStyles } from "../split-styles";
import { viewStyles } from "../view-styles";
import "./source-detail";
import { renderConnection } from "./source-text";

/** How often sources are looked at: a run that changes nothing is told to nobody. */
const WATCH_MS = 3000;
/** Every how many looks they are read although none of them is running. */
const CALM = 10;

/** Where devices come from: each source with how it is doing, and one of them with its runs. */
@defineElement("home-inventory-sources-view")
export class SourcesView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public sourceId?: string;

  @state() private _sources?: Source[];
  @state() private _error?: string;

  private _clock?: ReturnType<typeof setInterval>;
  private _looks = 0;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
    this._clock = setInterval(this._look, WATCH_MS);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this._clock);
  }

  private readonly _look = (): void => {
    this._looks += 1;
    const isBusy = this._sources?.some(({ running }) => running) ?? false;
    if (isBusy || this._looks % CALM === 0) void this._load();
  };

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const sources = await fetchSources(hass);
      if (isLate()) return;
      this._sources = sources;
      this._error = undefined;
    } catch (error) {
      if (!isLate()) this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    if (this._error && !this._sources) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    return html`
      <div class="pane list" ?hidden=${!this.wide && Boolean(this.sourceId)}>
        ${this._renderList()}
      </div>
      ${this.wide || this.sourceId ? html`<div class="pane">${this._renderSource()}</div>` : nothing}
    `;
  }

  private _renderList() {
    const { _sources: sources } = this;
    return html`${
        sources?.length === 0
          ? renderState({ icon: mdiRadar, text: this.localize("sources.none") })
          : html`<div role="list" data-testid="source-list">
              ${sources?.map((source) => this._renderRow(source))}
            </div>`
      }
      <div class="actions">
        ${addSourceLink(this.hass, this.info)}
        ${this.info.can_write ? this._renderImport() : nothing}
      </div>`;
  }

  private _renderImport() {
    return html`<button
      class="button outlined"
      data-testid="import-scan"
      @click=${() => void importScanWithDialog(this).then(this._load)}
    >
      ${icon(mdiFileUploadOutline, 20)} ${this.localize("sources.import")}
    </button>`;
  }

  private _renderRow(source: Source) {
    const language = this.hass?.language ?? "en";
    const { id, site, last_good_at: good } = source;
    const kind = this.localize(`source_kind.${source.kind}`);
    return html`<a
      role="listitem"
      href=${sourcePath(id)}
      data-testid="source-row"
      data-source-id=${id}
      aria-current=${id === this.sourceId ? "true" : "false"}
      @click=${followLink}
    >
      <span class="main">
        <span class="name">${sourceTitle(language, source)}</span>
        <span class="place quiet">${[kind, site?.name].filter(Boolean).join(" · ")}</span>
      </span>
      <span class="side">
        ${renderConnection(language, source)}
        ${good ? html`<span class="quiet small">${formatAge(good, this.locale)}</span>` : nothing}
      </span>
    </a>`;
  }

  private _renderSource() {
    const source = this._sources?.find(({ id }) => id === this.sourceId);
    if (!source) {
      const isGone = this.sourceId && this._sources;
      return renderState({
        icon: mdiRadar,
        text: this.localize(isGone ? "device.former_source" : "sources.choose"),
        testId: "nothing-chosen",
      });
    }
    return html`<home-inventory-source-detail
      .hass=${this.hass}
      .info=${this.info}
      .source=${source}
      @source-changed=${this._load}
    ></home-inventory-source-detail>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    rowStyles,
    splitStyles,
    css`
      :host {
        content-visibility: visible;
      }
      a.button {
        display: inline-flex;
      }
      .pane > .actions {
        padding: 0 16px 16px;
      }
      [data-testid="source-row"] + a {
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-sources-view": SourcesView;
  }
}
