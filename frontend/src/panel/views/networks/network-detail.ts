import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { renderStatus } from "../../../components/device-status";
import { describeError } from "../../../data/errors";
import type { AddressConflict } from "../../../data/device";
import {
  fetchAddresses,
  fetchConflicts,
  type Network,
  type NetworkAddresses,
  type UsedAddress,
} from "../../../data/network";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink } from "../../../ha/navigate";
import { hostsOf } from "../../../utils/cidr";
import { formatAge } from "../../../utils/format";
import { deviceStyles } from "../devices/device-styles";
import { worded } from "../devices/device-text";
import { renderFailure, renderLoading } from "../render-state";
import { SearchAddress } from "../search-address";
import { viewStyles } from "../view-styles";
import { networkStyles } from "./network-styles";

const VIEWS = ["list", "grid"] as const;
type View = (typeof VIEWS)[number];

/** One network: which of its addresses are used and by what, which are free, and where two devices quarrel. */
@defineElement("home-inventory-network-detail")
export class NetworkDetail extends InventoryElement {
  @property() public sourceId!: string;
  @property({ attribute: false }) public network?: Network;

  @state() private _answer?: NetworkAddresses;
  @state() private _conflicts: AddressConflict[] = [];
  @state() private _error?: string;

  private readonly _view = new SearchAddress<View>(this, {
    section: "networks",
    read: (search) => (new URLSearchParams(search).get("view") === "grid" ? "grid" : "list"),
    write: (view) => (view === "grid" ? "?view=grid" : ""),
    changed: () => undefined,
  });

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device")) void this._load();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("sourceId")) return;
    this._answer = this._error = undefined;
    void this._load();
  }

  private readonly _load = async (): Promise<void> => {
    const { hass, sourceId } = this;
    if (!hass) return;
    try {
      const [answer, conflicts] = await Promise.all([
        fetchAddresses(hass, sourceId),
        fetchConflicts(hass),
      ]);
      if (sourceId !== this.sourceId) return;
      this._answer = answer;
      this._conflicts = conflicts.filter(({ source_id: id }) => id === sourceId);
      this._error = undefined;
    } catch (error) {
      if (sourceId === this.sourceId) this._error = await describeError(hass, error);
    }
  };

  protected override render() {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!this._answer) return renderLoading(this.localize("state.loading"));
    const hosts = this.network && hostsOf(this.network.network);
    return html`<article class="page" data-testid="network-detail">
      <section class="card">
        <h1 data-testid="network-name">${this.network?.network ?? this.sourceId}</h1>
        ${this._renderCounts()}
      </section>
      ${this._renderConflicts()} ${this._renderFree(this._answer.free)}
      <section class="card">
        ${hosts ? this._renderChoice() : nothing}
        ${
          hosts && this._view.state === "grid"
            ? this._renderGrid(hosts)
            : this._renderList(this._answer.addresses)
        }
      </section>
    </article>`;
  }

  private _renderCounts() {
    if (!this.network) return nothing;
    const { site, used, free, gateway } = this.network;
    return html`<div class="tags quiet" data-testid="network-counts">
      ${site ? html`<span>${site.name}</span>` : nothing}
      <span>${this.localize("networks.used", { count: used })}</span>
      <span>${this.localize("networks.free", { count: free })}</span>
      ${
        gateway
          ? html`<span data-testid="gateway"
              >${this.localize("networks.gateway")}
              <span class="mono">${gateway.address}</span>
              ${gateway.device ? this._link(gateway.device) : nothing}</span
            >`
          : nothing
      }
    </div>`;
  }

  private _renderConflicts() {
    if (this._conflicts.length === 0) return nothing;
    return html`<section class="card conflict" data-testid="conflicts">
      <h2>${this.localize("networks.conflicts")}</h2>
      <p class="quiet">${this.localize("networks.conflict_hint")}</p>
      <ul class="rows">
        ${this._conflicts.map(
          ({ address, macs, devices }) =>
            html`<li data-testid="conflict">
              <span class="mono">${address}</span>
              <span class="text">
                ${devices.map((device) => html`<div>${this._link(device)}</div>`)}
                <span class="mono quiet">${macs.join(", ")}</span>
              </span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private _renderFree(free: string[]) {
    if (free.length === 0) return nothing;
    return html`<section class="card">
      <h2>${this.localize("networks.first_free")}</h2>
      <div class="tags" data-testid="free">
        ${free.map((address) => html`<span class="mono">${address}</span>`)}
      </div>
    </section>`;
  }

  private _renderChoice() {
    return html`<div class="tags choice" role="group" aria-label=${this.localize("networks.view")}>
      ${VIEWS.map(
        (view) =>
          html`<button
            class="chip"
            data-testid="view-${view}"
            aria-pressed=${view === this._view.state ? "true" : "false"}
            @click=${() => this._view.change(view)}
          >
            ${this.localize(`networks.${view}`)}
          </button>`,
      )}
    </div>`;
  }

  private _renderList(addresses: UsedAddress[]) {
    if (addresses.length === 0)
      return html`<p class="quiet">${this.localize("networks.empty")}</p>`;
    return html`<ul class="rows" data-testid="addresses">
      ${addresses.map((used) => this._renderAddress(used))}
    </ul>`;
  }

  private _renderAddress({ address, device, last_seen: seen, is_conflict: conflict }: UsedAddress) {
    const language = this.hass?.language ?? "en";
    return html`<li data-testid="address">
      <span class="mono address">${address}</span>
      <span class="text">
        ${device ? this._link(device) : nothing}
        <span class="tags">
          ${device ? renderStatus(language, device.status) : nothing}
          ${
            conflict
              ? html`<span class="badge error" data-testid="is-conflict"
                  >${this.localize("networks.conflict")}</span
                >`
              : nothing
          }
          ${seen ? html`<span class="quiet small">${formatAge(seen, this.locale)}</span>` : nothing}
        </span>
      </span>
    </li>`;
  }

  /** A cell for each address: what it is, is said to whoever points at it or reads it aloud. */
  private _renderGrid(hosts: string[]) {
    const used = new Map(this._answer!.addresses.map((one) => [one.address, one]));
    return html`<ol class="grid" data-testid="grid">
      ${hosts.map((host) => this._renderCell(host, used.get(host)))}
    </ol>`;
  }

  private _renderCell(host: string, used: UsedAddress | undefined) {
    const last = host.slice(host.lastIndexOf(".") + 1);
    const device = used?.device;
    if (!device) {
      const label = `${host}: ${this.localize(used ? "networks.taken" : "networks.is_free")}`;
      return html`<li class=${used ? "taken" : "free"} title=${label} aria-label=${label}>
        ${last}
      </li>`;
    }
    const status = worded(this.hass?.language ?? "en", `device_status.${device.status}`);
    const conflict = used.is_conflict ? ` · ${this.localize("networks.conflict")}` : "";
    const label = `${host}: ${device.name} · ${status}${conflict}`;
    return html`<li class="${device.status} ${used.is_conflict ? "conflict" : ""}">
      <a href=${devicePath(device.id)} title=${label} aria-label=${label} @click=${followLink}
        >${last}</a
      >
    </li>`;
  }

  private _link({ id, name }: { id: string; name: string }) {
    return html`<a href=${devicePath(id)} @click=${followLink}>${name}</a>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    networkStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-network-detail": NetworkDetail;
  }
}
