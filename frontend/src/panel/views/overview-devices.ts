import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiHelpCircleOutline,
  mdiIpNetworkOutline,
  mdiNewBox,
  mdiPowerPlugOffOutline,
  mdiSetMerge,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { baseStyles } from "../../components/styles";
import {
  DEVICE_STATUSES,
  fetchDeviceOverview,
  type AddressConflict,
  type DeviceOverview,
  type DeviceStatus,
} from "../../data/device";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { devicePath, followLink, PANEL_PATH } from "../../ha/navigate";
import { countStyles } from "./overview-styles";
import { viewStyles } from "./view-styles";
import { worded } from "./devices/device-text";

const ICONS: Record<DeviceStatus, string> = {
  online: mdiCheckCircleOutline,
  offline: mdiPowerPlugOffOutline,
  missing: mdiAlertOutline,
  unknown: mdiHelpCircleOutline,
};

/** How often it is read again: a run that changes nothing is told to nobody, but devices go offline by it. */
const EVERY_MS = 60_000;

const LIST = `${PANEL_PATH}/devices`;

/** What somebody should look at: its picture, and where it leads. */
const OPEN = {
  missing: { path: mdiAlertOutline, href: `${LIST}?status=missing` },
  conflict: { path: mdiIpNetworkOutline, href: `${PANEL_PATH}/networks` },
  new: { path: mdiNewBox, href: `${LIST}?new=1` },
  suggestions: { path: mdiSetMerge, href: devicePath("suggestions") },
} as const;

/** How many conflicts are named: a network that is set up twice has one for each address. */
const MOST_CONFLICTS = 5;

/** How devices are doing, and what of that somebody should look at. Nothing without devices. */
@defineElement("home-inventory-overview-devices")
export class OverviewDevices extends InventoryElement {
  @state() private _overview?: DeviceOverview;

  private _clock?: ReturnType<typeof setInterval>;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device", "item", "location")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
    this._clock = setInterval(this._load, EVERY_MS);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this._clock);
  }

  /** What fails here is shown as it was: the lists say what is wrong. */
  private readonly _load = async (): Promise<void> => {
    if (!this.hass) return;
    this._overview = await fetchDeviceOverview(this.hass).catch(() => this._overview);
  };

  protected override render() {
    const overview = this._overview;
    if (!overview?.total) return nothing;
    const open = this._open(overview);
    return html`<section class="card list" data-testid="overview-devices">
        <h2>
          <a href=${LIST} data-testid="count-devices" @click=${followLink}
            >${this.localize("devices.count", { count: overview.total })}</a
          >
        </h2>
        ${DEVICE_STATUSES.map((status) => this._renderStatus(status, overview.statuses[status]))}
      </section>
      ${
        open.length > 0
          ? html`<section class="card list" data-testid="attention">
              <h2>${this.localize("overview.attention")}</h2>
              ${open}
            </section>`
          : nothing
      }`;
  }

  private _renderStatus(status: DeviceStatus, count: number) {
    if (count === 0) return nothing;
    return html`<a
      class="count"
      href="${LIST}?status=${status}"
      data-testid="status-${status}"
      @click=${followLink}
    >
      ${icon(ICONS[status])}<span>${worded(this.hass!.language, `device_status.${status}`)}</span>
      <span class="number">${count}</span>
    </a>`;
  }

  private _open({
    missing,
    conflicts,
    suggestions,
    ...overview
  }: DeviceOverview): TemplateResult[] {
    const say = (key: "missing" | "new" | "suggestions", count: number) =>
      this.localize(`overview.${key}`, { count });
    const { total: gone } = missing;
    const { total: came } = overview.new;
    return [
      ...(gone > 0
        ? [this._renderOpen("missing", say("missing", gone), namesOf(missing.devices))]
        : []),
      ...conflicts.slice(0, MOST_CONFLICTS).map((conflict) => this._renderConflict(conflict)),
      ...(came > 0
        ? [this._renderOpen("new", say("new", came), namesOf(overview.new.devices))]
        : []),
      ...(suggestions > 0
        ? [this._renderOpen("suggestions", say("suggestions", suggestions))]
        : []),
    ];
  }

  private _renderConflict({ address, devices, macs }: AddressConflict): TemplateResult {
    return this._renderOpen(
      "conflict",
      this.localize("overview.conflict", { address }),
      namesOf(devices) || macs.join(", "),
      `${LIST}?text=${encodeURIComponent(address)}`,
    );
  }

  private _renderOpen(
    name: keyof typeof OPEN,
    text: string,
    about = "",
    href: string = OPEN[name].href,
  ): TemplateResult {
    return html`<a class="count" href=${href} data-testid="open-${name}" @click=${followLink}>
      ${icon(OPEN[name].path)}
      <span class="about">
        <span>${text}</span>
        ${about ? html`<span class="quiet small">${about}</span>` : nothing}
      </span>
    </a>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    countStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--ha-space-4, 16px);
      }
      :host(:empty) {
        display: contents;
      }
      h2 a {
        text-decoration: none;
      }
      h2 a:hover {
        text-decoration: underline;
      }
      .about {
        display: flex;
        flex-direction: column;
        min-width: 0;
        padding: 8px 0;
      }
      .about .small {
        overflow: hidden;
        font-size: var(--ha-font-size-s, 12px);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
}

const namesOf = (devices: readonly { name: string }[]): string =>
  devices.map(({ name }) => name).join(", ");

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-overview-devices": OverviewDevices;
  }
}
