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
import { devicePath, followLink, networkPath, PANEL_PATH } from "../../ha/navigate";
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
      ${icon(ICONS[status])}<span>${worded(this.hass!.language, "device_status", status)}</span>
      <span class="number">${count}</span>
    </a>`;
  }

  private _open(overview: DeviceOverview): TemplateResult[] {
    const { missing, conflicts, suggestions } = overview;
    const found = [
      {
        name: "missing",
        count: missing.total,
        path: mdiAlertOutline,
        href: `${LIST}?status=missing`,
      },
      {
        name: "conflicts",
        count: conflicts.length,
        path: mdiIpNetworkOutline,
        href: placeOf(conflicts),
      },
      { name: "new", count: overview.new.total, path: mdiNewBox, href: `${LIST}?new=1` },
      {
        name: "suggestions",
        count: suggestions,
        path: mdiSetMerge,
        href: devicePath("suggestions"),
      },
    ] as const;
    const told: Record<string, string> = {
      missing: namesOf(missing.devices),
      conflicts: conflicts.map(({ address }) => address).join(", "),
      new: namesOf(overview.new.devices),
    };
    return found
      .filter(({ count }) => count > 0)
      .map(
        ({ name, count, path, href }) =>
          html`<a class="count" href=${href} data-testid="open-${name}" @click=${followLink}>
            ${icon(path)}
            <span class="about">
              <span>${this.localize(`overview.${name}`, { count })}</span>
              ${told[name] ? html`<span class="quiet small">${told[name]}</span>` : nothing}
            </span>
          </a>`,
      );
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

/** The network of the first conflict: its page lists all that are there. */
const placeOf = ([first]: readonly AddressConflict[]): string =>
  first ? networkPath(first.source_id) : `${PANEL_PATH}/networks`;

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-overview-devices": OverviewDevices;
  }
}
