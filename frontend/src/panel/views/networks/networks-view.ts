import { mdiLan } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { rowStyles } from "../../../components/row-styles";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { fetchNetworks, type Network } from "../../../data/network";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { followLink, networkPath } from "../../../ha/navigate";
import { addSourceLink } from "../add-source-link";
import { renderFailure, renderState } from "../render-state";
import { splitStyles } from "../split-styles";
import { viewStyles } from "../view-styles";
import "./network-detail";

/** The networks that are looked through, and one of them with its addresses. */
@defineElement("home-inventory-networks-view")
export class NetworksView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ type: Boolean, reflect: true }) public wide = false;
  @property() public sourceId?: string;

  @state() private _networks?: Network[];
  @state() private _error?: string;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device")) void this._load();
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
      this._networks = await fetchNetworks(hass);
      this._error = undefined;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    if (this._error && !this._networks) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    return html`
      <div class="pane list" ?hidden=${!this.wide && Boolean(this.sourceId)}>
        ${this._renderList()}
      </div>
      ${this.wide || this.sourceId ? html`<div class="pane">${this._renderNetwork()}</div>` : nothing}
    `;
  }

  private _renderList() {
    if (this._networks?.length === 0) {
      return renderState({
        icon: mdiLan,
        text: this.localize("networks.none"),
        action: addSourceLink(this.hass, this.info),
      });
    }
    return html`<div role="list" data-testid="network-list">
      ${this._networks?.map((network) => this._renderRow(network))}
    </div>`;
  }

  private _renderRow({ source_id: id, network, site, used, free }: Network) {
    return html`<a
      role="listitem"
      href=${networkPath(id)}
      data-testid="network-row"
      aria-current=${id === this.sourceId ? "true" : "false"}
      @click=${followLink}
    >
      <span class="main">
        <span class="name">${network}</span>
        <span class="place quiet">${site?.name}</span>
      </span>
      <span class="side quiet">
        <span>${this.localize("networks.used", { count: used })}</span>
        <span>${this.localize("networks.free", { count: free })}</span>
      </span>
    </a>`;
  }

  private _renderNetwork() {
    if (!this.sourceId) {
      return renderState({
        icon: mdiLan,
        text: this.localize("networks.choose"),
        testId: "nothing-chosen",
      });
    }
    return html`<home-inventory-network-detail
      .hass=${this.hass}
      .sourceId=${this.sourceId}
      .network=${this._networks?.find((one) => one.source_id === this.sourceId)}
    ></home-inventory-network-detail>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    rowStyles,
    splitStyles,
    css`
      :host {
        content-visibility: visible;
      }
      a.button {
        display: inline-flex;
      }
      [data-testid="network-row"] + a {
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-networks-view": NetworksView;
  }
}
