import { mdiClose, mdiOpenInNew } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { renderStatus, statusStyles } from "../../../components/device-status";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { fetchDevice, type Device } from "../../../data/device";
import { describeError } from "../../../data/errors";
import { concerns, SubscribeController } from "../../../data/subscribe";
import type { TopologyNode } from "../../../data/topology";
import { defineElement } from "../../../ha/define-element";
import {
  devicePath,
  followLink,
  networkPath,
  sourcePath,
  topologyPath,
} from "../../../ha/navigate";
import { formatAge } from "../../../utils/format";
import { addressOf } from "../../../utils/path";
import { productOf, worded } from "../devices/device-text";
import { viewStyles } from "../view-styles";
import { nodeIcon } from "./topology-look";
import { everythingBelow, lowersOf, type TopologyTree } from "./topology-tree";

/** How many of those below are named; the list has all of them. */
const NAMED = 8;

/** What was chosen on the map, in short: how it is doing, what it hangs on, what hangs on it, and where there is more. */
@defineElement("home-inventory-topology-detail")
export class TopologyDetail extends InventoryElement {
  @property({ attribute: false }) public tree!: TopologyTree;
  @property() public nodeId!: string;
  @property() public home?: string;
  /** What the map is narrowed to, as it stands behind the path of an address. */
  @property() public search = "";

  @state() private _device?: Device;
  @state() private _error?: string;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concerns(notices, this.nodeId)) void this._load();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("nodeId")) return;
    this._device = this._error = undefined;
    void this._load();
  }

  private get _node(): TopologyNode | undefined {
    return this.tree.nodes.get(this.nodeId);
  }

  private readonly _load = async (): Promise<void> => {
    const { hass, nodeId } = this;
    if (!hass || this._node?.kind !== "device") return;
    try {
      const { device } = await fetchDevice(hass, nodeId);
      if (nodeId === this.nodeId) this._device = device;
    } catch (error) {
      if (nodeId === this.nodeId) this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    const node = this._node;
    return html`<header>
        ${node ? icon(nodeIcon(node)) : nothing}
        <h2 data-testid="topology-name">${node ? node.name : this.localize("topology.gone")}</h2>
        <button
          class="icon-button"
          data-testid="topology-close"
          aria-label=${this.localize("action.close")}
          @click=${() => this.dispatchEvent(new CustomEvent("node-chosen", { detail: undefined }))}
        >
          ${icon(mdiClose)}
        </button>
      </header>
      ${node ? this._renderNode(node) : nothing}`;
  }

  private _renderNode(node: TopologyNode) {
    const language = this.hass?.language ?? "en";
    const upper = this.tree.uppers.get(node.id);
    return html`<div class="tags">
        ${node.status ? renderStatus(language, node.status) : nothing}
        ${node.medium ? html`<span class="badge">${worded(language, `topology.medium.${node.medium}`)}</span>` : nothing}
      </div>
      <a
        class="button outlined"
        href=${pageOf(node)}
        data-testid="topology-open"
        @click=${followLink}
      >
        ${icon(mdiOpenInNew, 20)} ${this.localize(`topology.open_${node.kind}`)}
      </a>
      ${this._error ? html`<p role="alert">${this._error}</p>` : nothing}
      <dl>
        ${this._device ? this._renderFacts(this._device) : nothing}
        ${upper ? this._fact(this.localize(`topology.tie_${upper.tie}`), this._link(upper.id)) : nothing}
        ${this._renderBelow(node)}
      </dl>`;
  }

  private _renderFacts(device: Device) {
    const place = device.path ? addressOf(device.path, this.home) : null;
    const seen = device.last_seen ? formatAge(device.last_seen, this.locale) : null;
    const facts: [string, string | null][] = [
      [
        this.localize("topology.what"),
        [device.type, productOf(device)].filter(Boolean).join(" · "),
      ],
      [this.localize("topology.addresses"), device.addresses.join(", ")],
      [this.localize("topology.place"), place],
      [this.localize("topology.seen"), seen],
    ];
    return facts.map(([label, text]) => (text ? this._fact(label, text) : nothing));
  }

  private _renderBelow(node: TopologyNode) {
    const below = lowersOf(this.tree, node.id);
    if (below.length === 0) return nothing;
    const all = everythingBelow(this.tree, node.id).length;
    const more = below.length - NAMED;
    return this._fact(
      this.localize("topology.below", { count: all }),
      html`<ul>
        ${below.slice(0, NAMED).map(({ id }) => html`<li>${this._link(id)}</li>`)}
        ${more > 0 ? html`<li class="quiet">${this.localize("topology.more", { count: more })}</li>` : nothing}
      </ul>`,
    );
  }

  private _fact(label: string, value: unknown) {
    return html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  }

  private _link(id: string) {
    const node = this.tree.nodes.get(id);
    return html`<a href=${topologyPath(id, this.search)} @click=${followLink}
      >${node ? node.name : id}</a
    >`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    statusStyles,
    css`
      :host {
        display: block;
        padding: 8px 16px 16px;
        overflow-y: auto;
        background: var(--card-background-color, #fff);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-inline-end: -12px;
      }
      h2 {
        flex: 1;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .tags + .button {
        margin-top: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(80px, auto) 1fr;
        gap: 8px 16px;
        margin: 12px 0 16px;
      }
      dt {
        color: var(--secondary-text-color);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dd a {
        display: inline-block;
        min-height: 24px;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];
}

const pageOf = ({ id, kind }: TopologyNode): string => {
  if (kind === "device") return devicePath(id);
  return kind === "network" ? networkPath(id) : sourcePath(id);
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-detail": TopologyDetail;
  }
}
